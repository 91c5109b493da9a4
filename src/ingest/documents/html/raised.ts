import type { Element } from 'domhandler'

const RAISED_STYLE = /vertical-align\s*:\s*super/i
const LOWERED_STYLE = /vertical-align\s*:\s*sub/i
/** The class names that word processors and publishing systems give to footnote references. */
const NOTE_CLASS = /foot-?note|end-?note|note-?ref|fotnot/i

/** The position of an element on its line; `link` leads to another place of the page, as footnote marks often do. */
export function positionOf({ name, attribs }: Element): 'raised' | 'lowered' | 'link' | null {
  const { style = '', class: classes = '', role, href } = attribs
  if (name === 'sup' || RAISED_STYLE.test(style) || role === 'doc-noteref') return 'raised'
  if (name === 'sub' || LOWERED_STYLE.test(style)) return 'lowered'
  if (name === 'a' && href?.includes('#')) return NOTE_CLASS.test(classes) ? 'raised' : 'link'
  return name === 'span' && NOTE_CLASS.test(classes) ? 'raised' : null
}

const ONE = '[[(]?(?:\\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶#]{1,3})[)\\]]?'
/** "1", "2)", "[3]", "a", "*", "1, 2" */
const MARKS = new RegExp(`^${ONE}(?: ?[,;–-] ?${ONE})*$`, 'iu')
const BRACKETED = /^\[.*\]$/
/** "m²", "CO₂": the number belongs to the unit or the formula. */
const MEASURE = /(?<!\p{L})[kcdm]?m$/iu
const FORMULA = /(?<!\p{L})\p{Lu}{1,2}$/u
/** "1:a", "3:e" */
const ORDINAL = /^:?[ae]$/i

/**
 * Whether raised text, or a link within the page, is a footnote mark, which is not part of the text beside it: "15"
 * with a raised 1 is not 151. `before` is the line up to it, and `after` what follows.
 */
export function isNoteMark(
  words: string,
  position: 'raised' | 'link',
  before: string,
  after: string,
): boolean {
  if (!MARKS.test(words)) return false
  if (position === 'link') return BRACKETED.test(words) || (/\S$/.test(before) && !ORDINAL.test(words))
  // A raised "1", a slash and a lowered "2" are a half.
  if (/^[/⁄]/.test(after)) return false
  if (/^[23]$/.test(words) && MEASURE.test(before)) return false
  if (/^\d$/.test(words) && FORMULA.test(before)) return false
  return !(ORDINAL.test(words) && /\d$/.test(before))
}
