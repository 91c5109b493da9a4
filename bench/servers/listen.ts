import type { Server } from 'node:http'

/** Listens on a free port, and tells the process that started this one where. */
export async function listen(server: Server): Promise<void> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The server has no port')
  process.stdout.write(`http://127.0.0.1:${address.port}\n`)
}
