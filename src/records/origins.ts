import { closest } from 'fastest-levenshtein'
import { quoted } from '../common/quoted.ts'
import { type Column, rowKey, snakeCase } from '../datasets/dataset.ts'
import { type DatasetName, datasetNames, datasets, type Tables } from '../datasets/index.ts'
import type { Problem } from './problem.ts'

/** Where a row was read. */
export interface Origin {
  readonly file: string
  readonly line: number
}

/** Remembers where each row was read, so that an error that is found later can name the place. */
export class Origins {
  readonly #places = new WeakMap<object, Origin>()

  /** Records the place of a row, and returns the row. */
  at<R extends object>(origin: Origin, row: R): R {
    this.#places.set(row, origin)
    return row
  }

  /** The place of a row, if it was read. */
  find(row: object): Origin | undefined {
    return this.#places.get(row)
  }

  /** The place of a row that was read. */
  of(row: object): Origin {
    const origin = this.find(row)
    if (!origin) throw new Error(`The row has no known origin: ${JSON.stringify(row)}`)
    return origin
  }
}

/** Errors between rows: duplicate keys, and references to missing rows. */
export function checkLinks(tables: Tables, origins: Origins): Problem[] {
  const problems: Problem[] = []
  const keys = new Map<string, Set<string>>()
  for (const name of datasetNames) {
    const seen = new Map<string, Origin>()
    for (const row of tables[name]) {
      const key = rowKey(datasets[name], row)
      const first = seen.get(key)
      if (first) {
        const message = `${name} ${key} is already in ${first.file}:${first.line}; give it another id, or remove one`
        problems.push({ ...origins.of(row), message })
      } else seen.set(key, origins.of(row))
    }
    keys.set(name, new Set(seen.keys()))
  }
  for (const name of datasetNames) problems.push(...danglingReferences(name, tables, keys, origins))
  return problems
}

function danglingReferences(
  name: DatasetName,
  tables: Tables,
  keys: Map<string, Set<string>>,
  origins: Origins,
): Problem[] {
  const columns: [string, Column][] = Object.entries(datasets[name].columns)
  return columns.flatMap(([column, { references, title }]) => {
    const known = references === undefined ? undefined : keys.get(references)
    if (!known) return []
    return tables[name].flatMap((row) => {
      const value: unknown = { ...row }[column as never]
      if (typeof value !== 'string' || known.has(value)) return []
      const near = known.size > 0 ? `; did you mean "${closest(value, [...known])}"?` : ''
      const message = `${snakeCase(column)} ${quoted(value)} is not in ${references}${near}`
      return [{ ...origins.of(row), message, sv: `${title.sv}: ${quoted(value)} finns inte i datamängden.` }]
    })
  })
}
