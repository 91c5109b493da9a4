import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { reasonOf } from '../common/reason.ts'
import { READ_KINDS } from '../ingest/lists/testimony.ts'
import { BadRecords } from '../records/problem.ts'
import { readText } from '../records/text-file.ts'

const share = z.number().min(0).max(1)

/** What the second reader has learnt, from how much, and how well it read documents that it had not learnt from. */
const fileSchema = z.strictObject({
  documents: z.int(),
  lists: z.int(),
  items: z.int(),
  /** The share of lists and of items that were taken for what they are, each document read by one that learnt from others. */
  crossValidated: z.strictObject({ lists: share, items: share }),
  /** Of each feature its weight for promises, for activities and for neither. */
  weights: z.record(z.string(), z.array(z.number()).length(READ_KINDS.length).readonly()),
})

/** The file of the second reader. */
type SecondReaderFile = z.infer<typeof fileSchema>

/**
 * Reads what the second reader has learnt.
 *
 * @throws {BadRecords} when the file is missing or not valid.
 */
export function readSecondReader(file: string): SecondReaderFile {
  try {
    return fileSchema.parse(JSON.parse(readText(file)))
  } catch (error) {
    const message = `cannot be used: ${reasonOf(error)}; run npm run train`
    throw new BadRecords([{ file, line: 1, message }])
  }
}

/** Writes what it has learnt, a feature a line, so that what changed can be seen. */
export function writeSecondReader(file: string, { weights, ...figures }: SecondReaderFile): void {
  const lines = Object.entries(weights).map(
    ([feature, own]) => `    ${JSON.stringify(feature)}: ${JSON.stringify(own)}`,
  )
  const head = JSON.stringify(figures, null, 2).replace(/\n\}$/, '')
  writeFileSync(file, `${head},\n  "weights": {\n${lines.join(',\n')}\n  }\n}\n`)
}
