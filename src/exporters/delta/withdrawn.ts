import { snakeCase, type Text } from '../../datasets/dataset.ts'
import { published } from '../../datasets/published.ts'
import { tombstones } from '../../datasets/tombstones.ts'
import type { FileRow } from './lines.ts'
import { type ComparedRelease, keyText, rowsOf } from './releases.ts'

/** The tombstones of the newer release for rows that were withdrawn since the older one. All of them are in memory. */
export class Withdrawn {
  readonly #reasons: ReadonlyMap<string, Text>
  /** Names of people who were withdrawn, as JSON texts. */
  readonly #names: readonly string[]

  private constructor(reasons: ReadonlyMap<string, Text>, names: readonly string[]) {
    this.#reasons = reasons
    this.#names = names
  }

  static async between(from: ComparedRelease, to: ComparedRelease): Promise<Withdrawn> {
    const reasons = new Map<string, Text>()
    for await (const row of rowsOf(to, tombstones.name)) {
      const reason = { sv: String(row.reason_sv), en: String(row.reason_en) }
      reasons.set(withdrawnKey(String(row.dataset), String(row.record_id)), reason)
    }
    const names = new Set<string>()
    for (const { dataset, column } of personNames()) {
      const side = from.sides.get(dataset)
      if (!side) continue
      for await (const row of rowsOf(from, dataset)) {
        const name = row[column]
        if (typeof name === 'string' && name !== '' && reasons.has(withdrawnKey(dataset, keyText(side, row))))
          names.add(JSON.stringify(name).slice(1, -1))
      }
    }
    return new Withdrawn(reasons, [...names])
  }

  /** Why a row was withdrawn, or null if no reason is known. */
  reasonOf(dataset: string, key: string): Text | null {
    return this.#reasons.get(withdrawnKey(dataset, key)) ?? null
  }

  /** Whether values contain the name of a person who was withdrawn. */
  isNamedIn(values: FileRow): boolean {
    if (this.#names.length === 0) return false
    const text = JSON.stringify(values)
    return this.#names.some((name) => text.includes(name))
  }
}

function withdrawnKey(dataset: string, key: string): string {
  return `${dataset} ${key}`
}

function personNames(): { dataset: string; column: string }[] {
  return published.flatMap(({ name, columns }) =>
    Object.entries(columns).flatMap(([column, { isPersonName }]) =>
      isPersonName ? [{ dataset: name, column: snakeCase(column) }] : [],
    ),
  )
}
