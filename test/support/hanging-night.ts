// A process whose nightly release never comes to an end: it says that it has begun, and waits to be killed.

import { openDatabase } from '../../src/database/open.ts'
import { Nightly, PACE } from '../../src/jobs/nightly.ts'

const [url = '', dataDir = ''] = process.argv.slice(2)
const database = await openDatabase({ url: url || null, dataDir })
await Nightly.start({
  database,
  schedule: { pattern: '30 2 * * *', timezone: 'Europe/Stockholm' },
  run: () => {
    process.stdout.write('running\n')
    return new Promise(() => {})
  },
  log: console,
  pace: { ...PACE, lookSeconds: 1, retrySeconds: 1 },
})
