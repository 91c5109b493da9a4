import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { WatchedAddresses } from '../jobs/address-watch.ts'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))

/**
 * Runs `npm run ingest -- --catalogue` as a program of its own, and gives how many addresses came to what in it: reading
 * a thousand documents takes time and memory, which a server needs for its readers. Throws with what it told if it failed.
 */
export async function watchAddresses(
  words: readonly string[],
  stopping: AbortSignal,
): Promise<WatchedAddresses> {
  const program = spawn(process.execPath, [MAIN, 'ingest', '--catalogue', '--json', ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: stopping,
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    program.once('error', reject)
    program.once('close', resolve)
  })
  // It is looked at below; that it was stopped is told by then.
  ended.catch(() => {})
  const told = text(program.stderr)
  let counts: WatchedAddresses | null = null
  for await (const line of createInterface({ input: program.stdout })) {
    const json = JSON.parse(line)
    if (json.state === 'done') counts = { ...json.inRun, left: json.left }
  }
  const code = await ended
  if (code !== 0 || counts === null)
    throw new Error((await told).trim().split('\n').at(-1) || `npm run ingest ended with ${code}`)
  return counts
}
