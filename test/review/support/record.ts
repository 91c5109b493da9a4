import { lookupsOf } from '../../../src/commands/reading.ts'
import { draftAgreement } from '../../../src/ingest/draft-agreement.ts'
import { writeDraft } from '../../../src/ingest/write-draft.ts'
import { parseYaml } from '../../../src/records/yaml-file.ts'
import { readingsById } from '../../../src/review/record/readings.ts'
import { unfinishedSchema } from '../../../src/review/record/unfinished.ts'
import { Words } from '../../../src/review/record/words.ts'

/** A made-up agreement of a real municipality; nobody in it is real. */
export const TEXT = `Medborgarlöfte Habo kommun 2019

Polisen och Habo kommun lovar att:
- minska buskörningen i centrala Habo

Det ska vi åstadkomma genom följande aktiviteter:
- Polisen ska genomföra minst femton trafikkontroller per år.
- Polisen ska dela ut reflexer vid stationen.
- Kommunen ska sätta upp farthinder på Storgatan.

Räddningstjänsten ska också vara med.

Habo den 6 december 2018

Eva Exempel
Kommunstyrelsens ordförande
Habo kommun
`

/** A made-up document that only lists activities. */
export const LISTED = `Medborgarlöfte Habo kommun 2019

Polisen lovar att:
- genomföra minst femton trafikkontroller per år
- finnas på plats vid stationen
- öka tryggheten på torget i Årsta

Räddningstjänsten ska också vara med.

Habo den 6 december 2018
`

/** What is known of the file of a made-up agreement. */
export const DOCUMENT = {
  url: null,
  publisherKind: null,
  retrievedOn: null,
  mediaType: 'text/plain',
  sha256: '0'.repeat(64),
}

/** The made-up agreement as its draft says it, before anybody has decided anything. */
export function madeUpRecord(text = TEXT) {
  const yaml = writeDraft(draftAgreement({ text, title: null, url: null }, lookupsOf('data')), DOCUMENT)
  const parsed = parseYaml('draft.yaml', yaml, unfinishedSchema)
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  const { value: record } = parsed.read
  return { record: { ...record, reading: readingsById(record) }, yaml, words: new Words(text) }
}
