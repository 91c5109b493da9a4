import { Cron } from 'croner'
import { z } from 'zod'
import { publisherTypes } from './datasets/publication.ts'
import { CONTROLS, quoted } from './quoted.ts'
import { parseS3Location } from './s3-location.ts'
import { readSigningKey } from './signing-key.ts'

/** A setting or an argument that can't be used; the message says what to write instead. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage'
}

/** When a job runs: five fields of cron, and the time zone they are in. */
export interface Schedule {
  readonly pattern: string
  readonly timezone: string
}

/** What can stand in no IRI as it is, and so in no catalogue. */
const IRI = /^[^\s<>"{}|\\^`]*$/

const iri = z
  .url({
    protocol: /^https?$/,
    error: 'write an address such as http://dataportal.se/organisation/SE2021000000',
  })
  .regex(IRI, 'write an address without spaces, brackets and quotes')

const httpUrl = z
  .url({ protocol: /^https?$/, error: 'write an address such as https://data.example.se' })
  .regex(/^[^?#']*$/, 'write an address without ?, # and quotes, such as https://data.example.se')
  .regex(IRI, 'write an address without spaces and brackets, such as https://data.example.se')
  .transform((url) => url.replace(/\/+$/, ''))

const schedule = z.string().transform((text, context): Schedule => {
  const fields = text.trim().split(/\s+/)
  const [timezone = '', pattern] = [fields.at(-1), fields.slice(0, -1).join(' ')]
  try {
    if (fields.length !== 6) throw new Error('not six fields')
    if (!new Cron(pattern, { timezone, paused: true }).nextRun()) throw new Error('never runs')
  } catch {
    context.addIssue('write five cron fields and a time zone, such as "30 2 * * * Europe/Stockholm"')
    return z.NEVER
  }
  return { pattern, timezone }
})

/** One setting. */
export interface Setting {
  readonly name: string
  readonly default: string
  readonly description: string
  /** Whether its value is told to nobody: it may hold a password, or a key. */
  readonly isSecret?: true
  /** Whether its value may have several lines. */
  readonly isMultiline?: true
  readonly schema: z.ZodType
}

/** Whether every % in an address begins an escape. */
function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url)
    return true
  } catch {
    return false
  }
}

/** A text that a function reads; what the function throws says what to write instead. */
function readBy<T>(read: (text: string) => T) {
  return z.string().transform((given, context) => {
    try {
      return read(given)
    } catch (error) {
      context.addIssue(error instanceof Error ? error.message : String(error))
      return z.NEVER
    }
  })
}

const folder = z.string().trim().min(1, 'write the path of a folder')

/** A whole number of at most so many digits. */
function count(digits: number, advice: string) {
  return z
    .string()
    .regex(new RegExp(`^\\d{1,${digits}}$`), advice)
    .transform(Number)
}

