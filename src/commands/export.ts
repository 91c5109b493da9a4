import { openDatabase } from '../database/open.ts'
import { describeStep, type ReleaseStep, release } from '../exporters/release.ts'
import { openStore } from '../exporters/stores/open.ts'
import { chartsOf } from '../http/site/released-charts.ts'
import { checkRelease } from '../jobs/release-check.ts'
import type { Command } from './command.ts'
import { databasePlace } from './database-place.ts'
import { missingOfPublisher, releaseSource } from './publisher.ts'

export const exportRelease: Command = {
  summary: 'Write a release of the loaded data.',
  usage: 'export',
  details: `Writes every dataset in all formats to EXPORTS_DIR/<release>, with index.json and SHA256SUMS, and points
EXPORTS_DIR/latest at it; or writes to EXPORTS_URL, where latest.json names the latest release. A release appears only
when it is complete, and is never overwritten: if this revision has already been released, nothing is written. If
SIGNING_KEY is set, the release is signed. The oldest releases beyond EXPORTS_KEPT are then deleted. The check is
recorded in the database in either case, and servers on the same database report it. On PostgreSQL, the command may be
run while a server is running.`,
  mostPositionals: 0,
  async run({ config, log, progress, result }) {
    const missing = missingOfPublisher(config)
    if (missing) log.warn(missing)
    progress('opening the database')
    const database = await openDatabase(databasePlace(config))
    const { db, close } = database
    try {
      const store = await openStore(config)
      const tell = (step: ReleaseStep) => progress(describeStep(step))
      const { manifest, isNew, fault } = await checkRelease(db, { trigger: 'command' }, () =>
        release(db, store, {
          source: releaseSource(config),
          progress: tell,
          signingKey: config.signingKey,
          further: chartsOf(database.primary, log),
        }),
      )
      const folder = `${store.place}/${manifest.release}`
      const what = isNew
        ? `released ${folder}, ${manifest.files.length} files${fault ? `, without its list of changes: ${fault}` : ''}`
        : `${folder} is up to date`
      result(what, { release: manifest.release, revision: manifest.revision, isNew, folder })
    } finally {
      await close()
    }
  },
}
