import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { lowerCase, spacedWords } from '../../database/letters.ts'
import { bilingualText, type Text } from '../../datasets/dataset.ts'
import { builder } from '../builder.ts'
import { clientError } from '../errors.ts'
import { type Condition, textArray } from './condition.ts'

interface SentTextMatch {
  readonly is?: string[] | null
  readonly contains?: string | null
  readonly phrase?: string | null
}

const TextMatch = builder.inputType('TextMatch', {
  description: bilingualText({
    sv: 'Vad en text innehåller, med stora eller små bokstäver. Alla angivna villkor ska stämma. En rad utan text stämmer aldrig.',
    en: 'What a text contains, in upper or lower case. All the conditions given must hold. A row without the text never matches.',
  }),
  fields: (t) => ({
    is: t.stringList({
      description: bilingualText({
        sv: 'Hela texten är en av dessa.',
        en: 'The whole text is one of these.',
      }),
    }),
    contains: t.string({
      description: bilingualText({
        sv: 'Texten innehåller dessa tecken, även inne i ett ord.',
        en: 'The text contains these characters, even within a word.',
      }),
    }),
    phrase: t.string({
      description: bilingualText({
        sv: 'Texten innehåller dessa hela ord i följd, oavsett vilka tecken som skiljer dem åt.',
        en: 'The text contains these whole words in this order, whatever characters separate them.',
      }),
    }),
  }),
})

/** A condition on a text of the row. */
export function textMatches(description: Text, column: SQLWrapper): Condition {
  return {
    type: TextMatch,
    description,
    where: ({ is, contains, phrase }: SentTextMatch, bind) => {
      const text = lowerCase(sql`${column}`)
      const parts: SQL[] = []
      if (is) {
        const any = sql`select ${lowerCase(sql`each`)} from unnest(${textArray(is, bind)}) as each`
        parts.push(sql`${text} in (${any})`)
      }
      if (typeof contains === 'string') {
        parts.push(sql`strpos(${text}, ${lowerCase(sql`${bind(searchable(contains))}::text`)}) > 0`)
      }
      if (typeof phrase === 'string') {
        if (!/[\p{L}\p{N}]/u.test(phrase)) {
          throw clientError('BAD_FILTER', 'phrase has no word; send at least a letter or a digit')
        }
        const words = spacedWords(sql`${bind(searchable(phrase))}::text`)
        parts.push(sql`strpos(${spacedWords(sql`${column}`)}, ${words}) > 0`)
      }
      return parts.length === 0 ? undefined : sql`(${sql.join(parts, sql` and `)})`
    },
  }
}

/**
 * A text to search for. PostgreSQL texts cannot contain a NUL, so it is replaced by a character that occurs in none of
 * ours.
 */
function searchable(text: string): string {
  return text.includes('\0') ? '\uFFFF' : text
}
