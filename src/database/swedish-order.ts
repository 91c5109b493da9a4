import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** What each letter sorts as: å, ä and ö, which end the alphabet, as what follows z in ASCII. */
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
 * A text as Swedish sorts it: å, ä and ö after z, é as e, whatever the case. It needs no collation of the
 * server's, so the order is the same everywhere (docs/decisions/0008).
 */
export function swedishOrder(text: SQLWrapper): SQL {
  return sql`translate(${text}, ${sql.raw(`'${FROM}', '${TO}'`)}) collate "C"`
}
