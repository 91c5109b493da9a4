import { isFields, isQuote } from './field.ts'

/** The values of a part of a record, besides its quote, as a text: `at_least 15 trafikkontroller per year`. */
export function saidIn(part: unknown): string {
  return scalarsIn(part).join(' ')
}

function scalarsIn(part: unknown): string[] {
  if (part === null || part === undefined || isQuote(part)) return []
  if (Array.isArray(part)) return part.flatMap(scalarsIn)
  if (!isFields(part)) return [String(part)]
  return Object.entries(part).flatMap(([name, each]) =>
    name === 'per' && each ? [`per ${each}`] : scalarsIn(each),
  )
}
