import { AsyncLocalStorage } from 'node:async_hooks'
import { type DestinationStream, destination, pino, stdTimeFunctions } from 'pino'
import type { Config } from '../config.ts'
import type { LEVELS, Log, LogFields } from './log.ts'

/** A log whose lines are JSON objects, for the programs that collect and search them. */
export function createJsonLog(least: Config['logLevel'], lines: DestinationStream = standardError()): Log {
  const requests = new AsyncLocalStorage<string>()
  const logger = pino(
    {
      level: least,
      base: { pid: process.pid },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      mixin: () => {
        const request = requests.getStore()
        return request === undefined ? {} : { request }
      },
    },
    lines,
  )
  const at = (level: (typeof LEVELS)[number]) => (text: string, fields?: LogFields) => {
    const stackAt = text.indexOf('\n    at ')
    if (stackAt < 0) return logger[level]({ ...fields }, text)
    logger[level]({ ...fields, stack: text.slice(stackAt + 1) }, text.slice(0, stackAt))
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

/** Written at once, so that the last lines of a process are not lost. That nobody reads them is no reason to stop. */
function standardError(): DestinationStream {
  const lines = destination({ fd: 2, sync: true })
  lines.on('error', () => {})
  return lines
}
