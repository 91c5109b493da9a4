import { createApp } from '../../src/app.ts'
import { openDatabase } from '../../src/database/client.ts'
import { FolderStore } from '../../src/exporters/stores/folder-store.ts'
import { createListener } from '../../src/http/listener.ts'
import { listen } from './listen.ts'

// This server as `npm start` puts it together, but with the data that the database holds, and with so much memory
// for answers as is told, and a budget that nobody spends.
const [url = '', answerBytes] = process.argv.slice(2)
const app = createApp({
  database: await openDatabase({ url, dataDir: '' }),
  answerBytes: Number(answerBytes),
  rateLimit: 1_000_000_000,
  store: new FolderStore('exports/none'),
  publicUrl: 'http://127.0.0.1',
  log: { error: (message) => process.stderr.write(`${message}\n`) },
})
await listen(createListener(app, 0))
