import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/**
 * The character that each letter sorts as: å, ä and ö, the last letters of the alphabet, as those that follow z in ASCII.
 */
const SORTS_AS: readonly (readonly [letters: string, as: string])[] = [
  ['AÀÁÂÃàáâã', 'a'],
  ['ÇCç', 'c'],
  ['ÈÉÊËEèéêë', 'e'],
  ['ÌÍÎÏIìíîï', 'i'],
  ['ÑNñ', 'n'],
  ['ÒÓÔÕOòóôõ', 'o'],
  ['ÙÚÛUùúû', 'u'],
  ['ÜÝYüýÿ', 'y'],
  ['Åå', '{'],
  ['ÄÆäæ', '|'],
  ['ÖØöø', '}'],
  ...Array.from('BDFGHJKLMPQRSTVWXZ', (letter) => [letter, letter.toLowerCase()] as const),
]
const FROM = SORTS_AS.map(([letters]) => letters).join('')
const TO = SORTS_AS.map(([letters, as]) => as.repeat(letters.length)).join('')

/**
 * A text mapped to the Swedish sort order: å, ä and ö after z, é as e, ignoring case. It needs no collation of the server,
 * so the order is the same everywhere (docs/decisions/0008).
 */
export function swedishOrder(text: SQLWrapper): SQL {
  return sql`translate(${text}, ${sql.raw(`'${FROM}', '${TO}'`)}) collate "C"`
}

const AS = new Map(
  SORTS_AS.flatMap(([letters, as]) => Array.from(letters, (letter) => [letter, as] as const)),
)

/** The sort key of a text in Swedish: the same order as `swedishOrder` gives in the database. */
export function swedishSortKey(text: string): string {
  return Array.from(text, (letter) => AS.get(letter) ?? letter).join('')
}
