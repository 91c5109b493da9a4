import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { Text } from '../../datasets/dataset.ts'
import { BadRecords, type Problem } from '../../records/problem.ts'
import { readData } from '../../records/read-data.ts'
import { placesOf } from '../record/places.ts'
import { undecided } from '../record/states.ts'
import type { Unfinished } from '../record/unfinished.ts'

/** What prevents a record from being finished. */
export interface Hindrance {
  /** The value to show it at; null if it belongs to none. */
  readonly value: string | null
  readonly message: Text
}

/** What an editor still has to decide or fill in. */
export function missingIn(record: Unfinished): Hindrance[] {
  const found: Hindrance[] = undecided(record).map(({ value }) => ({
    value,
    message: { sv: 'Inte granskat än.', en: 'Not reviewed yet.' },
  }))
  const lacks = (value: string | null, sv: string, en: string) => found.push({ value, message: { sv, en } })
  if (record.title === null)
    lacks('title', 'Titeln saknas: markera den i texten.', 'The title is missing: mark it in the text.')
  if (record.municipalities.length === 0)
    lacks(null, 'Kommunen saknas: lägg till den.', 'The municipality is missing: add it.')
  for (const { id, topics } of [...record.promises, ...record.activities]) {
    if (topics.length === 0) lacks(`${id}.topics`, 'Välj minst ett ämne.', 'Choose at least one topic.')
  }
  for (const { id, role } of record.signatures) {
    if (role === null) lacks(id, 'Välj en roll.', 'Choose a role.')
  }
  return found
}

/** The files of a record, as they would be in the data folder. */
interface RecordFiles {
  readonly id: string
  readonly record: Unfinished
  readonly yaml: string
  readonly source: Buffer
  readonly edition: string
}

/** The errors that the checks of all records report about this one. The data folder is not changed. */
export function checkAmong(dataRoot: string, files: RecordFiles): Hindrance[] {
  const root = mkdtempSync(join(tmpdir(), 'medborgarloften-check-'))
  try {
    linkData(resolve(dataRoot), root, files)
    readData(root)
    return []
  } catch (error) {
    if (!(error instanceof BadRecords)) throw error
    return error.problems.map((problem) => hindranceOf(problem, root, files))
  } finally {
    rmSync(root, { recursive: true })
  }
}

/** The data folder with the record added, using links for everything that is the same. */
function linkData(dataRoot: string, root: string, { id, yaml, source, edition }: RecordFiles): void {
  const link = (from: string, to: string, leaveOut: readonly string[]) => {
    for (const each of readdirSync(from, { withFileTypes: true })) {
      if (leaveOut.includes(each.name)) continue
      if (each.isFile()) cpSync(join(from, each.name), join(to, each.name))
      else symlinkSync(join(from, each.name), join(to, each.name), 'junction')
    }
  }
  link(dataRoot, root, ['agreements', 'edition.yaml'])
  writeFileSync(join(root, 'edition.yaml'), edition)
  const agreements = join(root, 'agreements')
  mkdirSync(join(agreements, id), { recursive: true })
  link(join(dataRoot, 'agreements'), agreements, [id])
  writeFileSync(join(agreements, id, 'source.txt'), source)
  writeFileSync(join(agreements, id, 'agreement.yaml'), yaml)
}

function hindranceOf({ file, line, message, sv }: Problem, root: string, files: RecordFiles): Hindrance {
  const own = join(root, 'agreements', files.id, 'agreement.yaml')
  if (resolve(file) !== own) {
    const where = `data/${relative(root, resolve(file))}:${line}: ${message}`
    return { value: null, message: { sv: where, en: where } }
  }
  return { value: valueAt(files, line), message: { sv: sv ?? message, en: message } }
}

/** The value at a line of the YAML. */
function valueAt({ record, yaml }: RecordFiles, line: number): string | null {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines })
  let path: (string | number)[] = []
  visit(document, {
    Node(key, node, parents) {
      if (key === 'key' || !node.range || lines.linePos(node.range[0]).line !== line) return
      const steps = [...parents, node]
      const found: (string | number)[] = []
      for (const [index, step] of steps.entries()) {
        if (isPair(step) && isScalar(step.key)) found.push(String(step.key.value))
        const next = steps[index + 1]
        if (typeof step === 'object' && step !== null && 'items' in step && Array.isArray(step.items)) {
          const items: readonly unknown[] = step.items
          const at = isPair(next) ? -1 : items.indexOf(next)
          if (at >= 0) found.push(at)
        }
      }
      if (found.length >= path.length) path = found
    },
  })
  return valueAlong(record, path)
}

/** The value that contains a part of the record, by its path. */
function valueAlong(record: Unfinished, path: readonly (string | number)[]): string | null {
  const parts: unknown[] = [record]
  for (const step of path) {
    const part = parts.at(-1)
    parts.push(typeof part === 'object' && part !== null ? Reflect.get(part, step) : undefined)
  }
  const idOf = (part: unknown) =>
    typeof part === 'object' && part !== null ? (Reflect.get(part, 'id') ?? Reflect.get(part, 'code')) : null
  const [list, , field] = path
  const [item, inner] = [idOf(parts[2]), idOf(parts[4])]
  const names = [
    `${item}.${field}.${inner}`,
    `${item}.${field}`,
    `${item}.text`,
    `${list}.${item}`,
    `${item}`,
    `${list}`,
  ]
  const known = new Set(placesOf(record).map(({ value }) => value))
  return names.find((name) => known.has(name)) ?? null
}
