import { createApp } from '../../src/app.ts'
import { openEmbedded, openInMemory } from '../../src/database/embedded.ts'
import { load } from '../../src/database/load.ts'
import { FolderStore } from '../../src/exporters/stores/folder-store.ts'
import { createListener } from '../../src/http/listener.ts'
import { readData } from '../../src/records/read-data.ts'

// The server with the bundled data, or those of a database, for a process that asks it and measures it: it tells its address,
// and at each message what memory is in use once the garbage is gone.
const [cacheBytes, dataDir] = process.argv.slice(2)
const database = dataDir ? await openEmbedded(dataDir) : await openInMemory()
if (!dataDir) await load(database.db, readData('data'))
const app = createApp({
  database,
  cacheBytes: Number(cacheBytes),
  rateLimit: 1_000_000,
  store: new FolderStore('exports/none'),
  publicUrl: 'http://127.0.0.1',
  log: { error: (message) => process.stderr.write(`${message}\n`) },
})
// Each question names its own address, as a proxy would.
const server = createListener(app, 1)
server.listen(0, '127.0.0.1', () => process.send?.(server.address()))
process.on('message', () => {
  globalThis.gc?.()
  globalThis.gc?.() // what was freed by the first may have held more
  process.send?.(process.memoryUsage())
})
