import { sql } from 'drizzle-orm'
import { distance } from 'fastest-levenshtein'
import type { Reader } from '../client.ts'
import { fold, wordsOf } from './words.ts'

/** How a word that stands somewhere answers to a word that was typed, the best first. */
export const LIKENESS = ['same', 'folded', 'stem', 'beginning', 'part', 'misspelt'] as const
export type Likeness = (typeof LIKENESS)[number]

/** One word that was typed, and the words in the data that answer to it. */
export interface Term {
  /** A word such as "och", which says nothing: it need not be found. */
  readonly isStop: boolean
  readonly words: { readonly [L in Likeness]?: readonly string[] }
}

/** The most words that a search may have, and the most characters. */
export const MAX_WORDS = 12
export const MAX_CHARACTERS = 200

/**
 * The most words that answer to one typed word, the shortest of the likest first: the beginning of a word as short
 * as "st" has thousands.
 */
const MOST_ANSWERS = 200

/** So many of the nearest words are looked at where a word is unknown. */
const NEAREST = 20
/** From where on the trigrams alone tell a misspelling: below it come words that no reader meant. */
const SURE_SIMILARITY = 0.5
/** Two letters that changed places spoil more trigrams than that: from here on, few edits tell it too. */
const LEAST_SIMILARITY = 0.3
const MOST_EDITS = 2
/** Shorter words are a few edits away from too many others. */
const LEAST_LETTERS_FOR_EDITS = 6
/** How much less similar than the most similar word another one may be. */
const MARGIN = 0.1

/** The words of a query, each once, in lower case. */
export function queryWords(query: string): string[] {
  return [...new Set(wordsOf(query).map(({ word }) => word))]
}

/** What each typed word stands for in the data, in one statement. */
export async function findTerms(reader: Reader, words: readonly string[]): Promise<Term[]> {
  const found = await reader
    .select({
      place: sql<number>`place::int`,
      isStop: sql<boolean>`is_stop`,
      word: sql<string | null>`answer`,
      likeness: sql<number | null>`likeness`,
      similarity: sql<number | null>`similarity`,
    })
    .from(answers(words))
    .orderBy(sql`place`, sql`likeness`, sql`similarity desc`, sql`answer`)
  return words.map((word, place) =>
    termOf(
      word,
      found.filter((row) => row.place === place + 1),
    ),
  )
}

interface Answer {
  readonly isStop: boolean
  readonly word: string | null
  readonly likeness: number | null
  readonly similarity: number | null
}

function termOf(typed: string, found: readonly Answer[]): Term {
  const answers = found.flatMap(({ word, likeness, similarity }) => {
    const like = likeness === null ? undefined : LIKENESS[likeness]
    return word === null || like === undefined ? [] : [{ word, like, similarity: similarity ?? 0 }]
  })
  // Who types a word that there is, or the beginning of one, has not misspelt another.
  const known = answers.filter(({ like }) => like !== 'misspelt')
  const taken = known.length > 0 ? known : misspellings(typed, answers)
  const words: { [L in Likeness]?: string[] } = {}
  for (const { word, like } of taken) words[like] = [...(words[like] ?? []), word]
  return { isStop: found.some(({ isStop }) => isStop), words }
}

/** Of the words nearest to a typed one, those that it may be a misspelling of. */
function misspellings<A extends { word: string; similarity: number }>(
  typed: string,
  nearest: readonly A[],
): A[] {
  if (!canBeMisspelt(typed)) return []
  const near = nearest.filter(
    ({ word, similarity }) =>
      similarity >= SURE_SIMILARITY ||
      (typed.length >= LEAST_LETTERS_FOR_EDITS && distance(fold(typed), fold(word)) <= MOST_EDITS),
  )
  const best = Math.max(...near.map(({ similarity }) => similarity))
  return near.filter(({ similarity }) => similarity >= best - MARGIN)
}

/** One letter is near to whatever it begins, and 2008 is not 2018 misspelt. */
function canBeMisspelt(typed: string): boolean {
  return typed.length > 1 && !/\p{N}/u.test(typed)
}

/** Only letters and digits come here: no `%` or `_`, which `like` would read as something else. */
function answers(words: readonly string[]) {
  const typed = sql`unnest(${sql.param(words)}::text[], ${sql.param(words.map(fold))}::text[])
    with ordinality as typed(word, folded, place)`
  return sql`(
    select typed.place, asked.is_stop, answer.*
    from ${typed}
    cross join lateral (
      select coalesce(ts_lexize('swedish_stem', typed.word) = '{}', false) as is_stop,
        coalesce((ts_lexize('swedish_stem', typed.folded))[1], typed.folded) as stem
    ) as asked
    left join lateral (
      select word as answer, likeness, similarity from (
        select word, folded, 1::real as similarity,
          case when word = typed.word then 0
            when folded = typed.folded then 1
            when stem = asked.stem then 2
            when starts_with(folded, typed.folded) then 3
            else 4 end as likeness
        from search_words
        where word = typed.word or folded = typed.folded
          or (not asked.is_stop and (stem = asked.stem
            or (length(typed.folded) > 1 and folded like typed.folded || '%')
            or (length(typed.folded) > 3 and folded like '%' || typed.folded || '%')))
        order by likeness, length(folded), word
        limit ${MOST_ANSWERS}
      ) as known
      union all
      select word, 5, 1 - distance from (
        select word, folded <->> typed.folded as distance
        from search_words
        where not asked.is_stop
        order by folded <->> typed.folded, word
        limit ${NEAREST}
      ) as nearest
      where 1 - distance >= ${LEAST_SIMILARITY}
    ) as answer on true
  ) as answers`
}
