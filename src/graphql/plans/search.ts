import type { Hit } from '../../database/search/find.ts'
import { type Highlight, highlightsOf, type Piece } from '../../database/search/highlights.ts'
import { isFuzzyAt, MOST_POINTS } from '../../database/search/rank.ts'
import { searched } from '../../database/search/searched.ts'
import { type SearchType, searchTypes } from '../../database/search/vocabularies.ts'
import type { StatementRow } from '../../database/statements.ts'
import { type SearchArgs, type SearchPage, searchPage } from '../search.ts'
import { byKey } from './by-key.ts'
import { Layout } from './layout.ts'
import { NotPlanned } from './not-planned.ts'
import type { Planner, Write } from './planner.ts'
import { objectType, type RequestedField, selections } from './requested-field.ts'
import { countRead, type Noted, type Run, type Statement } from './run.ts'
import { writeValue } from './write-value.ts'

/** A hit to be written, with its row; undefined if it no longer exists. */
interface ShownHit {
  readonly hit: Hit
  readonly row: StatementRow | undefined
  readonly page: SearchPage
}

interface FoundHits {
  readonly page: SearchPage
  readonly shown: readonly ShownHit[]
}

/** Plans a search: the rows of the hits on a page are read by one statement for each type. */
export function planSearch(
  planner: Planner,
  requested: RequestedField,
  parents: Layout,
): Write<StatementRow> {
  const args = planner.arguments<SearchArgs>(requested)
  const slot = planner.slot<FoundHits>()
  const rows = new HitRows(planner)
  const write = planSearchPage(planner, requested, rows)
  parents.fetches.push(async (_parents, run) => {
    countRead(run)
    const page = await searchPage(args(run), run)
    countRead(run) // it has taken several statements, which read one revision only if it has not changed
    const found = await rows.read(page.rows, run)
    const shown = page.rows.map((hit) => ({ hit, row: found.get(hit.number), page }))
    slot.put(run, { page, shown })
  })
  return (_row, run) => write(slot.take(run), run)
}

function planSearchPage(planner: Planner, requested: RequestedField, rows: HitRows): Write<FoundHits> {
  return planner.fields(objectType(requested.field.type), selections(requested), (each): Write<FoundHits> => {
    switch (each.field.name) {
      case 'nodes':
        return everyHit(planHitNode(planner, each, rows))
      case 'edges':
        return everyHit(
          planner.fields(objectType(each.field.type), selections(each), (of) => planEdge(planner, of, rows)),
        )
      case 'pageInfo': {
        const write = planMembers<SearchPage['pageInfo']>(planner, each)
        return ({ page }, run) => write(page.pageInfo, run)
      }
      case 'totalCount':
        return ({ page }) => String(page.found.numbers.length)
      default:
        throw new NotPlanned(each.field.name)
    }
  })
}

function planEdge(planner: Planner, requested: RequestedField, rows: HitRows): Write<ShownHit> {
  switch (requested.field.name) {
    case 'node':
      return planHitNode(planner, requested, rows)
    case 'highlights':
      return planHighlights(planner, requested, rows)
    case 'cursor':
      return ({ hit, page }) => JSON.stringify(page.cursorOf(hit))
    case 'score':
      return ({ hit }) => JSON.stringify(hit.points / MOST_POINTS)
    case 'isFuzzy':
      return ({ hit }) => String(isFuzzyAt(hit.points))
    default:
      throw new NotPlanned(requested.field.name)
  }
}

function planHitNode(planner: Planner, requested: RequestedField, rows: HitRows): Write<ShownHit> {
  const writes = new Map(
    searchTypes.map((type) => [
      type,
      planner.ofType(planner.typeOf(searched[type].dataset), (dataset) =>
        planner.object(dataset, selections(requested), rows.layoutOf(type)),
      ),
    ]),
  )
  return ({ hit, row }, run) => (row && writes.get(hit.type)?.(row, run)) ?? 'null'
}

function planHighlights(planner: Planner, requested: RequestedField, rows: HitRows): Write<ShownHit> {
  const places = new Map(
    searchTypes.map((type) => {
      const layout = rows.layoutOf(type)
      const columns = Object.keys(searched[type].columns)
      return [type, columns.map((column) => [column, layout.at(column)] as const)]
    }),
  )
  const write = planner.fields<Highlight>(objectType(requested.field.type), selections(requested), (each) => {
    if (each.field.name !== 'pieces') return planValue(each)
    const piece = planMembers<Piece>(planner, each)
    return ({ pieces }, run) => `[${pieces.map((one) => piece(one, run)).join(',')}]`
  })
  return ({ hit, row, page }, run) => {
    if (!row) return '[]'
    const texts = Object.fromEntries((places.get(hit.type) ?? []).map(([column, at]) => [column, row[at]]))
    const highlights = highlightsOf(hit, texts, page.found.terms)
    return `[${highlights.map((each) => write(each, run)).join(',')}]`
  }
}

/** What writes an object whose fields are the values that it has under their names. */
function planMembers<T extends object>(planner: Planner, requested: RequestedField): Write<T> {
  return planner.fields<T>(objectType(requested.field.type), selections(requested), planValue)
}

function planValue<T extends object>({ field }: RequestedField): Write<T> {
  const write = writeValue(field.type)
  return (value) => write(value[field.name as keyof T]) // the type has no other fields
}

function everyHit(write: Write<ShownHit>): Write<FoundHits> {
  return ({ shown }, run) => `[${shown.map((each) => write(each, run)).join(',')}]`
}

/** The rows of the hits of one type, with everything that is requested of them. */
interface RowsOfType {
  readonly layout: Layout
  readonly statement: Statement
}

/** The rows of hits, of whatever type. */
class HitRows {
  readonly #byType = new Map<SearchType, RowsOfType>()
  readonly #noted: Noted | null

  constructor({ noted }: Planner) {
    this.#noted = noted
  }

  /** What is needed of the rows of a type. If nothing is requested, none are read. */
  layoutOf(type: SearchType): Layout {
    const known = this.#byType.get(type)
    if (known) return known.layout
    const layout = new Layout(1)
    this.#byType.set(type, { layout, statement: byKey(searched[type].dataset, layout, this.#noted) })
    return layout
  }

  /** The row of each hit by its number, with everything that is read in addition. */
  async read(hits: readonly Hit[], run: Run): Promise<Map<number, StatementRow>> {
    const found = new Map<number, StatementRow>()
    const read = async (type: SearchType, of: readonly Hit[]) => {
      const known = this.#byType.get(type)
      if (!known) return
      const rows = await known.statement.rows(run, { keys: of.map(({ key }) => key) })
      const byKey = new Map(rows.map((row) => [row[0], row]))
      for (const { number, key } of of) {
        const row = byKey.get(key)
        if (row) found.set(number, row)
      }
      await known.layout.fetch(rows, run)
    }
    await Promise.all(
      Array.from(
        Map.groupBy(hits, ({ type }) => type),
        ([type, of]) => read(type, of),
      ),
    )
    return found
  }
}
