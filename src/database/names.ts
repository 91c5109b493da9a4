import { distance } from 'fastest-levenshtein'
import { type Column, snakeCase } from '../datasets/dataset.ts'
import { type DatasetName, datasets, type Row } from '../datasets/index.ts'
import type { Statements } from './statements.ts'

/** The columns with names of rows that can be given by name, besides the key: the first is the name to show. */
const NAMES = {
  municipalities: ['name', 'officialName', 'formalName'],
  counties: ['nameSv', 'nameEn'],
  police_regions: ['name'],
  police_districts: ['name', 'officialName'],
  police_areas: ['name', 'officialName', 'aliases'],
  topics: ['labelSv', 'labelEn'],
  actors: ['labelSv', 'labelEn'],
} as const satisfies { readonly [N in DatasetName]?: readonly (keyof Row<N>)[] }

/** The datasets whose rows can be given by name, all of them small: places, topics, actors. */
export type NamedDataset = keyof typeof NAMES

/** Whether the rows of a dataset can be given by name. */
export function isNamed(dataset: string): dataset is NamedDataset {
  return dataset in NAMES
}

/** A row that can be given by name. */
export interface NamedRow {
  readonly key: string
  readonly name: string
}

/** The rows of a dataset by their keys and names. */
interface Known {
  readonly byKey: ReadonlyMap<string, NamedRow>
  /** By names without regard to case. Several rows may have one. */
  readonly byName: ReadonlyMap<string, readonly NamedRow[]>
}

/** The names in one state of the data, read when they are first needed. */
export class NameIndex {
  readonly #statements: Statements
  #reading: Promise<KnownNames> | null = null

  constructor(statements: Statements) {
    this.#statements = statements
  }

  /** All names. One statement, the first time. */
  read(): Promise<KnownNames> {
    this.#reading ??= this.#read().catch((error: unknown) => {
      this.#reading = null
      throw error
    })
    return this.#reading
  }

  async #read(): Promise<KnownNames> {
    const each = (Object.keys(NAMES) as NamedDataset[]).map((dataset) => {
      const columns: { readonly [name: string]: Column } = datasets[dataset].columns
      const [key] = datasets[dataset].key
      const [name, ...others] = NAMES[dataset]
      const all = others.map((column) =>
        columns[column]?.type === 'list'
          ? `coalesce(${snakeCase(column)}, '{}')`
          : `array[${snakeCase(column)}]`,
      )
      const list = [`array[${snakeCase(name)}]`, ...all].join(' || ')
      return `select '${dataset}', ${key}, ${list} from ${dataset}`
    })
    return new KnownNames(await this.#statements.rows(each.join(' union all '), []))
  }
}

/** The rows that can be asked for by name. */
export class KnownNames {
  readonly #known = new Map<NamedDataset, Known>()

  constructor(rows: readonly (readonly unknown[])[]) {
    for (const [dataset, of] of Map.groupBy(rows, ([dataset]) => dataset as NamedDataset)) {
      const named = of.map(([, key, names]) => {
        const [name, ...others] = names as string[] // as selected
        return { row: { key: String(key), name: String(name) }, names: [String(name), ...others] }
      })
      const pairs = named.flatMap(({ row, names }) =>
        [...new Set(names.map(folded))].map((name) => ({ name, row })),
      )
      this.#known.set(dataset, {
        byKey: new Map(named.map(({ row }) => [row.key, row])),
        byName: new Map(
          Array.from(
            Map.groupBy(pairs, ({ name }) => name),
            ([name, found]) => [name, found.map(({ row }) => row)],
          ),
        ),
      })
    }
  }

  /** The rows with a key or, if there is none, a name: none, one, or several with the same name. */
  find(dataset: NamedDataset, sent: string): readonly NamedRow[] {
    const known = this.#known.get(dataset)
    const row = known?.byKey.get(sent)
    return row ? [row] : (known?.byName.get(folded(sent)) ?? [])
  }

  /** The rows whose key or name differs from what was sent in the fewest letters, at most a few. */
  nearest(dataset: NamedDataset, sent: string): readonly NamedRow[] {
    const known = this.#known.get(dataset)
    const all = [
      ...Array.from(known?.byName ?? []),
      ...Array.from(known?.byKey ?? [], ([key, row]) => [key, [row]] as const),
    ]
    const nearest = nearestTexts(
      sent,
      all.map(([text]) => text),
    )
    const rows = all.flatMap(([text, of]) => (nearest.includes(text) ? of : []))
    return [...new Set(rows)].slice(0, MAX_NEAREST)
  }
}

/** The most rows that are suggested. */
const MAX_NEAREST = 3

/** The most characters of what was sent that are compared: a longer text is not a name. */
const MAX_COMPARED = 60

/** Those of some lower-case texts that differ from what was sent in the fewest letters. */
export function nearestTexts(sent: string, texts: readonly string[]): string[] {
  const meant = folded(sent.slice(0, MAX_COMPARED))
  const distances = texts.map((text) => distance(meant, text))
  const least = Math.min(...distances)
  return texts.filter((_text, at) => distances[at] === least)
}

function folded(name: string): string {
  return name.normalize('NFC').trim().toLowerCase()
}
