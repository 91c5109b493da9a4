import { resolve } from 'node:path'
import { openDatabase } from '../database/client.ts'
import { type LoadResult, load as loadData } from '../database/load.ts'
import { readData } from '../records/read-data.ts'
import { BUNDLED_DATA } from './bundled.ts'
import type { Command } from './command.ts'

export const load: Command = {
  summary: 'Load the records into the database.',
  usage: 'load [-- FOLDER] [--drafts FOLDER]',
  details: `Reads and checks every record in data/ (or FOLDER), and makes the database hold exactly those, in one
transaction. If anything differs, that makes a new revision with a log of changes; if nothing does, nothing
is written. A record that fails its checks stops the load, and the data served before stay. Drafts that nobody has
reviewed are loaded only where --drafts names their folder: the API then says which they are, no release is made as
long as they are there, and the next load without them takes them away. What is reviewed in that folder is public from
then on: move it to data/agreements.`,
  mostPositionals: 1,
  options: {
    drafts: { value: 'FOLDER', description: 'Load the drafts in FOLDER too, as npm run ingest writes them.' },
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
    const { db, close } = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir })
    try {
      progress('loading')
      const loaded = await loadData(db, data)
      const told = options.drafts === undefined ? '' : `; drafts that nobody has reviewed: ${drafts}`
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

/** What a load did, in a line. */
export function describeLoad({ revision, isNew, added, changed, removed }: LoadResult): string {
  return isNew
    ? `revision ${revision.number}: ${added} rows added, ${changed} changed, ${removed} removed`
    : `revision ${revision.number}: nothing has changed`
}
