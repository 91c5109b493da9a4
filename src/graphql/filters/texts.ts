import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { lowerCase, spacedWords } from '../../database/letters.ts'
import { builder } from '../builder.ts'
import { clientError } from '../errors.ts'
import { type Condition, textArray } from './condition.ts'

interface SentTextMatch {
  readonly is?: string[] | null
  readonly contains?: string | null
  readonly phrase?: string | null
}

const TextMatch = builder.inputType('TextMatch', {
  description:
    'What a text holds, in upper or lower case. All that is given holds together. What has no text holds nothing.',
  fields: (t) => ({
    is: t.stringList({ description: 'It is one of these, whole.' }),
    contains: t.string({ description: 'These characters stand in it, within a word too.' }),
    phrase: t.string({
      description: 'These words stand in it whole, one after another, whatever signs part them.',
    }),
  }),
})

/** What a text of the row holds. */
export function textMatches(description: string, column: SQLWrapper): Condition {
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

/** What can stand in a text of the database: PostgreSQL has none with a NUL in it, so it finds what no text of ours holds. */
function searchable(text: string): string {
  return text.includes('\0') ? '\uFFFF' : text
}
