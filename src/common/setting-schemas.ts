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

/** The address of a PostgreSQL server and database. */
const postgresUrl = z
  .url({ protocol: /^postgres(ql)?$/, error: 'write postgres://user:password@host:5432/database' })
  .refine(isDecodable, 'write a % in the password as %25')

/** Each of the servers in an address that may name several: `postgres://user:password@one:5432,two:5432/database`. */
export function addressesIn(url: string): string[] {
  const [, begin = '', hosts = '', end = ''] = /^(\w+:\/\/(?:[^/?#]*@)?)([^/?#]*)(.*)$/s.exec(url) ?? []
  return begin === '' ? [url] : hosts.split(',').map((host) => begin + host + end)
}

/** Such an address, which may name several servers. */
export const postgresHosts = z.string().superRefine((url, context) => {
  for (const address of addressesIn(url)) {
    const { error } = postgresUrl.safeParse(address)
    if (error) return context.addIssue(error.issues[0]?.message ?? error.message)
  }
})

/** Such addresses, separated by spaces. */
export const postgresUrls = z
  .string()
  .transform((urls) => urls.split(' ').filter((url) => url !== ''))
  .pipe(z.array(postgresUrl))

/** Whether every % in an address begins an escape. */
function isDecodable(url: string): boolean {
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
