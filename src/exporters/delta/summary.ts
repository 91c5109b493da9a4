import { swedishSortKey } from '../../database/swedish-order.ts'
import { agreements } from '../../datasets/agreements.ts'
import { type Dataset, snakeCase, type Text } from '../../datasets/dataset.ts'
import { published } from '../../datasets/published.ts'
import { viewNames } from '../../datasets/views/index.ts'
import type { FileRow } from './lines.ts'
import { type Label, type RowReference, rowLabel } from './names.ts'
import type { Places } from './places.ts'
import { keyText } from './releases.ts'
import type { ChangeLine } from './shape.ts'
import { Shortlist } from './shortlist.ts'
import { bothOf, type DeltaChange } from './write.ts'

/** How a row can change. */
export type ChangeKind = ChangeLine['change']

/** The maximum number of places in a list, and of rows for each. */
export const PLACES_SHOWN = 20
export const ROWS_SHOWN = 5

/** A changed column of a row, by its name in files; without its values if they are withheld. */
export interface ChangedColumn {
  readonly name: string
  readonly values: { readonly before: unknown; readonly after: unknown } | null
}

/** A row in a summary. */
export interface ToldRow {
  readonly order: string
  readonly key: string
  /** Its name, if it has one. */
  readonly label: Label
  /** The rows that it links, if it has no name. */
  readonly links: readonly RowReference[]
  /** The columns that changed. */
  readonly columns: readonly ChangedColumn[]
  /** Why it was removed, if a reason was given. */
  readonly reason: Text | null
}

/** The rows of one place. */
export interface ToldPlace {
  /** The municipalities; null for rows that belong to none. */
  readonly name: string | null
  readonly order: string
  readonly rows: Shortlist<ToldRow>
}

/** The changes of one kind in one dataset. */
export class ToldChanges {
  count = 0
  readonly #places = new Map<string | null, ToldPlace>()

  add(name: string | null, row: ToldRow | null): void {
    this.count += 1
    let place = this.#places.get(name)
    if (!place) {
      // Rows without a place have a list of their own, as long as one of places.
      place = {
        name,
        order: swedishSortKey(name ?? ''),
        rows: new Shortlist(name === null ? PLACES_SHOWN : ROWS_SHOWN),
      }
      this.#places.set(name, place)
    }
    if (row) place.rows.add(row)
    else place.rows.count += 1
  }

  /** The rows by place, the first places in Swedish order. */
  places(): Shortlist<ToldPlace> {
    const list = new Shortlist<ToldPlace>(PLACES_SHOWN)
    for (const place of this.#places.values()) list.add(place)
    return list
  }
}

/** A summary of the changes: how many there are, and the first of each kind by name. */
export class Summary {
  readonly #places: Places
  readonly datasets = new Map<string, { readonly [K in ChangeKind]: ToldChanges }>()

  constructor(places: Places) {
    this.#places = places
  }

  /** Adds a change. Joined tables are ignored, since they repeat the datasets. */
  see({ sides, difference: { before, after }, line }: DeltaChange): void {
    if (viewNames.some((name) => name === line.dataset)) return
    const columns = line.change === 'changed' ? changedColumns(line) : []
    // A column that was added or removed is reported once, and not as a change to every row.
    if (line.change === 'changed' && line.before !== null && columns.length === 0) return
    const told = this.datasets.get(line.dataset) ?? none()
    this.datasets.set(line.dataset, told)
    const dataset = published.find(({ name }) => name === line.dataset)
    const row = after ?? before
    const links = dataset && row ? linkedRows(dataset, row) : []
    if (!dataset || !row || (!dataset.label && links.length === 0)) {
      told[line.change].count += 1
      return
    }
    const both = bothOf(sides)
    const key = keyText(after ? both.to : both.from, row)
    const label = rowLabel(dataset.name, row)
    const reason = line.change === 'removed' ? line.reason : null
    const isSilent = line.change === 'removed' && line.withheld !== undefined
    const place = this.#placeOf(dataset, row)
    // Rows of a municipality are sorted by the numbers in their ids, others by name.
    const order = place === null ? swedishSortKey(label.sv ?? key) : numbered(key)
    told[line.change].add(place, isSilent ? null : { order, key, label, links, columns, reason })
  }

  #placeOf({ name, columns }: Dataset, row: FileRow): string | null {
    if (name === agreements.name) return this.#places.nameOf(String(row.id))
    if ('agreementId' in columns) return this.#places.nameOf(String(row.agreement_id))
    // The id of a promise or an activity begins with that of its agreement.
    const part = row.activity_id ?? row.promise_id
    return typeof part === 'string' ? this.#places.nameOf(part.replace(/-[ap]\d+$/, '')) : null
  }

  /** The rows that are linked by those in the summary. */
  links(): RowReference[] {
    return [...this.datasets.values()].flatMap((kinds) =>
      Object.values(kinds).flatMap((told) =>
        told.places().kept.flatMap(({ rows }) => rows.kept.flatMap(({ links }) => links)),
      ),
    )
  }
}

/** An id as a text that sorts by the numbers in it: a2 before a10. */
function numbered(key: string): string {
  return key.replace(/\d+/g, (digits) => digits.padStart(6, '0'))
}

function none(): { readonly [K in ChangeKind]: ToldChanges } {
  return { added: new ToldChanges(), changed: new ToldChanges(), removed: new ToldChanges() }
}

/** The maximum number of characters kept of a value, more than are shown. */
const VALUE_HELD = 200

function changedColumns({ before, after }: Extract<ChangeLine, { change: 'changed' }>): ChangedColumn[] {
  const held = (value: unknown) => (typeof value === 'string' ? value.slice(0, VALUE_HELD) : value)
  return Object.keys(after).flatMap((name): ChangedColumn[] => {
    if (before === null) return [{ name, values: null }]
    return name in before ? [{ name, values: { before: held(before[name]), after: held(after[name]) } }] : []
  })
}

/** The rows that a row links, if its key consists of references and it has no name. */
function linkedRows({ label, key, columns }: Dataset, row: FileRow): RowReference[] {
  if (label) return []
  const links = key.flatMap((column) => {
    const { references } = columns[column] ?? {}
    return references === undefined ? [] : [{ dataset: references, key: String(row[snakeCase(column)]) }]
  })
  return links.length > 1 ? links : []
}
