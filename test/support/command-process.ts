import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'

/** How a command line ended. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  /** The first line of standard output. */
  readonly firstLine: Promise<string>
}

/** Lets each test of a file run commands in processes of their own, which are gone after it, as is its folder. */
export function commandProcesses() {
  let folder: string
  const started: ChildProcess[] = []
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'medborgarloften-run-'))
  })
  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  /** Runs a command as npm does, with data and exports in the folder of the test, and any free port. */
  function start(words: string[], environment: { [name: string]: string } = {}, root = '.'): Running {
    const child = spawn(process.execPath, ['src/main.ts', ...words], {
      cwd: root,
      env: {
        PATH: process.env.PATH ?? '',
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
        DATA_DIR: join(folder, 'data'),
        EXPORTS_DIR: join(folder, 'exports'),
        PORT: '0',
        ...environment,
      },
    })
    started.push(child)
    let stdout = ''
    let stderr = ''
    const ended = new Promise<Ended>((resolve) =>
      child.once('close', (code) => resolve({ code, stdout, stderr })),
    )
    child.stderr?.setEncoding('utf8').on('data', (part: string) => {
      stderr += part
    })
    const firstLine = new Promise<string>((resolve, reject) => {
      child.stdout?.setEncoding('utf8').on('data', (part: string) => {
        stdout += part
        if (stdout.includes('\n')) resolve(stdout.slice(0, stdout.indexOf('\n')))
      })
      ended.then(() => reject(new Error(`ended without a line: ${stderr}`)))
    })
    firstLine.catch(() => {}) // a command that is meant to fail says nothing
    return { child, ended, firstLine }
  }

  return {
    /** Where something of the test lies, or is to. */
    within: (...names: string[]) => join(folder, ...names),
    start,
    run: (words: string[], environment?: { [name: string]: string }, root?: string) =>
      start(words, environment, root).ended,
  }
}

/** A line of the log of a server. */
export interface LogLine {
  readonly level: string
  readonly time: string
  readonly pid: number
  readonly msg: string
  readonly stack?: string
  readonly request?: string
  readonly [field: string]: unknown
}

/** The lines of the log of a server. Throws if there is anything else. */
export function logLines({ stderr }: Pick<Ended, 'stderr'>): LogLine[] {
  return stderr
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
}

/** The one line of standard error with the error, after the lines of progress. Throws if there are more. */
export function oneLine(ended: Ended): string {
  const { stdout, stderr } = ended
  const isLog = stderr.startsWith('{')
  const [line = '', ...more] = isLog
    ? logLines(ended).flatMap(({ level, msg }) => (level === 'info' ? [] : [msg]))
    : stderr.trimEnd().split('\n')
  if (stdout !== '' || more.length > 0) throw new Error(`it said more than a line: ${stdout}${stderr}`)
  return line
}
