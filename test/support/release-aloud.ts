// Releases what the database at DATABASE_URL holds to the folder EXPORTS_DIR, and says each file before it is written. Dies
// as by kill -9 once it has said the LAST_FILE.
import { readConfig } from '../../src/config.ts'
import { openDatabase } from '../../src/database/open.ts'
import { release } from '../../src/exporters/release.ts'
import { openStore } from '../../src/exporters/stores/open.ts'

const config = readConfig()
const { db, close } = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir })
try {
  await release(db, await openStore(config), {
    isSample: true,
    progress({ file }) {
      process.stdout.write(`${file}\n`)
      if (file === process.env.LAST_FILE) process.kill(process.pid, 'SIGKILL')
    },
  })
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
} finally {
  await close()
}
