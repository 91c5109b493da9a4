import type { Text } from '../../datasets/dataset.ts'
import type { KnownRow } from '../keeping/catalogue.ts'
import type { Claim } from './claims.ts'
import type { DraftSummary } from './draft-summaries.ts'

/** The progress of an agreement: known only from the catalogue, or the state of its draft. */
export const queueStates = ['begun', 'new', 'unreadable', 'catalogued', 'finished'] as const
type QueueState = (typeof queueStates)[number]

/** An agreement to work on: one of the catalogue that is not transcribed, a draft, or both. */
export interface QueueRow {
  /** The id of the agreement, or the name of the draft's folder. */
  readonly name: string
  readonly state: QueueState
  readonly municipalities: readonly string[]
  /** What is known about it. */
  readonly about: Text
  readonly url: string | null
  readonly draft: DraftSummary | null
  readonly claims: readonly Claim[]
}

/** Which rows are requested. */
export interface QueueFilter {
  readonly words: string
  readonly state: QueueState | ''
  /** `free` for unclaimed agreements, or the name of the person who claimed them. */
  readonly who: string
}

/** How much is left, regardless of the filter. */
export interface QueueCounts {
  readonly municipalities: number
  readonly catalogued: number
  readonly drafts: number
  readonly taken: number
  readonly finished: number
}

/**
 * Everything to be done: drafts first, started ones before others and the least doubtful of each first; then what only
 * the catalogue knows and nobody has transcribed.
 */
export function queueOf(
  drafts: readonly DraftSummary[],
  catalogue: readonly KnownRow[],
  transcribed: ReadonlySet<string>,
  claims: ReadonlyMap<string, readonly Claim[]>,
): QueueRow[] {
  const known = Map.groupBy(catalogue, ({ id }) => id)
  const rows = drafts.map((draft): QueueRow => {
    const { name, title, municipalities } = draft
    const [row] = known.get(name) ?? []
    return {
      name,
      state: draft.state,
      municipalities,
      about: title === null ? aboutRow(row) : { sv: title, en: title },
      url: row?.url ?? null,
      draft,
      claims: claims.get(name) ?? [],
    }
  })
  const drafted = new Set(drafts.map(({ name }) => name))
  for (const [name, parts] of known) {
    if (drafted.has(name) || transcribed.has(name)) continue
    const [row] = parts
    rows.push({
      name,
      state: 'catalogued',
      municipalities: parts.map((each) => each.municipality_code),
      about: aboutRow(row),
      url: row?.url ?? null,
      draft: null,
      claims: claims.get(name) ?? [],
    })
  }
  return rows.sort(
    (one, other) =>
      queueStates.indexOf(one.state) - queueStates.indexOf(other.state) ||
      (one.draft?.doubted ?? 0) - (other.draft?.doubted ?? 0) ||
      (one.name < other.name ? -1 : 1),
  )
}

function aboutRow(row: KnownRow | undefined): Text {
  return { sv: row?.summary_sv ?? '', en: row?.summary_en ?? '' }
}

/** The rows that match a filter. `nameOf` gives the name of a municipality. */
export function filteredQueue(
  rows: readonly QueueRow[],
  { words, state, who }: QueueFilter,
  nameOf: (code: string) => string,
): QueueRow[] {
  const sought = words.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean)
  return rows.filter((row) => {
    if (state !== '' && row.state !== state) return false
    if (who === 'free' && row.claims.length > 0) return false
    if (who !== '' && who !== 'free' && !row.claims.some(({ by }) => by === who)) return false
    const { name, municipalities, about, url } = row
    const text = [name, ...municipalities.map(nameOf), about.sv, about.en, url ?? '']
      .join(' ')
      .toLocaleLowerCase('sv')
    return sought.every((word) => text.includes(word))
  })
}

export function countsOfQueue(rows: readonly QueueRow[]): QueueCounts {
  const left = rows.filter(({ state }) => state !== 'finished')
  const count = (fits: (row: QueueRow) => boolean) => left.filter(fits).length
  return {
    municipalities: new Set(left.flatMap(({ municipalities }) => municipalities)).size,
    catalogued: count(({ state }) => state === 'catalogued'),
    drafts: count(({ draft }) => draft !== null),
    taken: count(({ claims }) => claims.length > 0),
    finished: rows.length - left.length,
  }
}
