// Writes what is generated and committed: schema.graphql, exports/sample, and parts of the documents. Run it by npm run generate, and
// read the diff as you would read code.

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createApp } from '../src/app.ts'
import { openInMemory } from '../src/database/embedded.ts'
import { load } from '../src/database/load.ts'
import { release } from '../src/exporters/release.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { Outline } from '../src/graphql/plans/outline.ts'
import { printedSchema } from '../src/graphql/schema.ts'
import { readData } from '../src/records/read-data.ts'
import {
  examplesWithAnswers,
  explainedQuery,
  keysTable,
  limitsTable,
  openingsList,
  pagesTable,
  settingsTable,
  withGenerated,
} from './documentation.ts'
import { isInSample, sampleOf } from './sample.ts'

await writeFile('schema.graphql', printedSchema())

const folder = await mkdtemp(join(tmpdir(), 'medborgarloften-sample-'))
const outline = new Outline()
const database = await openInMemory(outline)
const { db } = database
const data = readData('data')
await load(db, data)
const sample = await openInMemory()
await load(sample.db, sampleOf(data))
const store = new FolderStore(folder)
const { manifest } = await release(sample.db, store, { isSample: true })
await sample.close()
await rm('exports/sample', { recursive: true, force: true })
await cp(join(folder, manifest.release), 'exports/sample', {
  recursive: true,
  filter: (source) => source === join(folder, manifest.release) || isInSample(basename(source)),
})
const app = createApp({ database, store, publicUrl: 'http://127.0.0.1:4000', log: console })
const ask = async (query: string) => {
  const asked = `http://127.0.0.1:4000/graphql?query=${encodeURIComponent(query)}`
  const { data } = (await (await app.fetch(new Request(asked))).json()) as { data: unknown }
  return { data }
}
const guide = await readFile('docs/graphql.md', 'utf8')
const withExamples = withGenerated(guide, 'examples', await examplesWithAnswers(ask))
const explanation = await explainedQuery(database, outline)
await writeFile('docs/graphql.md', withGenerated(withExamples, 'explanation', explanation))

await database.close()
await rm(folder, { recursive: true })
process.stdout.write(`schema.graphql and exports/sample (${manifest.release}) are written\n`)

const readme = await readFile('README.md', 'utf8')
await writeFile('README.md', withGenerated(readme, 'settings', settingsTable()))

const notes = await readFile('openapi-notes.md', 'utf8')
await writeFile(
  'openapi-notes.md',
  withGenerated(withGenerated(notes, 'limits', limitsTable()), 'pages', pagesTable()),
)

const releases = await readFile('docs/exports.md', 'utf8')
await writeFile('docs/exports.md', withGenerated(releases, 'openings', openingsList()))

const ingest = await readFile('docs/ingest.md', 'utf8')
await writeFile('docs/ingest.md', withGenerated(ingest, 'keys', keysTable()))
