import { resolve } from 'node:path'
import { type LoadResult, load as loadData } from '../database/load.ts'
import { openDatabase } from '../database/open.ts'
import { readData } from '../records/read-data.ts'
import { BUNDLED_DATA } from './bundled.ts'
import type { Command } from './command.ts'
import { databasePlace } from './database-place.ts'

export const load: Command = {
  summary: 'Load the records into the database.',
  usage: 'load [-- FOLDER] [--drafts FOLDER]',
  details: `Reads and checks every record in data/ (or FOLDER), and replaces the contents of the database with them in one
transaction. If anything differs, a new revision with a change log is made; otherwise nothing is written. If a record
fails its checks, the load stops and the data served before remain. Unreviewed drafts are loaded only if --drafts
names their folder. The API then marks them as drafts, no release is written while they are loaded, and the next load
without --drafts removes them. Records in that folder that have been reviewed are treated as published: move them to
data/agreements.`,
  mostPositionals: 1,
  options: {
    drafts: { value: 'FOLDER', description: 'Also load the drafts in FOLDER, as written by npm run ingest.' },
  },
  async run({ config, positionals, options, progress, result }) {
    const [folder = BUNDLED_DATA] = positionals
    progress('reading the records')
    const data = readData(
      resolve(folder),
      options.drafts === undefined ? {} : { drafts: resolve(options.drafts) },
    )
    const drafts = data.tables.agreements.filter(({ reviewState }) => reviewState === 'draft').length
    progress('opening the database')
    const { db, close } = await openDatabase(databasePlace(config))
    try {
      progress('loading')
      const loaded = await loadData(db, data)
      const told = options.drafts === undefined ? '' : `; unreviewed drafts: ${drafts}`
      result(`${describeLoad(loaded)}${told}`, {
        revision: loaded.revision.number,
        isNew: loaded.isNew,
        added: loaded.added,
        changed: loaded.changed,
        removed: loaded.removed,
        drafts,
      })
    } finally {
      await close()
    }
  },
}

/** The result of a load in one line. */
export function describeLoad({ revision, isNew, added, changed, removed }: LoadResult): string {
  return isNew
    ? `revision ${revision.number}: ${added} rows added, ${changed} changed, ${removed} removed`
    : `revision ${revision.number}: nothing has changed`
}
