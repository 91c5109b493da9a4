import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { quoted } from '../common/quoted.ts'
import {
  LEAD_IN_WORDS,
  type Lookups,
  type LookupTables,
  NO_AGREEMENT_WORDS,
  prepareLookups,
  SECTIONS,
} from '../ingest/lookups.ts'
import { LABEL_HOLDS } from '../ingest/text/labels.ts'
import { WORD_LISTS } from '../ingest/text/word-expressions.ts'
import { readGists } from '../records/catalogued-commitments.ts'
import { readLookups } from '../records/lookups.ts'
import { BadRecords } from '../records/problem.ts'
import { readText } from '../records/text-file.ts'
import { readSecondReader } from './second-reader-file.ts'

/** What the second reader has learnt, in a data folder. */
export const SECOND_READER = 'lookups/second_reader.json'
const WORD_LIST_FILE = 'lookups/word_lists.csv'
const CATALOGUED = 'agreements/commitments.csv'

/**
 * The lookups of a data folder, ready for reading documents.
 *
 * @throws {BadRecords} when a lookup has errors, or a list of words has none.
 */
export function lookupsOf(root: string): Lookups {
  return prepareLookups(lookupTablesOf(root))
}

/**
 * The rows of the lookups of a data folder.
 *
 * @throws {BadRecords} when a lookup has errors, or a list of words has none.
 */
export function lookupTablesOf(root: string): LookupTables {
  const { headings, labels, leadIns, noAgreements, wordLists, ...rows } = readLookups(root)
  const oneOf = <T extends string>(file: string, column: string, words: readonly T[]) => {
    return (value: string, index: number): T => {
      const word = words.find((each) => each === value)
      if (word !== undefined) return word
      const message = `${column}: ${quoted(value)}; write one of ${words.join(', ')}`
      throw new BadRecords([{ file, line: index + 2, message }])
    }
  }
  const section = oneOf('lookups/headings.csv', 'section', SECTIONS)
  const says = oneOf('lookups/lead_ins.csv', 'says', LEAD_IN_WORDS)
  const holds = oneOf('lookups/labels.csv', 'holds', LABEL_HOLDS)
  const tells = oneOf('lookups/no_agreements.csv', 'says', NO_AGREEMENT_WORDS)
  const list = oneOf(WORD_LIST_FILE, 'list', WORD_LISTS)
  // An expression with a list of no words would match everything.
  const empty = WORD_LISTS.filter((name) => !wordLists.some((row) => row.list === name))
  if (empty.length > 0)
    throw new BadRecords([
      {
        file: WORD_LIST_FILE,
        line: 1,
        message: `no words for ${empty.join(', ')}; add at least one to each`,
      },
    ])
  return {
    ...rows,
    secondReader: readSecondReader(join(root, SECOND_READER)).weights,
    catalogued: existsSync(join(root, CATALOGUED))
      ? readGists(CATALOGUED, readText(join(root, CATALOGUED)))
      : [],
    headings: headings.map((row, index) => ({ ...row, section: section(row.section, index) })),
    noAgreements: noAgreements.map((row, index) => ({ ...row, says: tells(row.says, index) })),
    labels: labels.map((row, index) => ({ ...row, holds: holds(row.holds, index) })),
    wordLists: wordLists.map((row, index) => ({ ...row, list: list(row.list, index) })),
    leadIns: leadIns.map((row, index) => ({ ...row, says: says(row.says, index) })),
  }
}
