/** The Unicode characters for the codes of symbol fonts: bullets, checkboxes, arrows, comparison signs. */
const WINGDINGS: { readonly [code: number]: string } = {
  34: '✂',
  40: '☎',
  42: '✉',
  74: '☺',
  108: '●',
  110: '■',
  111: '☐',
  113: '☐',
  114: '☐',
  116: '◆',
  117: '◆',
  118: '❖',
  119: '◆',
  158: '·',
  159: '•',
  161: '○',
  167: '▪',
  168: '☐',
  216: '➢',
  223: '←',
  224: '→',
  225: '↑',
  226: '↓',
  232: '➔',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
}
const SYMBOL: { readonly [code: number]: string } = {
  32: ' ',
  43: '+',
  44: ',',
  45: '−',
  46: '.',
  47: '/',
  58: ':',
  59: ';',
  60: '<',
  61: '=',
  62: '>',
  163: '≤',
  176: '°',
  177: '±',
  178: '″',
  179: '≥',
  180: '×',
  183: '•',
  184: '÷',
  185: '≠',
  187: '≈',
  172: '←',
  173: '↑',
  174: '→',
  175: '↓',
  188: '…',
}

/** Symbol fonts keep their codes in this part of Unicode. */
const PRIVATE = 0xf000

/** The characters that a symbol font draws for its codes; null for other fonts. */
function codesOf(font: string | null): { readonly [code: number]: string } | null {
  if (font === null) return null
  if (/^wingdings$/i.test(font)) return WINGDINGS
  if (/^symbol$/i.test(font)) return SYMBOL
  return /^(?:wingdings [23]|webdings)$/i.test(font) ? {} : null
}

/** Whether the text in a font consists of symbol codes. */
export function isSymbolFont(font: string | null): boolean {
  return codesOf(font) !== null
}

/** The character drawn for a code in a font; null if it is not known. */
export function symbolOf(font: string | null, code: number): string | null {
  const codes = codesOf(font)
  const own = code >= PRIVATE && code <= PRIVATE + 0xff ? code - PRIVATE : code
  if (codes) return own < 256 ? (codes[own] ?? (own === 32 ? ' ' : null)) : String.fromCodePoint(own)
  if (!Number.isInteger(code) || code <= 32 || code > 0xffff) return null
  return code >= 0xe000 && code <= 0xf8ff ? null : String.fromCodePoint(code)
}
