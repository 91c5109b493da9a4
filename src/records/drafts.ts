import { readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { reasonOf } from '../common/reason.ts'
import type { Tables } from '../datasets/index.ts'
import { agreementSchema, draftSchema } from './agreement-schema.ts'
import type { Origins } from './origins.ts'
import { BadRecords, type Problem } from './problem.ts'
import { addRows, readRecordFile } from './transcribed.ts'
import { parseYaml } from './yaml-file.ts'

const DRAFT = 'draft.yaml'
/** A file that an editor has begun to correct, or has reviewed, takes precedence over what the rules read. */
const FILES = ['agreement.yaml', DRAFT]

/** The files that ingest writes beside the folders of drafts. */
const ARCHIVE = 'archive'

/**
 * Reads the records in a folder of drafts, as ingest writes it, and adds their rows to the tables, or reports their
 * errors. Files are named relative to `root`.
 */
export function readDrafts(root: string, drafts: string, tables: Tables, origins: Origins): Problem[] {
  const known = new Map(tables.agreements.map((row) => [row.id, origins.of(row)]))
  return draftFolders(root, drafts).flatMap((folder) => {
    const names = readdirSync(join(drafts, folder))
    const name = FILES.find((each) => names.includes(each))
    const place = join(relative(root, drafts), folder)
    if (name === undefined) {
      const message =
        'has neither agreement.yaml nor draft.yaml; remove the folder, or ingest its document again'
      return [{ file: place, line: 1, message }]
    }
    const file = join(place, name)
    const found = readRecordFile(root, file, (yaml) => parseEither(file, yaml), null)
    if ('problems' in found) return found.problems
    const { id } = found.read.value
    const line = found.read.lineOf(['id'])
    const other = known.get(id)
    if (other) {
      const message = `agreement ${id} already exists in ${other.file}:${other.line}; if it is the same agreement, remove one of the two, otherwise give this one another id, such as ${id}-b`
      return [{ file, line, message }]
    }
    known.set(id, { file, line })
    addRows(found, file, tables, origins)
    return []
  })
}

/** Reads a record that may be a draft. A reviewed one must be complete. */
function parseEither(file: string, yaml: string) {
  const parsed = parseYaml(file, yaml, draftSchema)
  if ('read' in parsed) return parsed.read.value.reviewed ? parseYaml(file, yaml, agreementSchema) : parsed
  // Ingest overwrites a draft as long as nobody has edited it.
  const where = file.endsWith(DRAFT) ? '; make the correction in a copy named agreement.yaml' : ''
  return { problems: parsed.problems.map((each) => ({ ...each, message: `${each.message}${where}` })) }
}

/** The folders of drafts, except unfinished ones of ingest, whose names begin with a dot. */
function draftFolders(root: string, drafts: string): string[] {
  try {
    return readdirSync(drafts)
      .filter(
        (name) => name !== ARCHIVE && !name.startsWith('.') && statSync(join(drafts, name)).isDirectory(),
      )
      .sort()
  } catch (error) {
    const message = `cannot be read: ${reasonOf(error)}; give a folder written by npm run ingest`
    throw new BadRecords([{ file: relative(root, drafts), line: 1, message }])
  }
}
