import { createApp } from '../../src/app.ts'
import { openDatabase } from '../../src/database/open.ts'
import { FolderStore } from '../../src/exporters/stores/folder-store.ts'
import { createListener } from '../../src/http/listener.ts'
import { listen } from './listen.ts'

// This server as `npm start` puts it together, but with the data that the database holds, a budget that nobody spends, and
// without what is told to be left out: answers that are kept, or plans.
const [url = '', ...without] = process.argv.slice(2)
const app = createApp({
  database: await openDatabase({ url, dataDir: '' }),
  cacheBytes: 64 * 1024 * 1024,
  without: Object.fromEntries(without.map((each) => [each, true])),
  rateLimit: 1_000_000_000,
  store: new FolderStore('exports/none'),
  publicUrl: 'http://127.0.0.1',
  log: { error: (message) => process.stderr.write(`${message}\n`) },
})
await listen(createListener(app, 0))
