/**
 * The stem of a folded Swedish word: "kontroller" and "kontrollerna" give "kontroll". It uses Snowball's rules for Swedish,
 * as PostgreSQL does, and two more endings that many nouns have: "skolan" and "området" give "skol" and "omrad".
 * The database does not do it, since its rules differ between versions.
 */
export function stemOf(folded: string): string {
  const start = endingsStart(folded)
  let stem = withoutInflection(folded, start)
  if (DOUBLED.test(stem.slice(start))) stem = stem.slice(0, -1)
  return stem.slice(0, start) + stem.slice(start).replace(DERIVED, '$1')
}

/** Where endings may begin: after the first consonant that follows a vowel, and after at least three letters. */
function endingsStart(word: string): number {
  const found = /[aeiouy][^aeiouy]/.exec(word)
  return found ? Math.max(found.index + 2, 3) : word.length
}

function withoutInflection(word: string, start: number): string {
  const rest = word.slice(start)
  const ending = INFLECTION.exec(rest)?.[0]
  if (ending !== undefined) return word.slice(0, word.length - ending.length)
  return rest.endsWith('s') && /[bcdfghjklmnoprtvy]s$/.test(word) ? word.slice(0, -1) : word
}

// The leftmost match is the longest ending.
const INFLECTION =
  /(?:heterna|hetens|heten|heter|anden|andes|andet|arens|arnas|ernas|ornas|arna|erna|orna|ande|arne|aste|aren|ades|erns|hets|ade|are|ern|ens|het|ast|ans|ets|ad|en|ar|er|or|as|es|at|an|et|a|e)$/
const DOUBLED = /(?:dd|gd|nn|dt|gt|kt|tt)$/
const DERIVED = /(?:(full)t|lig|els|ig)$/
