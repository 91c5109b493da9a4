import { z } from 'zod'
import { quoted } from '../../common/quoted.ts'
import { valuesOf } from '../../datasets/dataset.ts'
import { reasonUnknown, withheld } from '../../datasets/vocabularies/history.ts'

/** Thrown when a delta cannot be used as requested; the message says why. */
export class DeltaRefused extends Error {
  override readonly name = 'DeltaRefused'
}

const columnSchema = z.object({ name: z.string(), type: z.string() })

const sideSchema = z.object({
  /** In the order of a row. The types are those of the Data Package. */
  columns: z.array(columnSchema),
  key: z.array(z.string()),
  rows: z.int(),
  /** Of the dataset as JSON Lines, not compressed. */
  sha256: z.string(),
})

/** A dataset in one release. */
export type Side = z.infer<typeof sideSchema>

const sidesSchema = z.object({
  // It becomes a file name, so it must not lead to another folder.
  dataset: z.string().regex(/^[a-z0-9_]+$/),
  /** Null if the release has no such dataset. */
  from: sideSchema.nullable(),
  to: sideSchema.nullable(),
})

/** A dataset in both releases. */
export type Sides = z.infer<typeof sidesSchema>

const releaseSchema = z.object({ release: z.string(), revision: z.int(), date: z.string() })

const headSchema = z.object({
  /** The version of this format. */
  delta: z.literal(1),
  from: releaseSchema,
  to: releaseSchema,
  datasets: z.array(sidesSchema),
})

/** The first line of a delta: the two releases, and each dataset in both. */
export type DeltaHead = z.infer<typeof headSchema>

const row = z.record(z.string(), z.unknown())
const withheldSchema = z.enum(valuesOf(withheld)).optional()

const changeSchema = z.discriminatedUnion('change', [
  z.object({ dataset: z.string(), change: z.literal('added'), row }),
  z.object({
    dataset: z.string(),
    change: z.literal('changed'),
    key: row,
    /** The columns that differ, or that only one release has. Null if the row is withheld. */
    before: row.nullable(),
    after: row,
    withheld: withheldSchema,
  }),
  z.object({
    dataset: z.string(),
    change: z.literal('removed'),
    key: row,
    row: row.nullable(),
    reason: z.object({ sv: z.string(), en: z.string() }).nullable(),
    reason_unknown: z.enum(valuesOf(reasonUnknown)).optional(),
    withheld: withheldSchema,
  }),
])

/** Each further line of a delta: one row that was added, changed or removed. */
export type ChangeLine = z.infer<typeof changeSchema>

/**
 * Reads the head of a delta: its first line.
 *
 * @throws {DeltaRefused} when the line is not the head of a delta.
 */
export function readHead(line: string | null): DeltaHead {
  const parsed = headSchema.safeParse(parsedJson(line))
  if (parsed.success) return parsed.data
  throw new DeltaRefused(`Not a valid delta: its first line is wrong in ${pathOf(parsed.error)}`)
}

/**
 * Reads a line of a delta after the first.
 *
 * @throws {DeltaRefused} when the line is not a valid change.
 */
export function readChange(line: string): ChangeLine {
  const parsed = changeSchema.safeParse(parsedJson(line))
  if (parsed.success) return parsed.data
  throw new DeltaRefused(`The delta is damaged: a line is wrong in ${pathOf(parsed.error)}: ${quoted(line)}`)
}

function parsedJson(line: string | null): unknown {
  try {
    return JSON.parse(line ?? '')
  } catch {
    return null
  }
}

function pathOf({ issues }: z.ZodError): string {
  return issues[0]?.path.join('.') || 'its form'
}
