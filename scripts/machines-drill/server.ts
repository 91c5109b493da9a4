// A server of npm run drill -- machines: as npm start, but without data of its own.

import type { AddressInfo } from 'node:net'
import { createApp } from '../../src/app.ts'
import { openDatabase } from '../../src/database/open.ts'
import { FolderStore } from '../../src/exporters/stores/folder-store.ts'
import { createListener } from '../../src/http/listener.ts'
import { watchLoads } from '../../src/jobs/load-watch.ts'

const [url = '', port = '0', ...replicaUrls] = process.argv.slice(2)
const database = await openDatabase({ url, replicaUrls, dataDir: '' })
const app = createApp({
  database,
  store: new FolderStore('exports/none'),
  publicUrl: 'http://drill',
  log: console,
})
await watchLoads(database, app, console)
const server = createListener(app, 0)
server.listen(Number(port), '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port) // it listens on a port
})
process.on('disconnect', () => process.exit())
