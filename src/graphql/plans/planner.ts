import { sql } from 'drizzle-orm'
import {
  type GraphQLObjectType,
  getArgumentValues,
  isNonNullType,
  Kind,
  type SelectionSetNode,
} from 'graphql'
import { datasets } from '../../datasets/index.ts'
import { globalId, partsOf } from '../builder.ts'
import type { ListArgs } from '../connections.ts'
import { costOfItself, costOfObject } from '../cost.ts'
import { selectAll } from '../lists.ts'
import { keyFrom, type NodeDataset } from '../nodes.ts'
import { type Reading, readingOf } from '../readings.ts'
import { refs, type TypedDataset } from '../refs.ts'
import { type Asking, LIST_ARGUMENTS, type ListArgument, objectType, selections } from './asking.ts'
import { byKey } from './by-key.ts'
import { planConnection } from './connection.ts'
import { distinct, grouped, Layout, type Values } from './layout.ts'
import { NotPlanned } from './not-planned.ts'
import { RowReader } from './row-reader.ts'
import { type Run, Slot, Statement } from './run.ts'
import { planSearch } from './search.ts'
import { type Document, fieldsOf } from './selection.ts'
import { writeValue } from './write-value.ts'

/** Writes something as JSON, once all has been read. */
export type Write<T> = (value: T, run: Run) => string

type SelectionSets = readonly (SelectionSetNode | undefined)[]
type ReadAs<K extends Reading['kind']> = Extract<Reading, { kind: K }>

/** Plans a document: what is read, for which rows at once, and what writes it. Throws `NotPlanned`. */
export class Planner {
  readonly #document: Document
  #slots = 0
  /** How many fields have been planned, and how many lists and rows are read. */
  fieldCount = 0
  readers = 0

  constructor(document: Document) {
    this.#document = document
  }

  /** A place for what a part of the plan reads. */
  slot<T>(): Slot<T> {
    return new Slot<T>(this.#slots++)
  }

  /** What writes an object that is read from the rows of a layout. */
  object(type: GraphQLObjectType, sets: SelectionSets, rows: Layout): Write<Values> {
    return this.fields(type, sets, (asking) => this.#field(asking, rows))
  }

  /** What writes an object, where `plan` says what writes each field of it. */
  fields<T>(type: GraphQLObjectType, sets: SelectionSets, plan: (asking: Asking) => Write<T>): Write<T> {
    const parts = Array.from(fieldsOf(this.#document, type, sets), ([name, nodes], at) => {
      const label = `${at === 0 ? '{' : ','}${JSON.stringify(name)}:`
      const fieldName = nodes[0]?.name.value ?? ''
      const typeName = JSON.stringify(type.name)
      if (fieldName === '__typename') return { label, cost: 0, write: () => typeName }
      const field = type.getFields()[fieldName]
      if (!field) throw new NotPlanned(`${type}.${fieldName}`)
      return { label, cost: costOfItself(type, fieldName), write: plan({ field, nodes }) }
    })
    this.fieldCount += parts.length
    const cost = parts.reduce((sum, { cost: own }) => sum + own, costOfObject(type))
    return (value, run) => {
      run.spent += cost
      if (parts.length === 0) return '{}' // all of it is skipped
      let text = ''
      for (const { label, write } of parts) text += label + write(value, run)
      return `${text}}`
    }
  }

  /** The arguments of a field in a run. `A` is what its type says they are. */
  arguments<A extends object>({ field, nodes: [node] }: Asking): (run: Run) => A {
    if (!node) throw new NotPlanned(field.name)
    return ({ variables }) => getArgumentValues(field, node, variables) as A
  }

  /** The arguments of a connection that its plan hangs on. */
  listArgs({ nodes: [node] }: Asking): Pick<ListArgs, ListArgument> {
    const given = LIST_ARGUMENTS.map((name): [ListArgument, unknown] => {
      const value = node?.arguments?.find((argument) => argument.name.value === name)?.value
      if (value?.kind === Kind.VARIABLE) return [name, this.#document.shaping[value.name.value]]
      return [name, value && 'value' in value ? value.value : null]
    })
    return Object.fromEntries(given) // the schema says what each may be
  }

  /** The type of the rows of a dataset. */
  typeOf(dataset: TypedDataset): GraphQLObjectType {
    return objectType(this.#document.schema.getType(datasets[dataset].type))
  }

  #field(asking: Asking, rows: Layout): Write<Values> {
    const reading = readingOf(asking.field)
    switch (reading?.kind) {
      case 'column': {
        const [at, write] = [rows.at(reading.column), writeValue(asking.field.type)]
        return (row) => write(row[at])
      }
      case 'id': {
        const { type, key } = datasets[reading.dataset]
        const at = rows.at(key[0])
        return (row) => JSON.stringify(globalId(type, String(row[at])))
      }
      case 'part': {
        const at = rows.at(reading.column)
        const write = this.object(objectType(asking.field.type), selections(asking), rows)
        return (row, run) => (row[at] === null ? 'null' : write(row, run))
      }
      case 'computed':
        return this.#computed(asking, reading, rows)
      case 'link':
        return this.#link(asking, reading, rows)
      case 'list':
        return this.#list(asking, reading, rows)
      case 'connection':
        return planConnection(this, asking, reading, rows)
      case 'row':
        return this.#row(asking, reading, rows)
      case 'node':
        return this.#node(asking, rows)
      case 'search':
        return planSearch(this, asking, rows)
      default:
        throw new NotPlanned(asking.field.name)
    }
  }

  #computed(asking: Asking, { columns, of }: ReadAs<'computed'>, rows: Layout): Write<Values> {
    const places = columns.map((column) => [column, rows.at(column)] as const)
    const args = this.arguments<never>(asking) // what they are is between the field and its reading
    const write = writeValue(asking.field.type)
    return (row, run) => {
      const part = Object.fromEntries(places.map(([column, at]) => [column, row[at]]))
      return write(of(part as never, args(run)))
    }
  }

  #link(asking: Asking, { dataset, column }: ReadAs<'link'>, rows: Layout): Write<Values> {
    this.readers++
    const at = rows.at(column)
    const slot = this.slot<Map<unknown, Values>>()
    const linked = new Layout(1)
    const write = this.object(objectType(asking.field.type), selections(asking), linked)
    const statement = byKey(dataset, linked)
    const mayBeNull = !isNonNullType(asking.field.type)
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
      throw new NotPlanned(`${dataset} ${row[at]}`) // the plain way tells what is wrong with the data
    }
  }

