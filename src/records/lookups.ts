import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Column, Dataset, RecordOf } from '../datasets/dataset.ts'
import { municipalities } from '../datasets/municipalities.ts'
import { policeAreas } from '../datasets/police-areas.ts'
import { targetPer } from '../datasets/vocabularies/promises.ts'
import { organisationKind, role } from '../datasets/vocabularies/signatures.ts'
import { findingBasis, followUpFrequency } from '../datasets/vocabularies/situation.ts'
import { Origins } from './origins.ts'
import { BadRecords, type Problem } from './problem.ts'
import { parseTable } from './table-file.ts'
import { decode } from './text-file.ts'

const title = { sv: '', en: '' }
const text = { type: 'text', title, description: title } as const satisfies Column
const maybeText = { ...text, absent: title } as const satisfies Column

const { researchState: _, ...municipalityColumns } = municipalities.columns

// The columns of each file; data/lookups/README.md explains them.
const TABLES = {
  municipalities: ['reference/municipalities.csv', municipalityColumns],
  policeAreas: ['reference/police_areas.csv', policeAreas.columns],
  actors: ['lookups/actors.csv', { wording: text, actorId: text }],
  roles: [
    'lookups/roles.csv',
    {
      wording: text,
      role: { ...maybeText, type: 'enum', values: role },
      organisation: { ...text, type: 'enum', values: organisationKind },
    },
  ],
  topicTerms: ['lookups/topic_terms.csv', { wording: text, topicId: text, unlessTopicId: maybeText }],
  headings: ['lookups/headings.csv', { wording: text, section: text }],
  otherTimes: ['lookups/other_times.csv', { wording: text }],
  noAgreements: ['lookups/no_agreements.csv', { wording: text, says: text }],
  wordLists: ['lookups/word_lists.csv', { list: text, wording: text }],
  leadIns: ['lookups/lead_ins.csv', { wording: text, says: text }],
  labels: ['lookups/labels.csv', { wording: text, holds: text }],
  boilerplate: ['lookups/boilerplate.csv', { wording: text, rule: text }],
  units: ['lookups/units.csv', { wording: text, onlyAfterAnOperator: { ...text, type: 'boolean' } }],
  targetTimes: [
    'lookups/target_times.csv',
    { wording: text, per: { ...maybeText, type: 'enum', values: targetPer } },
  ],
  targetGroups: ['lookups/target_groups.csv', { wording: text }],
  bases: ['lookups/bases.csv', { wording: text, basis: { ...text, type: 'enum', values: findingBasis } }],
  frequencies: [
    'lookups/frequencies.csv',
    { wording: text, frequency: { ...text, type: 'enum', values: followUpFrequency } },
  ],
} as const satisfies { [name: string]: readonly [file: string, columns: Dataset['columns']] }

type LookupFiles = typeof TABLES

/** The rows of every lookup, and of the reference tables of places. */
type LookupRows = {
  readonly [name in keyof LookupFiles]: RecordOf<{ columns: LookupFiles[name][1] }>[]
}

/**
 * Reads the lookups of a data folder.
 *
 * @throws {BadRecords} when any of them has errors; it lists them all.
 */
export function readLookups(root: string): LookupRows {
  const problems: Problem[] = []
  const rows = Object.entries(TABLES).map(([name, [file, columns]]) => {
    const read = parseTable<Dataset['columns']>(
      file,
      decode(readFileSync(join(root, file))),
      columns,
      new Origins(),
    )
    problems.push(...read.problems)
    return [name, read.rows]
  })
  if (problems.length > 0) throw new BadRecords(problems)
  // Each table was read with its own columns, as LookupRows says.
  return Object.fromEntries(rows) as LookupRows
}
