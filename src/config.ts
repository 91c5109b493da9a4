import { z } from 'zod'
import { CONTROLS, quoted } from './common/quoted.ts'
import { parseS3Location } from './common/s3-location.ts'
import { parseSchedule } from './common/schedule.ts'
import {
  count,
  folder,
  httpUrl,
  iri,
  optional,
  postgresHosts,
  postgresUrls,
  readBy,
  textOrNull,
} from './common/setting-schemas.ts'
import { readSigningKey } from './common/signing-key.ts'
import { publisherTypes } from './datasets/publication.ts'

/** A setting or an argument that can't be used; the message says what to write instead. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage'
}

/** One setting. */
export interface SettingDefinition {
  readonly name: string
  readonly default: string
  readonly description: string
  /** Whether its value is never shown, since it may contain a password or a key. */
  readonly isSecret?: true
  /** Whether its value may have several lines. */
  readonly isMultiline?: true
  readonly schema: z.ZodType
}

/** All settings: environment variables, read here and nowhere else. */
export const settings = {
  host: {
    name: 'HOST',
    default: '127.0.0.1',
    description: 'The address to listen on. 0.0.0.0 listens on every address of the machine.',
    schema: z.string().regex(/^[A-Za-z0-9.:-]+$/, 'write an address or host name, such as 127.0.0.1'),
  },
  port: {
    name: 'PORT',
    default: '4000',
    description: 'The port to listen on. 0 picks a free port.',
    schema: z
      .string()
      .regex(/^\d{1,5}$/, 'write a number from 0 to 65535')
      .transform(Number)
      .refine((port) => port <= 65_535, 'write a number from 0 to 65535'),
  },
  publicUrl: {
    name: 'PUBLIC_URL',
    default: '',
    description: 'The address at which readers reach the server, if it is behind a proxy.',
    schema: optional(httpUrl),
  },
  publisherName: {
    name: 'PUBLISHER_NAME',
    default: '',
    description:
      'Who publishes the data. Unless PUBLISHER_NAME, PUBLISHER_TYPE, CONTACT_EMAIL and PUBLIC_URL are all set, the catalogue is marked as local.',
    schema: textOrNull,
  },
  publisherType: {
    name: 'PUBLISHER_TYPE',
    default: '',
    description: `The type of publisher: ${publisherTypes.join(', ')}.`,
    schema: optional(z.enum(publisherTypes, { error: `write one of ${publisherTypes.join(', ')}` })),
  },
  publisherUrl: {
    name: 'PUBLISHER_URL',
    default: '',
    description:
      'The URI that identifies the publisher, if it has one, such as http://dataportal.se/organisation/SE2021000000.',
    schema: optional(iri),
  },
  contactEmail: {
    name: 'CONTACT_EMAIL',
    default: '',
    description: 'The e-mail address for questions about the data. It is shown in the catalogue.',
    schema: optional(z.email('write an e-mail address such as data@example.se')),
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    default: '',
    description:
      'The PostgreSQL server (15 or later, with its contrib extensions) and database to use. Several servers may be named, of which one is the primary: postgres://user:password@one:5432,two:5432/database. If not set, the embedded database in DATA_DIR is used.',
    isSecret: true,
    schema: optional(postgresHosts),
  },
  databaseReplicaUrls: {
    name: 'DATABASE_REPLICA_URLS',
    default: '',
    description:
      'Streaming replicas of the server in DATABASE_URL, from which the API and the site are read: addresses like that one, separated by spaces. One that lags behind or cannot be reached is left out. If the primary fails, one of them may take over.',
    isSecret: true,
    schema: postgresUrls,
  },
  dataDir: {
    name: 'DATA_DIR',
    default: '.data',
    description: 'The folder of the embedded database. Only one process at a time can use it.',
    schema: folder,
  },
  exportsDir: {
    name: 'EXPORTS_DIR',
    default: 'exports',
    description: 'The folder where releases are written and served from.',
    schema: folder,
  },
  signingKey: {
    name: 'SIGNING_KEY',
    default: '',
    description:
      'The Ed25519 private key for signing releases: the path of a PEM file (PKCS #8), or its text. If not set, releases are not signed.',
    isSecret: true,
    isMultiline: true,
    schema: optional(readBy(readSigningKey)),
  },
  exportsUrl: {
    name: 'EXPORTS_URL',
    default: '',
    description:
      'An S3 bucket, or one on an S3-compatible server, in which to store releases instead of in EXPORTS_DIR: s3://bucket/prefix, followed by ?endpoint=https://s3.example.se&region=eu-north-1 if the server is not AWS. Credentials are read from the usual AWS settings, such as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    isSecret: true,
    schema: optional(readBy(parseS3Location)),
  },
  exportsKept: {
    name: 'EXPORTS_KEPT',
    default: '0',
    description:
      'How many releases to keep: when a new one has been published, the oldest beyond this number are deleted. 0 keeps all, so that the address of a release never stops working.',
    schema: count(4, 'write a number of releases, such as 30, or 0 to keep all'),
  },
  exportSchedule: {
    name: 'EXPORT_SCHEDULE',
    default: '30 2 * * * Europe/Stockholm',
    description:
      'When the server writes a release, if the data have changed: five cron fields and a time zone.',
    schema: readBy(parseSchedule),
  },
  watchSchedule: {
    name: 'WATCH_SCHEDULE',
    default: '',
    description:
      'When the server checks the addresses of all agreements for changes and saves drafts in DRAFTS_DIR: five cron fields and a time zone, such as 10 1 * * * Europe/Stockholm. If not set, they are not checked.',
    schema: z
      .literal('')
      .transform(() => null)
      .or(readBy(parseSchedule)),
  },
  draftsDir: {
    name: 'DRAFTS_DIR',
    default: 'drafts',
    description: 'The folder in which drafts are saved if WATCH_SCHEDULE is set.',
    schema: folder,
  },
  timegateUrl: {
    name: 'TIMEGATE_URL',
    default: '',
    description:
      'The TimeGate of a web archive (Memento protocol, RFC 7089), such as https://web.archive.org/web/, in which npm run ingest -- --catalogue looks for copies of pages that are gone. If not set, no archive is searched.',
    schema: // The original address is added to it.
      optional(
        z
          .url({ protocol: /^https?$/, error: 'write an address such as https://web.archive.org/web/' })
          .transform((url) => (/[/=]$/.test(url) ? url : `${url}/`)),
      ),
  },
  readerUrl: {
    name: 'READER_URL',
    default: '',
    description:
      'The base address of a third reader for npm run ingest, without /chat/completions: any endpoint that speaks the OpenAI chat protocol, such as http://127.0.0.1:11434/v1 for a model on this machine. It is sent the text of documents that the rules are unsure about. If not set, nothing leaves the machine.',
    schema: optional(
      z
        .url({ protocol: /^https?$/, error: 'write an address such as http://127.0.0.1:11434/v1' })
        .regex(/^[^?#]*$/, 'write an address without ? or #, such as http://127.0.0.1:11434/v1')
        .transform((url) => url.replace(/\/+$/, '')),
    ),
  },
  readerModel: {
    name: 'READER_MODEL',
    default: '',
    description:
      'The model of the third reader, as its endpoint names it. What it proposes is marked with this name.',
    schema: textOrNull,
  },
  readerKey: {
    name: 'READER_KEY',
    default: '',
    description: 'The key of the third reader, if its endpoint requires one: it is sent as a bearer token.',
    isSecret: true,
    schema: textOrNull,
  },
  rateLimit: {
    name: 'RATE_LIMIT',
    default: '300000',
    description:
      'The GraphQL quota of one client address per minute, in units of `extensions.cost`; an IPv6 /64 network counts as one address. 0 means no limit.',
    schema: count(9, 'write a number of units, such as 300000, or 0 for no limit'),
  },
  cacheBytes: {
    name: 'CACHE_MB',
    default: '64',
    description:
      'How many megabytes of memory the caches may use: responses (until the next revision of the data), compiled plans, persisted queries, row counts, the quota left to each address, what searches have read, and pages of the site. Three tenths are for responses, a fifth for pages.',
    schema: count(5, 'write a number of megabytes, such as 64')
      .refine((megabytes) => megabytes > 0, 'write a number of megabytes above 0, such as 64')
      .transform((megabytes) => megabytes * 1024 * 1024),
  },
  proxies: {
    name: 'PROXIES',
    default: '0',
    description:
      'How many reverse proxies are in front of the server: the client address is taken that many places from the right in X-Forwarded-For. With 0 it is the address of the connection.',
    schema: count(1, 'write the number of proxies, from 0 to 9'),
  },
  logLevel: {
    name: 'LOG_LEVEL',
    default: 'info',
    description:
      'The lowest level of messages to write to standard error: debug, info, warn, error or silent.',
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'write one of debug, info, warn, error, silent',
    }),
  },
  logFormat: {
    name: 'LOG_FORMAT',
    default: '',
    description:
      'How the server writes its log: json, one object per line, or text. If not set, it is text on a terminal, and otherwise json.',
    schema: optional(z.enum(['json', 'text'], { error: 'write json or text' })),
  },
  otlpEndpoint: {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    default: '',
    description:
      'The base address of a collector of OpenTelemetry traces, such as http://127.0.0.1:4318, to which the server sends them by OTLP over HTTP. If not set, no traces are sent. OTEL_SERVICE_NAME and OTEL_EXPORTER_OTLP_HEADERS are used too.',
    schema: optional(
      z
        .url({ protocol: /^https?$/, error: 'write an address such as http://127.0.0.1:4318' })
        .regex(/^[^?#]*$/, 'write an address without ? or #, such as http://127.0.0.1:4318')
        .transform((url) => url.replace(/\/+$/, '')),
    ),
  },
  tracedShare: {
    name: 'OTEL_TRACES_SAMPLER_ARG',
    default: '1',
    description: 'The share of requests that are traced, from 0 to 1.',
    schema: z
      .string()
      .regex(/^(?:0|1|0?\.\d{1,9}|1\.0+)$/, 'write a number from 0 to 1, such as 0.01')
      .transform(Number),
  },
} as const satisfies { [name: string]: SettingDefinition }

/** The settings, read and checked. */
export type Config = { readonly [S in keyof typeof settings]: z.infer<(typeof settings)[S]['schema']> }

/**
 * Reads the settings.
 *
 * @throws {WrongUsage} when a value is not valid; the message is about the first one.
 */
export function readConfig(
  environment: { readonly [name: string]: string | undefined } = process.env,
): Config {
  const values = Object.entries<SettingDefinition>(settings).map(([key, setting]) => {
    const given = environment[setting.name]
    // They would break lines of the log, headers and XML.
    if (given !== undefined && !setting.isMultiline && given.trim().search(CONTROLS) >= 0) {
      const shown = setting.isSecret ? '' : ` ${quoted(given)}`
      throw new WrongUsage(`${setting.name}${shown}: remove line breaks, tabs and other control characters`)
    }
    const result = setting.schema.safeParse(given === undefined || given === '' ? setting.default : given)
    if (result.success) return [key, result.data]
    const shown = setting.isSecret ? '' : ` ${quoted(given ?? setting.default)}`
    throw new WrongUsage(`${setting.name}${shown}: ${adviceOf(result.error)}`)
  })
  return Object.fromEntries(values) // each value has been through its own schema
}

/** What to write instead: the last message, since the one about an empty setting is no help. */
function adviceOf(error: z.ZodError): string {
  const issue = error.issues[0]
  if (issue?.code === 'invalid_union') return issue.errors.at(-1)?.[0]?.message ?? issue.message
  return issue?.message ?? 'cannot be used'
}

/** Whether npm started this process, as a script of package.json. */
export function isRunByNpm(): boolean {
  return process.env.npm_lifecycle_event !== undefined
}
