import { sql } from 'drizzle-orm'
import { isNonNullType } from 'graphql'
import type { StatementRow } from '../../database/statements.ts'
import { datasets } from '../../datasets/index.ts'
import { globalId, idParts } from '../builder.ts'
import { type FieldReading, readingOf } from '../field-reading.ts'
import { selectAll } from '../lists.ts'
import { keyFrom } from '../nodes.ts'
import { type NodeDataset, nodeDatasets } from '../typed-datasets.ts'
import { byKey } from './by-key.ts'
import { planConnection } from './connection.ts'
import { distinct, grouped, Layout } from './layout.ts'
import { NotPlanned } from './not-planned.ts'
import { describeReading } from './outline.ts'
import type { Planner, Write } from './planner.ts'
import { objectType, type RequestedField, selections } from './requested-field.ts'
import { RowReader } from './row-reader.ts'
import { type Build, type Run, Statement } from './run.ts'
import { planSearch } from './search.ts'
import { planValues } from './values.ts'
import { writeValue } from './write-value.ts'

type ReadAs<K extends FieldReading['kind']> = Extract<FieldReading, { kind: K }>

/**
 * The function that writes a field of an object whose rows have the layout given. How the field is read decides which.
 *
 * @throws {NotPlanned} when plans cannot read the field.
 */
export function planField(planner: Planner, requested: RequestedField, rows: Layout): Write<StatementRow> {
  const reading = readingOf(requested.field)
  if (reading && planner.noted) planner.noted.line.made = describeReading(reading)
  switch (reading?.kind) {
    case 'column': {
      const [at, write] = [rows.at(reading.column), writeValue(requested.field.type)]
      return (row) => write(row[at])
    }
    case 'id': {
      const { type, key } = datasets[reading.dataset]
      const at = rows.at(key[0])
      return (row) => JSON.stringify(globalId(type, String(row[at])))
    }
    case 'part': {
      const at = rows.at(reading.column)
      const write = planner.object(objectType(requested.field.type), selections(requested), rows)
      return (row, run) => (row[at] === null ? 'null' : write(row, run))
    }
    case 'computed':
      return planComputed(planner, requested, reading, rows)
    case 'lookup':
      return planLookup(planner, requested, reading, rows)
    case 'link':
      return planLink(planner, requested, reading, rows)
    case 'list':
      return planList(planner, requested, reading, rows)
    case 'connection':
      return planConnection(planner, requested, reading, rows)
    case 'row':
      return planRow(planner, requested, reading, rows)
    case 'node':
      return planNode(planner, requested, rows)
    case 'search':
      return planSearch(planner, requested, rows)
    case 'values':
      return planValues(planner, requested, reading, rows)
    default:
      throw new NotPlanned(requested.field.name)
  }
}

function planComputed(
  planner: Planner,
  requested: RequestedField,
  { columns, of }: ReadAs<'computed'>,
  rows: Layout,
): Write<StatementRow> {
  const places = columns.map((column) => [column, rows.at(column)] as const)
  const args = planner.arguments<never>(requested) // only the field and its reading know the type
  const write = writeValue(requested.field.type)
  return (row, run) => {
    const part = Object.fromEntries(places.map(([column, at]) => [column, row[at]]))
    return write(of(part as never, args(run)))
  }
}

function planLookup(
  planner: Planner,
  requested: RequestedField,
  { lookup, column }: ReadAs<'lookup'>,
  rows: Layout,
): Write<StatementRow> {
  planner.readers++
  const at = rows.at(column)
  const slot = planner.slot<Map<unknown, unknown>>()
  const write = writeValue(requested.field.type)
  const statement = new Statement((db) => lookup.select(db, sql.placeholder('keys')), planner.noted)
  rows.fetches.push(async (parents, run) => {
    const found = await statement.rows(run, { keys: distinct(parents, at) })
    slot.put(run, new Map(found.map(([key, value]) => [key, value])))
  })
  return (row, run) => write(slot.take(run).get(row[at]))
}

