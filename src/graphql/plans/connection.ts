import type { StatementRow } from '../../database/statements.ts'
import { type ListArgs, listAsked } from '../connections.ts'
import { type CursorPlace, encodeCursor, pageOf } from '../cursors.ts'
import type { FieldReading } from '../field-reading.ts'
import { askedFilter } from '../filters/filter.ts'
import { filters } from '../filters/index.ts'
import type { ListSource } from '../lists.ts'
import { isPlace } from '../ordering.ts'
import { type PageRows, pageInfoOf } from '../pages.ts'
import type { TypedDataset } from '../typed-datasets.ts'
import { keptCondition } from './condition.ts'
import { distinct, Layout } from './layout.ts'
import { NotPlanned } from './not-planned.ts'
import { type AskedPage, Counter, NO_PARENT, PageReader } from './pages.ts'
import type { Planner, Write } from './planner.ts'
import { objectType, type RequestedField, selections } from './requested-field.ts'
import { countRead } from './run.ts'
import { writeValue } from './write-value.ts'

/** A page to be written, with its arguments and the number of rows on all pages. */
interface FoundPage extends PageRows<StatementRow> {
  readonly asked: AskedPage
  readonly count: number
}

type PageInfo = ReturnType<typeof pageInfoOf>

/** What a connection has read in a run: the pages and counts of its parents. */
interface FoundPages {
  readonly asked: AskedPage
  readonly pages: ReadonlyMap<unknown, PageRows<StatementRow>>
  readonly counts: ReadonlyMap<unknown, number>
}

const EMPTY: PageRows<StatementRow> = { rows: [], hasMore: false }

/** Plans a connection: its pages are read for all parents at once, and counted if totalCount is requested. */
export function planConnection(
  planner: Planner,
  requested: RequestedField,
  { source: list, key, known }: Extract<FieldReading, { kind: 'connection' }>,
  parents: Layout,
): Write<StatementRow> {
  const { sort, itself } = planner.listArgs(requested)
  const source = listAsked(list, { sort, itself })
  const rows = new Layout(key === null ? 0 : 1)
  const { write, isRead, isCounted, hasInfo } = planPage(planner, requested, source, rows, key !== null)
  const slot = planner.slot<FoundPages>()
  const args = planner.arguments<ListArgs>(requested)
  const reader = new PageReader(source, rows.names, hasInfo, planner.noted)
  const counter = new Counter(listAsked(list, { itself }), planner.noted)
  const keyAt = key === null ? null : parents.at(key)
  const knownAt = known && parents.at(known.column)
  const isPlaceOf = (values: readonly unknown[]) => isPlace(source, values)
  const isKnown = (row: StatementRow) =>
    knownAt === undefined || known?.values.includes(String(row[knownAt])) === true

  parents.fetches.push(async (all, run) => {
    const from = all.filter(isKnown)
    if (from.length === 0) return
    const { filter, ...sent } = args(run)
    const keys = keyAt === null ? null : distinct(from, keyAt)
    // All parents have the same page, unless there is a cursor, which belongs to one of them and is refused by the others.
    const [page] = (keys ?? [null]).map((parent) => pageOf(source.name, isPlaceOf, sent, parent))
    if (!page) return
    const { given, wasNamed } = await askedFilter(filters[source.dataset], filter, run.names)
    // Names and rows come from the same revision only if it has not changed meanwhile.
    if (wasNamed) countRead(run)
    const asked = { page, where: keptCondition(source.dataset, given) }
    const readPages = async () => {
      const pages = await reader.read(run, keys, asked)
      await rows.fetch(
        [...pages.values()].flatMap((each) => each.rows),
        run,
      )
      return pages
    }
    const [pages, counts] = await Promise.all([
      isRead ? readPages() : new Map(),
      isCounted ? counter.count(run, keys, asked.where) : new Map(),
    ])
    slot.put(run, { asked, pages, counts })
  })

  return (row, run) => {
    if (!isKnown(row)) return 'null'
    const { asked, pages, counts } = slot.take(run)
    const parent = keyAt === null ? NO_PARENT : row[keyAt]
    const { rows: shown, hasMore } = pages.get(parent) ?? EMPTY
    return write({ asked, rows: shown, hasMore, count: counts.get(parent) ?? 0 }, run)
  }
}

/** What is selected of a page: what writes it, and whether its rows, its count and whether there are more have to be read. */
function planPage(
  planner: Planner,
  requested: RequestedField,
  source: ListSource<TypedDataset>,
  rows: Layout,
  isOfParent: boolean,
) {
  let isRead = false
  let isCounted = false
  let hasInfo = false

  const node = (each: RequestedField) => planner.object(objectType(each.field.type), selections(each), rows)
  const cursor = (): ((row: StatementRow) => string) => {
    const places = source.order.map((column) => rows.at(column))
    // The columns of an order have only values that a place can consist of.
    return (row) => {
      const parent = isOfParent ? String(row[0]) : null
      return encodeCursor(source.name, places.map((at) => row[at]) as unknown as CursorPlace, parent)
    }
  }
  const edge = (each: RequestedField): Write<StatementRow> => {
    if (each.field.name === 'node') return node(each)
    const cursorOf = cursor()
    return (row) => JSON.stringify(cursorOf(row))
  }
  const pageInfo = (each: RequestedField): Write<FoundPage> => {
    const cursorOf = cursor()
    const write = planner.fields<PageInfo>(objectType(each.field.type), selections(each), ({ field }) => {
      const value = writeValue(field.type)
      return (info) => value(info[field.name as keyof PageInfo]) // the type has no other fields
    })
    return ({ asked: { page }, rows: shown, hasMore }, run) => {
      const ends = shown.length === 0 ? [] : [shown[0], shown.at(-1)]
      const cursors = ends.map((row) => ({ cursor: cursorOf(row ?? []) }))
      return write(pageInfoOf(page, cursors, hasMore), run)
    }
  }

  const write = planner.fields<FoundPage>(objectType(requested.field.type), selections(requested), (each) => {
    if (each.field.name === 'totalCount') isCounted = true
    else isRead = true
    switch (each.field.name) {
      case 'nodes':
        return everyRow(node(each))
      case 'edges':
        return everyRow(planner.fields(objectType(each.field.type), selections(each), edge))
      case 'pageInfo':
        hasInfo = true
        return pageInfo(each)
      case 'totalCount':
        return ({ count }) => String(count)
      default:
        throw new NotPlanned(each.field.name)
    }
  })
  return { write, isRead, isCounted, hasInfo }
}

function everyRow(write: Write<StatementRow>): Write<FoundPage> {
  return ({ rows }, run) => `[${rows.map((row) => write(row, run)).join(',')}]`
}
