import { placed, type Reading, stated } from '../confidence.ts'
import type { Page } from '../layouts/page.ts'
import { overlap, type Span } from '../text/source.ts'

/** The police area of an agreement, as its text names it. */
export interface NamedArea extends Span {
  readonly id: string
  readonly reading: Reading
  /** The name alone, if it is spelt differently from our table. */
  readonly misspelt: Span | null
}

const BEFORE_NAME =
  /(?<![\p{L}])(?:lokalpolisområdeschef(?:en)?(?: +för)?|lokalpolisområdet?s?|lpo(?:-chef| chef)?|närpolisområdet?|lokalpolisen)[ ,]+(?:i +|för +|på +)?/gu
const AFTER_NAME = /(?<![\p{L}])lokalpolisområdet?(?![\p{L}])/gu

/** Every local police area that a part of the text names, and unknown names. */
export function policeAreasIn(page: Page, span: Span): { areas: NamedArea[]; unknown: Span[] } {
  const { source, lookups } = page
  const words = source.foldedSlice(span)
  const areas: NamedArea[] = []
  const unknown: Span[] = []
  for (const match of words.matchAll(BEFORE_NAME)) {
    const at = span.start + match.index + match[0].length
    const found = lookups.policeAreas.at(source.folded.slice(at, at + 60))
    const isArea = /^(?:lokalpolisområdet?s?|lpo) /.test(match[0])
    if (found) {
      const name = { start: at, end: at + found.length }
      const start = isArea ? span.start + match.index : at
      const reading = isArea ? stated('police-area-named') : placed('police-area-in-role')
      areas.push({ start, end: name.end, id: found.id, reading, misspelt: found.isExact ? null : name })
    } else if (isArea && /^\p{Lu}/u.test(source.text.slice(at, at + 2))) {
      const length = /^[\p{L}/-]+/u.exec(source.text.slice(at, at + 40))?.[0].length ?? 0
      unknown.push({ start: at, end: at + length })
    }
  }
  if (areas.length > 0) return { areas, unknown }
  for (const match of words.matchAll(AFTER_NAME)) {
    const end = span.start + match.index
    const before = source.text.slice(Math.max(span.start, end - 50), end)
    // "Höglandets lokalpolisområde": the name is the capitalised words before.
    const name = /(?:\p{Lu}[\p{L}/-]*[ ]+){1,3}$/u.exec(before)?.[0]
    const found = name ? lookups.policeAreas.at(name.trim()) : null
    if (name && found && name.trim().length - found.length <= 1) {
      const start = end - name.length
      areas.push({
        start,
        end: end + match[0].length,
        id: found.id,
        reading: stated('police-area-before'),
        misspelt: null,
      })
    }
  }
  return { areas, unknown }
}

/** Words of a signature block may be in the wrong order, with the area's name before its kind. A person's name does not count. */
export function areaAlone(
  { source, lookups }: Page,
  scope: Span,
  person: Span,
): (Span & { readonly id: string }) | null {
  for (const { index } of source.foldedSlice(scope).matchAll(/(?<![\p{L}])\p{L}/gu)) {
    const start = scope.start + index
    if (!/\p{Lu}/u.test(source.text[start] ?? '')) continue
    const found = lookups.policeAreas.at(source.folded.slice(start, Math.min(scope.end, start + 60)))
    // "Västra Örebro" is not part of Örebro.
    const before = source.text.slice(Math.max(scope.start, start - 25), start)
    if (/(?:^|[^\p{L}])(?!\p{L}*(?:chef|polis))\p{Lu}\p{Ll}+ $/u.test(before)) continue
    if (found && !overlap(person, { start, end: start + found.length }))
      return { id: found.id, start, end: start + found.length }
  }
  return null
}
