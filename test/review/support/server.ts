import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** `npm run review` as a program of its own, which can be killed and started again at the same address. */
export async function reviewProgram(
  drafts: string,
  data: string,
  port = 0,
  by?: string,
  flags: readonly string[] = [],
) {
  const words = ['src/main.ts', 'review', drafts, '--data', data, '--port', String(port), '--json']
  words.push(...flags)
  if (by !== undefined) words.push('--by', by)
  const program: ChildProcess = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(program.stdout ?? program, 'data')) as [Buffer]
  const { url } = JSON.parse(line.toString('utf8')) as { url: string }
  return {
    url,
    port: Number(new URL(url).port),
    async end(signal: 'SIGTERM' | 'SIGKILL') {
      if (program.exitCode !== null || program.signalCode !== null) return program.exitCode
      const ended = once(program, 'exit')
      program.kill(signal)
      const [code] = (await ended) as [number | null]
      return code
    },
  }
}
