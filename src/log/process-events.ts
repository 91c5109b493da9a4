import { traceOf } from '../common/reason.ts'
import type { Log } from './log.ts'

/** Has the log tell what Node warns of, and the error that nobody caught, which ends the process. */
export function logProcessEvents(log: Log): void {
  process.removeAllListeners('warning')
  process.on('warning', ({ name, message }) => log.warn(`${name}: ${message}`))
  process.once('uncaughtException', (error) => {
    log.error(traceOf(error))
    process.exit(1)
  })
}
