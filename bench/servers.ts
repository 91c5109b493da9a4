import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A server that runs in a process of its own. */
export interface RunningServer {
  readonly url: URL
  /** The processor time that it has used, in milliseconds; null where the system does not tell. */
  cpuMs(): number | null
  /** The most memory that it has held, in bytes; null where the system does not tell. */
  peakBytes(): number | null
  stop(): Promise<void>
}

/** Starts a program of `servers/`, which prints its address when it listens. */
export async function startServer(file: string, args: readonly string[]): Promise<RunningServer> {
  const path = fileURLToPath(new URL(`servers/${file}.ts`, import.meta.url))
  const child = spawn(process.execPath, [path, ...args], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  // However the run ends, its servers end with it.
  process.once('exit', () => child.kill())
  const address = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([line]) => String(line)),
    ended.then(([code]) => Promise.reject(new Error(`${file} ended with ${code} before it listened`))),
  ])
  const { pid } = child
  return {
    url: new URL('/graphql', address),
    cpuMs: () => cpuMsOf(pid),
    peakBytes: () => peakBytesOf(pid),
    async stop() {
      child.kill()
      await ended
    },
  }
}

/** Linux counts the time of a process in hundredths of a second. */
const TICK_MS = 10

function cpuMsOf(pid: number | undefined): number | null {
  // After the name of the program, which may hold anything, in brackets.
  const fields = readProcess(pid, 'stat')?.split(') ')[1]?.split(' ')
  return fields ? (Number(fields[11]) + Number(fields[12])) * TICK_MS : null
}

function peakBytesOf(pid: number | undefined): number | null {
  const found = /^VmHWM:\s+(\d+) kB$/m.exec(readProcess(pid, 'status') ?? '')
  return found ? Number(found[1]) * 1024 : null
}

function readProcess(pid: number | undefined, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return null // no /proc here
  }
}