/** All settings: environment variables, read here and nowhere else. */
export const settings = {
  host: {
    name: 'HOST',
    default: '127.0.0.1',
    description: 'The address to listen on. 0.0.0.0 is every address of the machine.',
    schema: z.string().regex(/^[A-Za-z0-9.:-]+$/, 'write an address or host name, such as 127.0.0.1'),
  },
  port: {
    name: 'PORT',
    default: '4000',
    description: 'The port to listen on. 0 takes a free one.',
    schema: z
      .string()
      .regex(/^\d{1,5}$/, 'write a number from 0 to 65535')
      .transform(Number)
      .refine((port) => port <= 65_535, 'write a number from 0 to 65535'),
  },
  publicUrl: {
    name: 'PUBLIC_URL',
    default: '',
    description: 'The address that readers reach the server at, if another one stands before it.',
    schema: z
      .literal('')
      .transform(() => null)
      .or(httpUrl),
  },
  publisherName: {
    name: 'PUBLISHER_NAME',
    default: '',
    description:
      'Who publishes the data. Unless this, PUBLISHER_TYPE, CONTACT_EMAIL and PUBLIC_URL are all given, the catalogue says that it is a local one.',
    schema: z
      .string()
      .trim()
      .transform((text) => (text === '' ? null : text)),
  },
  publisherType: {
    name: 'PUBLISHER_TYPE',
    default: '',
    description: `What the publisher is: ${publisherTypes.join(', ')}.`,
    schema: z
      .literal('')
      .transform(() => null)
      .or(z.enum(publisherTypes, { error: `write one of ${publisherTypes.join(', ')}` })),
  },
  publisherUrl: {
    name: 'PUBLISHER_URL',
    default: '',
    description:
      'The address that identifies the publisher, if it has one, such as http://dataportal.se/organisation/SE2021000000.',
    schema: z
      .literal('')
      .transform(() => null)
      .or(iri),
  },
  contactEmail: {
    name: 'CONTACT_EMAIL',
    default: '',
    description: 'Where questions about the data are answered. The catalogue shows it.',
    schema: z
      .literal('')
      .transform(() => null)
      .or(z.email('write an e-mail address such as data@example.se')),
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    default: '',
    description:
      'A PostgreSQL server (15 or later, with its contrib extensions) and a database. Without it the data live in DATA_DIR.',
    isSecret: true,
    schema: z
      .literal('')
      .transform(() => null)
      .or(
        z
          .url({ protocol: /^postgres(ql)?$/, error: 'write postgres://user:password@host:5432/database' })
          .refine(isDecodable, 'write a % in the password as %25'),
      ),
  },
  dataDir: {
    name: 'DATA_DIR',
    default: '.data',
    description: 'The folder of the embedded database. One process at a time can use it.',
    schema: folder,
  },
  exportsDir: {
    name: 'EXPORTS_DIR',
    default: 'exports',
    description: 'The folder that releases are written to and served from.',
    schema: folder,
  },
  signingKey: {
    name: 'SIGNING_KEY',
    default: '',
    description:
      'The Ed25519 private key that releases are signed with: the path of a PEM file (PKCS #8), or its text. Without it they are not signed.',
    isSecret: true,
    isMultiline: true,
    schema: z
      .literal('')
      .transform(() => null)
      .or(readBy(readSigningKey)),
  },
  exportsUrl: {
    name: 'EXPORTS_URL',
    default: '',
    description:
      'A bucket of S3, or of what speaks its protocol, to keep releases in instead of EXPORTS_DIR: s3://bucket/prefix, and for another server than AWS ?endpoint=https://s3.example.se&region=eu-north-1 after it. Credentials are those of AWS, such as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    isSecret: true,
    schema: z
      .literal('')
      .transform(() => null)
      .or(readBy(parseS3Location)),
  },
  exportsKept: {
    name: 'EXPORTS_KEPT',
    default: '0',
    description:
      'How many releases are kept: once there is a new one, the oldest beyond them are removed. 0 keeps all, so that no address of a release ever ends.',
    schema: count(4, 'write a number of releases, such as 30, or 0 to keep all'),
  },
  exportSchedule: {
    name: 'EXPORT_SCHEDULE',
    default: '30 2 * * * Europe/Stockholm',
    description: 'When the server writes a release, if the data have changed: cron fields and time zone.',
    schema: schedule,
  },
  rateLimit: {
    name: 'RATE_LIMIT',
    default: '300000',
    description:
      'What one address may ask of GraphQL in a minute, in units of `extensions.cost`; an IPv6 network of /64 counts as one. 0 is no bound.',
    schema: count(9, 'write a number of units, such as 300000, or 0 for no bound'),
  },
  cacheBytes: {
    name: 'CACHE_MB',
    default: '64',
    description:
      'How many megabytes may be used to remember what is asked of GraphQL, and what was answered: answers until the next revision of the data, queries with their plans, persisted queries, numbers of rows, addresses with their budgets, and where words stand that were searched for. Three eighths are for answers.',
    schema: count(5, 'write a number of megabytes, such as 64')
      .refine((megabytes) => megabytes > 0, 'write a number of megabytes above 0, such as 64')
      .transform((megabytes) => megabytes * 1024 * 1024),
  },
  proxies: {
    name: 'PROXIES',
    default: '0',
    description:
      'How many reverse proxies stand before the server: the address of a client is so many from the right in X-Forwarded-For. With 0 it is that of the connection.',
    schema: count(1, 'write how many proxies there are, from 0 to 9'),
  },
  logLevel: {
    name: 'LOG_LEVEL',
    default: 'info',
    description: 'What is written to standard error: debug, info, warn, error or silent.',
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'write one of debug, info, warn, error, silent',
    }),
  },
} as const satisfies { [name: string]: Setting }

/** The settings, read and checked. */
export type Config = { readonly [S in keyof typeof settings]: z.infer<(typeof settings)[S]['schema']> }

/** Reads the settings. Throws `WrongUsage` on the first value that can't be used. */
export function readConfig(
  environment: { readonly [name: string]: string | undefined } = process.env,
): Config {
  const values = Object.entries<Setting>(settings).map(([key, setting]) => {
    const given = environment[setting.name]
    // They would break lines of the log, headers and XML.
    if (given !== undefined && !setting.isMultiline && given.trim().search(CONTROLS) >= 0) {
      const shown = setting.isSecret ? '' : ` ${quoted(given)}`
      throw new WrongUsage(
        `${setting.name}${shown}: write it without line breaks, tabs and other control characters`,
      )
    }
    const result = setting.schema.safeParse(given === undefined || given === '' ? setting.default : given)
    if (result.success) return [key, result.data]
    const shown = setting.isSecret ? '' : ` ${quoted(given ?? setting.default)}`
    throw new WrongUsage(`${setting.name}${shown}: ${adviceOf(result.error)}`)
  })
  return Object.fromEntries(values) // each value has been through its own schema
}

/** What to write instead: the last message, since that of an empty setting says nothing. */
function adviceOf(error: z.ZodError): string {
  const issue = error.issues[0]
  if (issue?.code === 'invalid_union') return issue.errors.at(-1)?.[0]?.message ?? issue.message
  return issue?.message ?? 'cannot be used'
}
