// The server that npm run bench:overload loads: nothing is answered from memory, so that every request is work.

import type { AddressInfo } from 'node:net'
import { createApp } from '../../src/app.ts'
import { openDatabase } from '../../src/database/open.ts'
import { FolderStore } from '../../src/exporters/stores/folder-store.ts'
import { createListener } from '../../src/http/listener.ts'

const database = await openDatabase({ url: process.argv[2] ?? null, dataDir: '' })
const app = createApp({
  database,
  store: new FolderStore('exports/none'),
  publicUrl: 'http://127.0.0.1',
  log: console,
  without: { answers: true },
})
const server = createListener(app, 0)
server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port) // it listens on a port
})
process.on('message', () => process.send?.(process.memoryUsage().rss))
process.on('disconnect', () => process.exit())
