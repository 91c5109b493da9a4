import { type GraphQLOutputType, getNullableType, isLeafType, isListType } from 'graphql'
import type { StatementRow } from '../../database/statements.ts'
import { type FieldReading, readingOf } from '../field-reading.ts'
import type { Layout } from './layout.ts'
import { NotPlanned } from './not-planned.ts'
import type { Planner, Write } from './planner.ts'
import { objectType, type RequestedField, selections } from './requested-field.ts'
import { countRead } from './run.ts'
import { writeValue } from './write-value.ts'

/** Plans values that are read at once: objects are written by the names of their properties. */
export function planValues(
  planner: Planner,
  requested: RequestedField,
  { read }: Extract<FieldReading, { kind: 'values' }>,
  rows: Layout,
): Write<StatementRow> {
  const args = planner.arguments<never>(requested) // only the field and its reading know the type
  const slot = planner.slot<unknown>()
  const write = writeOf(planner, requested)
  rows.fetches.push(async (_parents, run) => {
    // It may take several statements and use caches, which belong to one revision only if it has not changed.
    countRead(run)
    countRead(run)
    slot.put(run, await read(args(run), run))
  })
  return (_row, run) => write(slot.take(run), run)
}

/** What writes the value of a field: a leaf, an object, or a list of either. */
function writeOf(planner: Planner, requested: RequestedField): Write<unknown> {
  const { type } = requested.field
  const inner = innerType(type)
  if (isLeafType(inner)) {
    const write = writeValue(type)
    return (value) => write(value)
  }
  const object = planner.fields<object>(objectType(inner), selections(requested), (each) =>
    planProperty(planner, each),
  )
  const write: Write<unknown> = (value, run) => {
    if (Array.isArray(value)) return `[${value.map((each) => write(each, run)).join(',')}]`
    return value === null ? 'null' : object(value as object, run) // what is not a leaf is an object or null
  }
  return write
}

function planProperty(planner: Planner, requested: RequestedField): Write<object> {
  const write = writeOf(planner, requested)
  const reading = readingOf(requested.field)
  if (reading && reading.kind !== 'computed') throw new NotPlanned(requested.field.name)
  if (reading) {
    const args = planner.arguments<never>(requested)
    return (value, run) => write(reading.of(value as never, args(run)), run)
  }
  const name = requested.field.name as never // a property of the value
  return (value, run) => write(value[name], run)
}

function innerType(type: GraphQLOutputType): GraphQLOutputType {
  const plain = getNullableType(type)
  return isListType(plain) ? innerType(plain.ofType) : plain
}
