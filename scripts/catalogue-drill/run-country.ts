// A run over the addresses of a file, as npm run ingest -- --catalogue does it, with less patience. It is killed and started again.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PATIENCE } from '../../src/catalogue-run/patience.ts'
import { runCatalogue } from '../../src/catalogue-run/run.ts'
import { RunState } from '../../src/catalogue-run/run-state.ts'
import { summaryLines, summaryOf } from '../../src/catalogue-run/summary.ts'
import { lookupsOf } from '../../src/commands/reading.ts'
import { mendFolders } from '../../src/common/whole-folder.ts'
import { KnownDocuments } from '../../src/review/keeping/known-documents.ts'
import { RETRY_AFTER_S } from './faults.ts'

const [list = '', out = '', answeredMs = ''] = process.argv.slice(2)
const tell = (json: object) => process.stdout.write(`${JSON.stringify(json)}\n`)

const urls: string[] = JSON.parse(await readFile(list, 'utf8'))
const addresses = urls.map((url) => ({ url, agreements: [], municipalities: [], began: null }))
await mendFolders(out)
const state = await RunState.open(join(out, 'archive', 'catalogue.json'), new Set(urls), new Date())
const drafting = {
  lookups: lookupsOf('data'),
  known: await KnownDocuments.in(out, 'data'),
  withdrawn: '',
}
const end = await runCatalogue(addresses, {
  state,
  archive: join(out, 'archive'),
  drafting,
  reader: null,
  follow: false,
  timegate: null,
  allowPrivateAddresses: true,
  pauseMs: 5,
  patience: {
    ...PATIENCE,
    answeredMs: Number(answeredMs),
    failedMs: 20,
    runMs: 1_500,
    // A host that was just about to ask for a pause is left alone as long as that.
    interruptedMs: RETRY_AFTER_S * 1000,
  },
  onDone: ({ url }, { outcome, folder }) => tell({ url, outcome, folder }),
  onError: (error) => tell({ error: String(error) }),
})
const summary = summaryOf(end, state)
tell({ end: true, summary, lines: summaryLines(summary) })
