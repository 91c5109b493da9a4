/** What follows the first half of "brotts- och trygghetsskapande": its hyphen stays. */
const AFTER_HALF = /^(?:och|eller|samt|respektive|till|som|men|and|or|&)(?=[\s,]|$)/u

/** An abbreviation, a number or a single letter before a hyphen, as in "SMS-livräddare", "2020-2021" and "e-post". */
const KEEPS_HYPHEN = /(?:^|[\s(])(?:[\p{Lu}\p{N}]+|\p{L})-$/u

const SOFT_HYPHEN = '\u00AD'

/** Joins two lines of one paragraph, and a word that was split at the end of the line. */
export function joinLines(line: string, next: string): string {
  if (line.endsWith(SOFT_HYPHEN)) return line.slice(0, -1) + next
  if (!/[\p{L}\p{N}][-\u2010\u2011]$/u.test(line.slice(-3))) return `${line} ${next}`
  if (AFTER_HALF.test(next)) return `${line} ${next}`
  // "Malung-Sälen" and "2020-2021" have a hyphen of their own.
  if (!/^\p{Ll}/u.test(next) || KEEPS_HYPHEN.test(line.slice(-40))) return line + next
  return line.slice(0, -1) + next
}

/** Whether a line ends in the middle of a word. */
export function isSplit(line: string): boolean {
  return line.endsWith(SOFT_HYPHEN) || /\p{L}[-\u2010\u2011]$/u.test(line.slice(-3))
}
