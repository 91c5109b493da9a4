import { fileURLToPath } from 'node:url'
import { lookupsOf } from '../src/commands/reading.ts'
import { draftAgreement } from '../src/ingest/draft-agreement.ts'
import { makeDocument } from './generator/documents.ts'
import { randomFrom } from './generator/random.ts'

// How long it takes to read 1,000 documents: made-up ones, of the length and the forms that real ones have.

const DOCUMENTS = 1_000
const SEED = 1

const lookups = lookupsOf(fileURLToPath(new URL('../data', import.meta.url)))
const random = randomFrom(SEED)
const texts = Array.from({ length: DOCUMENTS }, () => makeDocument(random))
const characters = texts.reduce((sum, text) => sum + text.length, 0)

const cpuBefore = process.cpuUsage()
const start = performance.now()
let commitments = 0
for (const text of texts) {
  const { record } = draftAgreement({ text, title: null, url: null }, lookups)
  commitments += record.promises.length + record.activities.length
}
const seconds = (performance.now() - start) / 1000
const cpu = process.cpuUsage(cpuBefore)

process.stdout.write(
  `${DOCUMENTS} documents of ${Math.round(characters / DOCUMENTS)} characters, ${commitments} promises and activities: ` +
    `${seconds.toFixed(1)} s, ${((cpu.user + cpu.system) / 1e6).toFixed(1)} s of processor\n`,
)
