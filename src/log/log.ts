import { AsyncLocalStorage } from 'node:async_hooks'
import type { Config } from '../config.ts'

export const LEVELS = ['debug', 'info', 'warn', 'error'] as const

/** The fields of a line besides its message. Never what was requested, nor from which address. */
export interface LogFields {
  readonly [name: string]: string | number | boolean | null
}

type WriteLine = (message: string, fields?: LogFields) => void

/** Writes lines to standard error. A message may have a stack trace after its first line. */
export interface Log {
  /** The lowest level that is written. */
  readonly least: Config['logLevel']
  readonly debug: WriteLine
  readonly info: WriteLine
  readonly warn: WriteLine
  readonly error: WriteLine
  /** Does the work for a request: each line that is written during it, or later because of it, has the id of the request. */
  within<T>(requestId: string, work: () => T): T
}

/** A log whose lines have a time, a level and a message, for people. */
export function createLog(least: Config['logLevel']): Log {
  const requests = new AsyncLocalStorage<string>()
  const at =
    (level: (typeof LEVELS)[number]) =>
    (message: string, fields: LogFields = {}) => {
      if (!isWritten(level, least)) return
      const request = requests.getStore()
      const all = { ...fields, ...(request && { request }) }
      const told = Object.entries(all).map(([name, value]) => ` ${name}=${value}`)
      process.stderr.write(`${new Date().toISOString()} ${level} ${message}${told.join('')}\n`)
    }
  return {
    least,
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    within: (requestId, work) => requests.run(requestId, work),
  }
}

function isWritten(level: (typeof LEVELS)[number], least: Config['logLevel']): boolean {
  return least !== 'silent' && LEVELS.indexOf(level) >= LEVELS.indexOf(least)
}
