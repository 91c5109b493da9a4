import { type SQL, sql } from 'drizzle-orm'

// Our own rules for upper and lower case, letters and other characters, so that they do not depend on the collation of a
// server.

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
