import { readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { quoted } from '../common/quoted.ts'
import { reasonOf } from '../common/reason.ts'
import { isDay, rowKey } from '../datasets/dataset.ts'
import { datasetNames, datasets, type Tables } from '../datasets/index.ts'
import { AGREEMENT_ID } from './agreement-checks.ts'
import { readCatalogued, readCataloguedIssues } from './catalogued.ts'
import { readFurtherDocuments, readParties, readRelations } from './catalogued-beside.ts'
import { readCommitments } from './catalogued-commitments.ts'
import { readConfirmations } from './confirmations.ts'
import { readDrafts } from './drafts.ts'
import { municipalityYears } from './municipality-years.ts'
import { checkLinks, type Origin, Origins } from './origins.ts'
import { BadRecords, type Problem } from './problem.ts'
import { reckon } from './reckon.ts'
import { checkCoverage, readReference, setResearchStates } from './reference.ts'
import { readOutcomes, readReports } from './reports.ts'
import { readText } from './text-file.ts'
import { readTranscribed } from './transcribed.ts'
import { readWithheld } from './withheld.ts'
import { parseYaml } from './yaml-file.ts'

/** One state of the data set, as read from `data/`. */
export interface Data {
  readonly tables: Tables
  /** The day of the newest change, from `data/edition.yaml`. */
  readonly date: string
  /** The folder that it was read from, as shown in messages. */
  readonly folder: string
  /** Where a row was read, if it is from a file. */
  readonly originOf: (row: object) => Origin | undefined
}

/**
 * Reads and checks everything in a data folder, and in a folder of drafts if one is named.
 *
 * @throws {BadRecords} when a record has errors; it lists them all. Then nothing may be loaded.
 */
export function readData(root: string, { drafts }: { drafts?: string } = {}): Data {
  const below = relative(process.cwd(), root)
  const folder = below === '' || below.startsWith('..') ? root : below
  try {
    return { ...readRecords(root, drafts), folder }
  } catch (error) {
    throw error instanceof BadRecords ? error.within(folder) : error
  }
}

function readRecords(root: string, drafts: string | undefined): Omit<Data, 'folder'> {
  const tables = Object.fromEntries(datasetNames.map((name) => [name, []])) as unknown as Tables
  const origins = new Origins()
  const problems: Problem[] = []
  const read = (file: string): string => {
    try {
      return readText(join(root, file))
    } catch (error) {
      throw new BadRecords([{ file, line: 1, message: `cannot be read: ${reasonOf(error)}` }])
    }
  }

  const edition = parseYaml('edition.yaml', read('edition.yaml'), editionSchema)
  if ('problems' in edition) throw new BadRecords(edition.problems)
  problems.push(...readReference(read, tables, origins))
  for (const folder of agreementFolders(join(root, 'agreements'))) {
    problems.push(...readTranscribed(root, folder, tables, origins))
  }
  const reviewed = tables.agreements.slice()
  if (drafts !== undefined) problems.push(...readDrafts(root, drafts, tables, origins))
  const ofDrafts = tables.agreements.slice(reviewed.length)
  // A transcribed agreement replaces the catalogued version.
  const transcribed = new Set(tables.agreements.map(({ id }) => id))
  for (const [name, readTable] of Object.entries(CATALOGUED)) {
    const file = `agreements/${name}`
    problems.push(...readTable(file, read(file), transcribed, tables, origins))
  }
  for (const [file, readTable] of Object.entries(OF_AGREEMENTS)) {
    problems.push(...readTable(file, read(file), tables, origins))
  }
  // Errors between rows mean little while rows are missing.
  if (problems.length > 0) throw new BadRecords(problems)

  problems.push(
    ...mergeSignatories(tables, origins),
    ...setResearchStates(tables, origins),
    ...checkLinks(tables, origins),
    ...checkCoverage(tables, origins),
    ...checkAgreements(tables, origins),
    ...checkTombstones(tables, origins),
    ...checkEdition(edition.read.value.date, reviewed, tables, origins),
  )
  if (problems.length > 0) throw new BadRecords(problems)
  reckon(tables)
  tables.municipality_years = municipalityYears(tables, Number(edition.read.value.date.slice(0, 4)))
  // A folder of drafts has no edition of its own: reviewed drafts make the data newer.
  const dates = ofDrafts.flatMap(({ reviewedOn }) => reviewedOn ?? [])
  const date = [edition.read.value.date, ...dates].toSorted().at(-1) ?? ''
  return { tables, date, originOf: (row) => origins.find(row) }
}

const editionSchema = z.strictObject({
  date: z.string().refine(isDay, 'write the date of the newest change, such as 2026-11-21'),
})

/** The tables of `agreements/`, beside the folders of transcribed agreements, in the order in which they are read. */
const CATALOGUED = {
  'catalogued.csv': readCatalogued,
  'further_documents.csv': readFurtherDocuments,
  'parties.csv': readParties,
  'relations.csv': readRelations,
  'commitments.csv': readCommitments,
  'catalogued_issues.csv': readCataloguedIssues,
} as const

/** Public follow-ups, their outcomes, and the confirmations of the parties. */
const OF_AGREEMENTS = {
  'reports/reports.csv': readReports,
  'reports/outcomes.csv': readOutcomes,
  'confirmations.csv': readConfirmations,
  'withheld.csv': readWithheld,
} as const

/** Files that were given to us and are not part of the data: they are not read. */
const REFUSED = 'refused.csv'

/** The folders of transcribed agreements. Anything else there is an error, since it would be ignored without notice. */
function agreementFolders(path: string): string[] {
  let names: string[]
  let stray: string | undefined
  try {
    names = readdirSync(path).filter(
      (name) => !(name in CATALOGUED) && ![REFUSED, '.DS_Store'].includes(name),
    )
    stray = names.find((name) => !statSync(join(path, name)).isDirectory())
  } catch (error) {
    throw new BadRecords([{ file: 'agreements', line: 1, message: `cannot be read: ${reasonOf(error)}` }])
  }
  const unfinished = names.find((name) => /^\..+\.(?:before|next)$/.test(name))
  if (unfinished !== undefined) {
    const message =
      'is of a record that was being replaced when the review was stopped; npm run review repairs it'
    throw new BadRecords([{ file: `agreements/${unfinished}`, line: 1, message }])
  }
  if (stray === undefined) return names.sort()
  const message = 'is not the folder of an agreement; move it into one or remove it'
  throw new BadRecords([{ file: `agreements/${stray}`, line: 1, message }])
}

/** A person has one row, however many agreements they signed. */
function mergeSignatories(tables: Tables, origins: Origins): Problem[] {
  const problems: Problem[] = []
  const people = new Map<string, Tables['signatories'][number]>()
  for (const row of tables.signatories) {
    const first = people.get(row.id)
    if (!first) people.set(row.id, row)
    else if (first.name !== row.name) {
      const { file, line } = origins.of(first)
      const message = `${row.id} is ${quoted(first.name)} in ${file}:${line}; give ${quoted(row.name)} an id of their own, or the same spelling`
      const sv = `${row.id} heter ${quoted(first.name)} i en annan post. Ge ${quoted(row.name)} ett eget id eller samma stavning.`
      problems.push({ ...origins.of(row), message, sv })
    }
  }
  tables.signatories = [...people.values()]
  return problems
}

/**
 * An agreement's id begins with the code of one of its municipalities, and has its first year, as it was known when the id
 * was given: an id stays, even if it becomes known later that the agreement began in another year.
 */
function checkAgreements(tables: Tables, origins: Origins): Problem[] {
  const parties = new Set(
    tables.agreement_municipalities.map((row) => `${row.agreementId} ${row.municipalityCode}`),
  )
  return tables.agreements.flatMap((row) => {
    const [code = '', year = ''] = row.id.split('-')
    const problems: Problem[] = []
    const wrong = (message: string, sv?: string) =>
      problems.push({ ...origins.of(row), message, ...(sv && { sv }) })
    if (!AGREEMENT_ID.test(row.id))
      wrong(`id ${quoted(row.id)} is not valid; write an id such as 0685-2020 or 0685-undated-b`)
    else if (!parties.has(`${row.id} ${code}`)) {
      wrong(`id ${quoted(row.id)} starts with ${code}, which is not the code of any of its municipalities`)
    } else if (year !== 'undated' && !isYearOf(row, year)) {
      const period = `${row.periodStart ?? 'an unknown day'} to ${row.periodEnd ?? 'an unknown day'}`
      wrong(`id ${quoted(row.id)} has the year ${year}, but the period is ${period}`)
    }
    if (row.periodStart !== null && row.periodEnd !== null && row.periodEnd < row.periodStart) {
      wrong(
        `the period ends ${row.periodEnd}, before it starts, ${row.periodStart}`,
        `Perioden slutar ${row.periodEnd}, innan den börjar ${row.periodStart}.`,
      )
    }
    return problems
  })
}

/** Whether a year is in an agreement's period. If its end is unknown, only the first year counts. */
function isYearOf({ periodStart, periodEnd }: Tables['agreements'][number], year: string): boolean {
  const [first, last] = [periodStart?.slice(0, 4), (periodEnd ?? periodStart)?.slice(0, 4)]
  return first !== undefined && last !== undefined && first <= year && year <= last
}

/** A withdrawn id is never used again. */
function checkTombstones(tables: Tables, origins: Origins): Problem[] {
  const live = new Map<string, Set<string>>(
    datasetNames.map((name) => [name, new Set(tables[name].map((row) => rowKey(datasets[name], row)))]),
  )
  return tables.tombstones.flatMap((tombstone) => {
    const keys = live.get(tombstone.dataset)
    if (!keys) {
      const message = `dataset ${quoted(tombstone.dataset)} does not exist; write one of ${datasetNames.join(', ')}`
      return [{ ...origins.of(tombstone), message }]
    }
    if (!keys.has(tombstone.recordId)) return []
    const message = `${tombstone.recordId} is withdrawn but still in ${tombstone.dataset}; remove one of the two`
    return [{ ...origins.of(tombstone), message }]
  })
}

/** The date of the edition is that of its newest change, so no review can be newer. */
function checkEdition(
  date: string,
  agreements: Tables['agreements'],
  { tombstones, confirmations }: Tables,
  origins: Origins,
): Problem[] {
  const dated = [
    ...agreements.map((row) => ({ row, on: row.reviewedOn })),
    ...tombstones.map((row) => ({ row, on: row.withdrawnOn })),
    ...confirmations.map((row) => ({ row, on: row.confirmedOn })),
  ]
  return dated.flatMap(({ row, on }) => {
    if (on === null || on <= date) return []
    const { file, line } = origins.of(row)
    return [
      { file: 'edition.yaml', line: 1, message: `write ${on} or later: ${file}:${line} is of that day` },
    ]
  })
}
