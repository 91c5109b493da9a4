import { type GraphQLOutputType, isEnumType, isListType, isNonNullType } from 'graphql'
import { NotPlanned } from './not-planned.ts'

/**
 * Writes a value as JSON.
 *
 * @throws {NotPlanned} when the value is not of its type, which plain execution reports.
 */
type WriteValue = (value: unknown) => string

/** What writes the values of a scalar, an enum, or a list of them, exactly as plain execution would. */
export function writeValue(type: GraphQLOutputType): WriteValue {
  if (isNonNullType(type)) return writePresent(type.ofType)
  const write = writePresent(type)
  return (value) => (value === null || value === undefined ? 'null' : write(value))
}

function writePresent(type: GraphQLOutputType): WriteValue {
  if (isListType(type)) {
    const write = writeValue(type.ofType)
    return (value) => (Array.isArray(value) ? `[${value.map(write).join(',')}]` : unfit(type, value))
  }
  if (isEnumType(type)) {
    const names = new Map(type.getValues().map(({ name, value }) => [value, JSON.stringify(name)]))
    return (value) => names.get(value) ?? unfit(type, value)
  }
  switch (String(type)) {
    case 'Int':
      return (value) =>
        Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31 ? `${value}` : unfit(type, value)
    case 'Float':
      return (value) => (Number.isFinite(value) ? JSON.stringify(value) : unfit(type, value))
    case 'Boolean':
      return (value) => (typeof value === 'boolean' ? `${value}` : unfit(type, value))
    case 'ID':
    case 'String':
    case 'Date':
    case 'Month':
      return (value) => (typeof value === 'string' ? JSON.stringify(value) : unfit(type, value))
    default:
      throw new NotPlanned(`values of ${type}`)
  }
}

function unfit(type: GraphQLOutputType, value: unknown): never {
  throw new NotPlanned(`${JSON.stringify(value)} as ${type}`)
}
