import { openDatabase } from '../database/client.ts'
import { release } from '../exporters/release.ts'
import { openStore } from '../exporters/stores/open.ts'
import type { Command } from './command.ts'

export const exportRelease: Command = {
  summary: 'Write a release of the loaded data.',
  usage: 'export',
  details: `Writes every dataset in all formats to EXPORTS_DIR/<release>, with index.json and SHA256SUMS, and makes
EXPORTS_DIR/latest lead to it; or does so in EXPORTS_URL, where latest.json names it. A release appears whole or
not at all and is never overwritten: if this revision is released already, nothing is written. With SIGNING_KEY it is
signed. Then the oldest releases beyond EXPORTS_KEPT are removed.`,
  mostPositionals: 0,
  async run({ config, progress, result }) {
    progress('opening the database')
    const { db, close } = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir })
    try {
      const store = await openStore(config)
      const { manifest, isNew } = await release(db, store, { progress, signingKey: config.signingKey })
      const folder = `${store.place}/${manifest.release}`
      const what = isNew ? `released ${folder}, ${manifest.files.length} files` : `${folder} is up to date`
      result(what, { release: manifest.release, revision: manifest.revision, isNew, folder })
    } finally {
      await close()
    }
  },
}
