import type { DocumentPage } from './drawn.ts'

/**
 * The fonts that do not say which letters they draw: each code is the number of a picture, and read as a letter it would
 * be another one. Known once the operators of the page are.
 */
export function unknownFonts({ commonObjs }: DocumentPage, names: ReadonlySet<string>): Set<string> {
  return new Set([...names].filter((name) => commonObjs.has(name) && isUnknown(commonObjs.get(name))))
}

/** pdf.js takes each code for a letter, from the first to the last, where a font of many codes has no table of letters. */
function isUnknown(font: unknown): boolean {
  if (typeof font !== 'object' || font === null) return false
  const { composite, toUnicode } = font as { composite?: unknown; toUnicode?: unknown } // what fontExtraProperties adds
  return composite === true && typeof toUnicode === 'object' && toUnicode !== null && 'firstChar' in toUnicode
}
