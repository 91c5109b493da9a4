import { type SQL, sql } from 'drizzle-orm'

// What is upper and lower case, a letter or a sign, said by ourselves: the collation of a server, or its lack, changes nothing.

const ACCENTED = 'åäöéèêëáàâãæçíìîïñóòôõøúùûüýÿ'
const UPPER = `ABCDEFGHIJKLMNOPQRSTUVWXYZ${ACCENTED.replace('ÿ', '').toUpperCase()}`
const LOWER = UPPER.toLowerCase()

/** A text in lower case. */
export function lowerCase(text: SQL): SQL {
  return sql`translate(${text}, ${sql.raw(`'${UPPER}', '${LOWER}'`)})`
}

/** The words of a text in lower case, with one space before, between and after them. */
export function spacedWords(text: SQL): SQL {
  return sql`regexp_replace(' ' || ${lowerCase(text)} || ' ', ${sql.raw(`'[^a-z0-9${ACCENTED}]+'`)}, ' ', 'g')`
}