function planLink(
  planner: Planner,
  requested: RequestedField,
  { dataset, column }: ReadAs<'link'>,
  rows: Layout,
): Write<StatementRow> {
  planner.readers++
  const at = rows.at(column)
  const slot = planner.slot<Map<unknown, StatementRow>>()
  const linked = new Layout(1)
  const write = planner.object(objectType(requested.field.type), selections(requested), linked)
  const statement = byKey(dataset, linked, planner.noted)
  const mayBeNull = !isNonNullType(requested.field.type)
  rows.fetches.push(async (parents, run) => {
    const keys = distinct(parents, at)
    const found = keys.length === 0 ? [] : await statement.rows(run, { keys })
    slot.put(run, new Map(found.map((row) => [row[0], row])))
    await linked.fetch(found, run)
  })
  return (row, run) => {
    const found = slot.take(run).get(row[at])
    if (found) return write(found, run)
    if (mayBeNull) return 'null'
    throw new NotPlanned(`${dataset} ${row[at]}`) // plain execution reports what is wrong with the data
  }
}

function planList(
  planner: Planner,
  requested: RequestedField,
  { source, key }: ReadAs<'list'>,
  rows: Layout,
): Write<StatementRow> {
  planner.readers++
  const at = rows.at(key)
  const slot = planner.slot<Map<unknown, StatementRow[]>>()
  const listed = new Layout(1)
  const write = planner.object(objectType(requested.field.type), selections(requested), listed)
  const select: Build = (db) => selectAll(db, source, sql.placeholder('parents'), listed.names)
  const statement = new Statement(select, planner.noted)
  rows.fetches.push(async (parents, run) => {
    const found = await statement.rows(run, { parents: distinct(parents, at) })
    slot.put(run, grouped(found))
    await listed.fetch(found, run)
  })
  return (row, run) => {
    const found = slot.take(run).get(row[at]) ?? []
    return `[${found.map((each) => write(each, run)).join(',')}]`
  }
}

function planRow(
  planner: Planner,
  requested: RequestedField,
  { dataset }: ReadAs<'row'>,
  rows: Layout,
): Write<StatementRow> {
  const [key] = datasets[dataset].key
  const args = planner.arguments<{ readonly [key: string]: string }>(requested)
  const { read, write } = planOne(planner, requested, dataset)
  const slot = planner.slot<StatementRow | undefined>()
  rows.fetches.push(async (_parents, run) => {
    slot.put(run, await read(keyFrom(dataset, String(args(run)[key])), run))
  })
  return (_row, run) => {
    const found = slot.take(run)
    return found ? write(found, run) : 'null'
  }
}

function planNode(planner: Planner, requested: RequestedField, rows: Layout): Write<StatementRow> {
  const args = planner.arguments<{ readonly id: string }>(requested)
  const plans = new Map(
    nodeDatasets.map((dataset) => [
      datasets[dataset].type as string,
      planner.ofType(planner.typeOf(dataset), () => planOne(planner, requested, dataset)),
    ]),
  )
  const slot = planner.slot<() => string>()
  rows.fetches.push(async (_parents, run) => {
    const { typename, id } = idParts(args(run).id)
    const plan = plans.get(typename)
    const found = await plan?.read(id, run)
    // Of no type, or missing: plain execution reports which.
    if (!plan || !found) throw new NotPlanned(`${typename} ${id}`)
    slot.put(run, () => plan.write(found, run))
  })
  return (_row, run) => slot.take(run)()
}

/** One row of a dataset: what reads it by its key, with all that is asked of it, and what writes it. */
function planOne(planner: Planner, requested: RequestedField, dataset: NodeDataset) {
  planner.readers++
  const layout = new Layout(1)
  const write = planner.object(planner.typeOf(dataset), selections(requested), layout)
  const reader = new RowReader(byKey(dataset, layout, planner.noted))
  const read = async (key: string, run: Run): Promise<StatementRow | undefined> => {
    const row = await reader.row(key, run)
    if (row) await layout.fetch([row], run)
    return row
  }
  return { read, write }
}