  #list(asking: Asking, { source, key }: ReadAs<'list'>, rows: Layout): Write<Values> {
    this.readers++
    const at = rows.at(key)
    const slot = this.slot<Map<unknown, Values[]>>()
    const listed = new Layout(1)
    const write = this.object(objectType(asking.field.type), selections(asking), listed)
    const statement = new Statement((db) => selectAll(db, source, sql.placeholder('parents'), listed.names))
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

  #row(asking: Asking, { dataset }: ReadAs<'row'>, rows: Layout): Write<Values> {
    const [key] = datasets[dataset].key
    const args = this.arguments<{ readonly [key: string]: string }>(asking)
    const { read, write } = this.#oneOf(asking, dataset)
    const slot = this.slot<Values | undefined>()
    rows.fetches.push(async (_parents, run) => {
      slot.put(run, await read(keyFrom(dataset, String(args(run)[key])), run))
    })
    return (_row, run) => {
      const found = slot.take(run)
      return found ? write(found, run) : 'null'
    }
  }

  #node(asking: Asking, rows: Layout): Write<Values> {
    const args = this.arguments<{ readonly id: string }>(asking)
    const plans = new Map(
      nodeDatasets.map((dataset) => [datasets[dataset].type as string, this.#oneOf(asking, dataset)]),
    )
    const slot = this.slot<() => string>()
    rows.fetches.push(async (_parents, run) => {
      const { typename, id } = partsOf(args(run).id)
      const plan = plans.get(typename)
      const found = await plan?.read(id, run)
      // Of no type, or not there: the plain way tells which.
      if (!plan || !found) throw new NotPlanned(`${typename} ${id}`)
      slot.put(run, () => plan.write(found, run))
    })
    return (_row, run) => slot.take(run)()
  }

  /** One row of a dataset: what reads it by its key, with all that is asked of it, and what writes it. */
  #oneOf(asking: Asking, dataset: NodeDataset) {
    this.readers++
    const layout = new Layout(1)
    const write = this.object(this.typeOf(dataset), selections(asking), layout)
    const reader = new RowReader(byKey(dataset, layout))
    const read = async (key: string, run: Run): Promise<Values | undefined> => {
      const row = await reader.row(key, run)
      if (row) await layout.fetch([row], run)
      return row
    }
    return { read, write }
  }
}

const nodeDatasets = (Object.keys(refs) as TypedDataset[]).filter(
  (dataset): dataset is NodeDataset => datasets[dataset].key.length === 1,
)
