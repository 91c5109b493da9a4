import { snakeCase, type Text } from '../../datasets/dataset.ts'
import { published } from '../../datasets/published.ts'
import type { FileRow } from './lines.ts'
import { type ComparedRelease, keyText, rowsOf } from './releases.ts'

/** A row that another one refers to. */
export interface RowReference {
  readonly dataset: string
  readonly key: string
}

/** The name of a row in each language; null if it has none. */
export type Label = { readonly [L in keyof Text]: string | null }

/** The names of rows that links lead to. Only those that are needed are in memory. */
export class Names {
  readonly #labels = new Map<string, Label>()

  /** The names of some rows; rows in both releases have the name of the newer one. */
  static async of(
    from: ComparedRelease,
    to: ComparedRelease,
    wanted: readonly RowReference[],
  ): Promise<Names> {
    const names = new Names()
    const byDataset = Map.groupBy(wanted, ({ dataset }) => dataset)
    for (const [dataset, references] of byDataset) {
      const keys = new Set(references.map(({ key }) => key))
      for (const release of [from, to]) {
        const side = release.sides.get(dataset)
        if (!side) continue
        for await (const row of rowsOf(release, dataset)) {
          const key = keyText(side, row)
          if (keys.has(key)) names.#labels.set(`${dataset} ${key}`, rowLabel(dataset, row))
        }
      }
    }
    return names
  }

  /** The name of a row, or its key. */
  nameOf({ dataset, key }: RowReference, language: keyof Text): string {
    return this.#labels.get(`${dataset} ${key}`)?.[language] ?? key
  }
}

/** The name of a row, from the column for it. */
export function rowLabel(dataset: string, row: FileRow): Label {
  const { label } = published.find(({ name }) => name === dataset) ?? {}
  const of = (language: keyof Text) => {
    const value = label && row[snakeCase(label[language])]
    return typeof value === 'string' ? value : null
  }
  return { sv: of('sv'), en: of('en') }
}
