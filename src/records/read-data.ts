import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { rowKey } from '../datasets/dataset.ts'
import { datasetNames, datasets, type Tables } from '../datasets/index.ts'
import { readCatalogued, readCataloguedIssues } from './catalogued.ts'
import { isInCalendar } from './dates.ts'
import { checkLinks, Origins } from './origins.ts'
import { BadRecords, type Problem } from './problem.ts'
import { readReference, setResearchStates } from './reference.ts'
import { readTranscribed } from './transcribed.ts'
import { parseYaml } from './yaml-file.ts'

/** One state of the whole data set, as read from `data/`. */
export interface Data {
  readonly tables: Tables
  /** The day of the newest change, from `data/edition.yaml`. */
  readonly date: string
  /** The folder that it was read from, as messages name it. */
  readonly folder: string
}

/**
 * Reads and checks everything in a data folder. Throws `BadRecords`, with every fault that was found, if any
 * record fails its checks; then nothing may be loaded.
 */
export function readData(root: string): Data {
  const below = relative(process.cwd(), root)
  const folder = below === '' || below.startsWith('..') ? root : below
  try {
    return { ...readRecords(root), folder }
  } catch (error) {
    throw error instanceof BadRecords ? error.within(folder) : error
  }
}

function readRecords(root: string): Omit<Data, 'folder'> {
  const tables = Object.fromEntries(datasetNames.map((name) => [name, []])) as unknown as Tables
  const origins = new Origins()
  const problems: Problem[] = []
  const read = (file: string): string => {
    try {
      return readFileSync(join(root, file), 'utf8')
    } catch (error) {
      throw new BadRecords([{ file, line: 1, message: `cannot be read: ${reasonOf(error)}` }])
    }
  }

  const edition = parseYaml('edition.yaml', read('edition.yaml'), editionSchema)
  if ('problems' in edition) throw new BadRecords(edition.problems)
  problems.push(...readReference(read, tables, origins))
  for (const folder of foldersIn(join(root, 'agreements'))) {
    problems.push(...readTranscribed(root, folder, tables, origins))
  }
  const catalogued = 'agreements/catalogued.csv'
  problems.push(...readCatalogued(catalogued, read(catalogued), tables, origins))
  const cataloguedIssues = 'agreements/catalogued_issues.csv'
  problems.push(...readCataloguedIssues(cataloguedIssues, read(cataloguedIssues), tables, origins))
  // Faults between rows mean little while rows are missing.
  if (problems.length > 0) throw new BadRecords(problems)

  problems.push(
    ...mergeSignatories(tables, origins),
    ...setResearchStates(tables, origins),
    ...checkLinks(tables, origins),
    ...checkTombstones(tables, origins),
    ...checkEdition(edition.read.value.date, tables, origins),
  )
  if (problems.length > 0) throw new BadRecords(problems)
  return { tables, date: edition.read.value.date }
}

const editionSchema = z.strictObject({
  date: z.string().refine(isInCalendar, 'write the day of the newest change, such as 2026-11-21'),
})

function foldersIn(path: string): string[] {
  let entries: Dirent[]
  try {
    entries = readdirSync(path, { withFileTypes: true })
  } catch (error) {
    throw new BadRecords([{ file: 'agreements', line: 1, message: `cannot be read: ${reasonOf(error)}` }])
  }
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** A person stands once, however many agreements they signed. */
function mergeSignatories(tables: Tables, origins: Origins): Problem[] {
  const problems: Problem[] = []
  const people = new Map<string, Tables['signatories'][number]>()
  for (const row of tables.signatories) {
    const first = people.get(row.id)
    if (!first) people.set(row.id, row)
    else if (first.name !== row.name) {
      const { file, line } = origins.of(first)
      const message = `${row.id} is "${first.name}" in ${file}:${line}; give "${row.name}" an id of their own, or the same spelling`
      problems.push({ ...origins.of(row), message })
    }
  }
  tables.signatories = [...people.values()]
  return problems
}

/** An id that was withdrawn is never used again. */
function checkTombstones(tables: Tables, origins: Origins): Problem[] {
  const live = new Map<string, Set<string>>(
    datasetNames.map((name) => [name, new Set(tables[name].map((row) => rowKey(datasets[name], row)))]),
  )
  return tables.tombstones.flatMap((tombstone) => {
    const keys = live.get(tombstone.dataset)
    if (!keys) {
      const message = `dataset "${tombstone.dataset}"; write one of ${datasetNames.join(', ')}`
      return [{ ...origins.of(tombstone), message }]
    }
    if (!keys.has(tombstone.recordId)) return []
    const message = `${tombstone.recordId} is withdrawn but still in ${tombstone.dataset}; remove one of the two`
    return [{ ...origins.of(tombstone), message }]
  })
}

/** The date of the edition is that of its newest change, so it cannot be older than a review in it. */
function checkEdition(date: string, tables: Tables, origins: Origins): Problem[] {
  const dated = [
    ...tables.agreements.map((row) => ({ row, on: row.reviewedOn })),
    ...tables.tombstones.map((row) => ({ row, on: row.withdrawnOn })),
  ]
  return dated.flatMap(({ row, on }) => {
    if (on === null || on <= date) return []
    const { file, line } = origins.of(row)
    return [
      { file: 'edition.yaml', line: 1, message: `write ${on} or later: ${file}:${line} is of that day` },
    ]
  })
}
