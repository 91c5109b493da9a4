import { z } from 'zod'
import { READ_KINDS } from '../lists/testimony.ts'
import type { Source, Span } from '../text/source.ts'
import { MOST_SENTENCE } from '../unreadable.ts'

// A third reader's proposals for a text. Only what it quotes verbatim counts.

const words = z.string().trim().min(1).max(MOST_SENTENCE)
const kind = z.enum(READ_KINDS)

const listSchema = z.object({ items: z.array(words).min(1), kind, goal: words.nullish() })
const commitmentSchema = z.object({
  words,
  kind: z.enum(['promises', 'activities']),
  actors: z.array(z.object({ id: z.string(), words })).default([]),
})

/** The kind of a list, and the words of the goal that it serves. */
export type ListProposal = z.infer<typeof listSchema>
/** Words that promise something, and the words that say who does it. */
type CommitmentProposal = z.infer<typeof commitmentSchema>

/** The proposals of a third reader. */
export interface Proposals {
  /** The proposer: the name of a model. */
  readonly reader: string
  readonly lists: readonly ListProposal[]
  readonly commitments: readonly CommitmentProposal[]
}

/** The valid proposals of a response. Others are left out. */
export function proposalsIn(reader: string, answer: unknown): Proposals {
  const parts = z.object({
    lists: z.array(z.unknown()).catch([]),
    commitments: z.array(z.unknown()).catch([]),
  })
  const { lists, commitments } = parts.catch({ lists: [], commitments: [] }).parse(answer)
  return { reader, lists: kept(listSchema, lists), commitments: kept(commitmentSchema, commitments) }
}

function kept<T>(schema: z.ZodType<T>, parts: readonly unknown[]): T[] {
  return parts.flatMap((part) => {
    const { data } = schema.safeParse(part)
    return data === undefined ? [] : [data]
  })
}

/** Where words occur verbatim in a text; null if they occur nowhere, or in several places. */
export function verbatimSpan({ text }: Source, quote: string): Span | null {
  const start = text.indexOf(quote)
  if (start < 0 || text.indexOf(quote, start + 1) >= 0) return null
  return { start, end: start + quote.length }
}
