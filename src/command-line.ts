import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { Command } from './commands/command.ts'
import { commands } from './commands/index.ts'
import { quoted } from './common/quoted.ts'
import { traceOf } from './common/reason.ts'
import { type Config, readConfig, settings, WrongUsage } from './config.ts'
import { createLog, type Log } from './log/log.ts'
import { logProcessEvents } from './log/process-events.ts'

/** Exit codes: success, failure, wrong usage. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const

/** The names of errors that the user can correct. They are names, so that no command has to load the code of others. */
const MENDABLE = [
  'BadRecords',
  'DatabaseAway',
  'DatabaseUnavailable',
  'DeltaRefused',
  'ExportsUnavailable',
  'NotWhole',
  'NothingToVerify',
  'PortUnavailable',
  'ReleaseRefused',
  'SomeNotRead',
  'StateUnusable',
  'WrongUsage',
]

/** The input and output of a command line. */
interface Terminal {
  /** The environment variables that hold the settings. */
  readonly environment?: { readonly [name: string]: string | undefined }
  /** Whether progress is shown. */
  readonly isWatched: boolean
  out(text: string): void
  err(text: string): void
}

/** Runs a command by its arguments, such as `['load', '--json']`, and returns the exit code. */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<number> {
  let tell = (text: string) => terminal.err(`${text}\n`)
  try {
    await run(words, terminal, (log) => {
      tell = log.error
    })
    return EXIT.done
  } catch (error) {
    tell(explainError(error))
    return error instanceof WrongUsage ? EXIT.usage : EXIT.failed
  }
}

async function run(
  [name, ...rest]: readonly string[],
  terminal: Terminal,
  onServer: (log: Log) => void,
): Promise<void> {
  const { environment, isWatched, out, err } = terminal
  if (name === undefined || name === '--help' || name === '-h') {
    out(await overview())
    return
  }
  const open = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!open) {
    throw new WrongUsage(`unknown command ${quoted(name)}; use one of ${Object.keys(commands).join(', ')}`)
  }
  const command = await open()
  const {
    values: { help: wantsHelp, json: wantsJson, ...options },
    positionals,
  } = parse(command, rest)
  if (wantsHelp) {
    out(help(command))
    return
  }
  const config = readConfig(environment)
  const log = command.isServer ? await serverLog(config, terminal) : createLog(config.logLevel)
  if (command.isServer) onServer(log)
  await command.run({
    config,
    log,
    positionals,
    options: Object.fromEntries(Object.entries(options).filter(isTextOption)),
    flags: new Set(Object.entries(options).flatMap(([name, value]) => (value === true ? [name] : []))),
    progress: (text) => {
      if (isWatched) err(`\r\x1b[K${text} …`)
    },
    result: (line, json) => {
      const told = wantsJson ? JSON.stringify(json) : line
      if (told === null) return
      if (isWatched) err('\r\x1b[K')
      out(`${told}\n`)
    },
  })
}

/** The log of a server: its code is not loaded for other commands. */
async function serverLog({ logLevel, logFormat }: Config, { isWatched }: Terminal): Promise<Log> {
  const isText = logFormat === 'text' || (logFormat === null && isWatched)
  const log = isText ? createLog(logLevel) : (await import('./log/json-log.ts')).createJsonLog(logLevel)
  logProcessEvents(log)
  return log
}

function parse(command: Command, words: readonly string[]) {
  const own: ParseArgsOptionsConfig = {}
  for (const name of Object.keys(command.options ?? {})) own[name] = { type: 'string' }
  for (const name of Object.keys(command.flags ?? {})) own[name] = { type: 'boolean' }
  const common = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } } as const
  try {
    const parsed = parseArgs({
      args: [...words],
      options: { ...own, ...common },
      allowPositionals: true,
    })
    const extra = parsed.positionals[command.mostPositionals]
    if (extra !== undefined) throw new Error(`unexpected argument ${quoted(extra)}`)
    return parsed
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error)
    throw new WrongUsage(`${reason}; use npm run ${command.usage}`)
  }
}

function isTextOption(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string'
}

/** The error as one line, if it is one that the user can correct. */
function explainError(error: unknown): string {
  if (error instanceof Error && MENDABLE.includes(error.name)) return error.message
  return traceOf(error)
}

async function overview(): Promise<string> {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const lines: string[] = []
  for (const [name, open] of Object.entries(commands))
    lines.push(`  ${name.padEnd(width)}  ${(await open()).summary}`)
  return `Medborgarlöften – öppna data\n\nCommands, each with --help:\n${lines.join('\n')}\n\n${settingsHelp()}`
}

function help({ usage, summary, details, options = {}, flags = {} }: Command): string {
  const own = [
    ...Object.entries(options).map(([name, { value, description }]) => [`--${name} ${value}`, description]),
    ...Object.entries(flags).map(([name, description]) => [`--${name}`, description]),
  ]
  const all = [...own, ['--json', 'print the result as JSON'], ['--help', 'print this help']]
  const width = Math.max(...all.map(([option = '']) => option.length))
  const lines = all.map(([option = '', description]) => `  ${option.padEnd(width)}  ${description}`)
  return `npm run ${usage}\n\n${summary}\n${details}\n\nOptions:\n${lines.join('\n')}\n\n${settingsHelp()}`
}

function settingsHelp(): string {
  const lines = Object.values(settings).map(
    (setting) =>
      `  ${setting.name.padEnd(15)}  ${setting.description}${setting.default ? ` (${setting.default})` : ''}`,
  )
  return `Settings, as environment variables:\n${lines.join('\n')}\n`
}
