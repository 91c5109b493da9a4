import type { Config } from './config.ts'

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const

/** Writes lines to standard error: time, level, message. */
export interface Log {
  debug(message: string): void
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

/** A log that leaves out what is less than `least`. */
export function createLog(least: Config['logLevel']): Log {
  const at = (level: (typeof LEVELS)[number]) => (message: string) => {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return
    process.stderr.write(`${new Date().toISOString()} ${level} ${message}\n`)
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
