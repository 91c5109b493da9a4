import type { AddressInfo } from 'node:net'
import { createApp, type Services } from '../../src/app.ts'
import { FolderStore } from '../../src/exporters/stores/folder-store.ts'
import { createListener } from '../../src/http/listener.ts'

/** The server on a free port of this machine, as it is started; what it logs as its own fault is kept. */
export async function listening(
  services: Omit<Services, 'store' | 'publicUrl' | 'log'> & Partial<Pick<Services, 'store'>>,
  proxies = 0,
) {
  const faults: string[] = []
  const app = createApp({
    store: new FolderStore('exports/none'),
    ...services,
    publicUrl: 'http://test',
    log: { error: (message) => faults.push(message) },
  })
  const server = createListener(app, proxies)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port
  return {
    port,
    url: `http://127.0.0.1:${port}/graphql`,
    app,
    server,
    faults,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
