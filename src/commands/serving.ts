import type { Server } from 'node:http'
import { onOrphaned } from './orphaned.ts'

/** The port can't be listened on; the message says what to do. */
export class PortUnavailable extends Error {
  override readonly name = 'PortUnavailable'
}

/** Listens at an address, and returns the port. `setting` names the setting of the port in error messages. */
export function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
  setting: string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const message =
        error.code === 'EADDRINUSE'
          ? `${setting} ${port} on ${host} is in use by another program. Stop that one, or choose another ${setting}`
          : `cannot listen on HOST ${host} with ${setting} ${port} (${error.code ?? error.message}). Choose others`
      reject(new PortUnavailable(message, { cause: error }))
    })
    server.listen({ host, port }, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** Waits until the program, or the npm that started it, is stopped. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const unwatch = onOrphaned(end)
    function end() {
      unwatch()
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end)
  })
}

/** How long requests under way may take once the server is stopping. */
const STOP_MS = 5_000

/** Lets requests under way end, and takes no others. */
export function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), STOP_MS)
    server.close(() => {
      clearTimeout(impatient)
      resolve()
    })
    server.closeIdleConnections()
  })
}

/** How long all may take to end. Where containers run, the process is killed after ten seconds. */
export const GRACE_MS = 9_000

/** Waits for all to end, but no longer than it may take: then `onLate` is called. */
export async function withinGrace(ending: Promise<void>, onLate: () => void): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(() => {
    onLate()
    resolve()
  }, GRACE_MS)
  await Promise.race([ending, late])
  clearTimeout(timer)
}
