import { snakeCase, type Text } from '../../datasets/dataset.ts'
import { published } from '../../datasets/published.ts'
import type { FileRow } from './lines.ts'
import { type Compared, keyText, rowsOf } from './releases.ts'

/** A row that another one refers to. */
export interface RowReference {
  readonly dataset: string
  readonly key: string
}

/** What a row is called in each language; null where nothing names it. */
export type Label = { readonly [L in keyof Text]: string | null }

/** What rows are called that links lead to. Only those that are asked for are held. */
export class Names {
  readonly #labels = new Map<string, Label>()

  /** The names of some rows; what both releases have is called as the newer one says. */
  static async of(from: Compared, to: Compared, wanted: readonly RowReference[]): Promise<Names> {
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

  /** What a row is called, or its key. */
  nameOf({ dataset, key }: RowReference, language: keyof Text): string {
    return this.#labels.get(`${dataset} ${key}`)?.[language] ?? key
  }
}

/** What a row is called by the column that says so. */
export function rowLabel(dataset: string, row: FileRow): Label {
  const { label } = published.find(({ name }) => name === dataset) ?? {}
  const of = (language: keyof Text) => {
    const value = label && row[snakeCase(label[language])]
    return typeof value === 'string' ? value : null
  }
  return { sv: of('sv'), en: of('en') }
}
