import { z } from 'zod'
import { reasonOf } from './reason.ts'

// Schemas of the values of settings, whose messages say what to write instead.

/** The characters that an IRI, and so the catalogue, can contain unescaped. */
const IRI = /^[^\s<>"{}|\\^`]*$/

export const iri = z
  .url({
    protocol: /^https?$/,
    error: 'write an address such as http://dataportal.se/organisation/SE2021000000',
  })
  .regex(IRI, 'write an address without spaces, brackets or quotes')

export const httpUrl = z
  .url({ protocol: /^https?$/, error: 'write an address such as https://data.example.se' })
  .regex(/^[^?#']*$/, 'write an address without ?, # or quotes, such as https://data.example.se')
  .regex(IRI, 'write an address without spaces or brackets, such as https://data.example.se')
  .transform((url) => url.replace(/\/+$/, ''))

/** A setting that may be left out, which is then null. */
export function optional<T extends z.ZodType>(schema: T) {
  return z
    .literal('')
    .transform(() => null)
    .or(schema)
}

export const textOrNull = z
  .string()
  .trim()
  .transform((text) => (text === '' ? null : text))

/** Whether every % in an address begins an escape. */
export function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url)
    return true
  } catch {
    return false
  }
}

/** A text that a function parses. The message of an error that it throws says what to write instead. */
export function readBy<T>(read: (text: string) => T) {
  return z.string().transform((given, context) => {
    try {
      return read(given)
    } catch (error) {
      context.addIssue(reasonOf(error))
      return z.NEVER
    }
  })
}

export const folder = z.string().trim().min(1, 'write the path of a folder')

/** A whole number of at most so many digits. */
export function count(digits: number, advice: string) {
  return z
    .string()
    .regex(new RegExp(`^\\d{1,${digits}}$`), advice)
    .transform(Number)
}
