import type { Page } from '../layouts/page.ts'
import type { RoleMeaning } from '../lookups.ts'
import { type Source, type Span, trimmed } from '../text/source.ts'
import { withWords } from '../text/word-expressions.ts'
import { MOST_SENTENCE } from '../unreadable.ts'

const NAME_PART = "\\p{Lu}[\\p{Ll}\\p{M}'’]+(?:-\\p{Lu}?[\\p{Ll}\\p{M}]+)?"
const NAME = new RegExp(
  `(?<![\\p{L}])${NAME_PART}(?: \\p{Lu}\\.?)?(?: (?:von|af|de|van|der|den|la|el|al|da))?(?: ${NAME_PART}){1,2}(?![\\p{L}])`,
  'gu',
)

/** "Lokalpolisområde Västra Exempel": an unknown name is still not that of a person. */
const AFTER_AREA = /(?:lokalpolisområdet?|lpo|polisregion|region) $/

/** Possible names of people in a part of a text: capitalised words that are not a role, an actor or a place. */
export function namesIn(page: Page, span: Span): Span[] {
  const { source } = page
  const names: Span[] = []
  // In running text a name may be broken over two lines.
  for (const match of source.slice(span).replaceAll('\n', ' ').matchAll(NAME)) {
    const start = span.start + match.index
    const name = withoutRole(page, { start, end: start + match[0].length })
    const isOfArea = AFTER_AREA.test(source.folded.slice(Math.max(0, start - 20), start))
    if (name && !isOfArea && isPersonName(page, name)) names.push(name)
  }
  return names
}

/** "Kommunchef Olof Tallund" begins a sentence with a role. */
function withoutRole(page: Page, name: Span): Span | null {
  const words = page.source.slice(name).split(/[ \n]/)
  const firstLength = (words[0] ?? '').length
  const first = { start: name.start, end: name.start + firstLength }
  const isTitle = page.lookups.roles(page.source, first).length > 0 || endsArea(page, first)
  if (!isTitle) return name
  return words.length > 2 ? { start: name.start + firstLength + 1, end: name.end } : null
}

/** "Lokalpolisområdeschef för Norra Exempel Anna Ek": a capitalised word that ends the name of an area. */
function endsArea({ source, lookups }: Page, word: Span): boolean {
  const before = /(?:^|[^\p{L}])((?:\p{L}+ )?)$/u.exec(
    source.folded.slice(Math.max(0, word.start - 30), word.start),
  )?.[1]
  if (!before) return false
  const start = word.start - before.length
  const area = lookups.policeAreas.at(source.folded.slice(start, word.end))
  return area !== null && start + area.length === word.end
}

function isPersonName({ source, lookups }: Page, name: Span): boolean {
  const isActor = lookups.actors(source, name).length > 0
  const isRole = lookups.roles(source, name).length > 0
  const [place] = lookups.municipalities(source, name)
  const isPlace =
    place !== undefined &&
    (place.end === name.end || place.value.form === 'full') &&
    place.start === name.start
  const words = source.slice(name)
  return (
    !isActor &&
    !isRole &&
    !isPlace &&
    lookups.policeAreas.at(words) === null &&
    !lookups.expression(NO_PERSON).test(words.toLowerCase())
  )
}

const NO_PERSON = withWords`${'not_of_names'}`

/** The party letters after a name, "(M)", which are not part of it. */
export const PARTY = /^ *\(\p{Lu}\p{L}{0,5}\)/u
const ENDS_WITH_PARTY = / *\(\p{Lu}\p{L}{0,5}\)$/u

/** Whether a part of a text is a person's name and nothing else, except for party letters. */
export function nameOnly(page: Page, span: Span): Span | null {
  const { start, end } = trimmed(page.source.text, span)
  const party = ENDS_WITH_PARTY.exec(page.source.text.slice(start, end))?.[0].length ?? 0
  const whole = { start, end: end - party }
  const [name] = namesIn(page, whole)
  return name && name.start === whole.start && name.end === whole.end ? name : null
}

/** How far from a name its role may be, on its line or on one of the next ones. */
const ROLE_REACH = 120

/** The names of people on a page: those with a role nearby. A surname may be that of a place. */
export function peopleOn(page: Page): Span[] {
  const { source, lookups, lines } = page
  const names = lines
    .filter(({ span: { start, end } }) => end - start <= MOST_SENTENCE)
    .flatMap(({ span }) => namesIn(page, span))
  return names.filter(({ start, end }) => {
    const before = { start: Math.max(0, start - ROLE_REACH / 3), end: start }
    const after = { start: end, end: Math.min(source.text.length, end + ROLE_REACH) }
    return [before, after].some((near) => lookups.roles(source, near).length > 0)
  })
}

/** A role as printed. */
export interface PrintedRole extends Span {
  readonly meaning: RoleMeaning
  readonly isActing: boolean
}

const ACTING = /(?<![\p{L}])(?:tf\.?|t\.f\.|t f|tillförordnad|vik\.?|vikarierande) +$/u

/** The roles that a part of a text names, each with "tf" before it and the police area after it. */
export function rolesIn({ source, lookups }: Page, span: Span): PrintedRole[] {
  return lookups.roles(source, span).map(({ start, end, value }) => {
    const acting = ACTING.exec(source.folded.slice(Math.max(span.start, start - 20), start))
    const isPolice = value.organisation === 'police'
    return {
      start: start - (acting?.[0].length ?? 0),
      end: endWithArea(source, lookups.policeAreas.at, end, span.end, isPolice),
      meaning: value,
      isActing: acting !== null,
    }
  })
}

/** "chef för lokalpolisområde" is followed by the name of the area. */
function endWithArea(
  source: Source,
  areaAt: (words: string) => { length: number } | null,
  end: number,
  limit: number,
  isPolice: boolean,
): number {
  const isKind = /område$|lpo$/.test(source.folded.slice(Math.max(0, end - 8), end))
  const joint = isPolice ? /^ (?:(?:för|i|på) )?/.exec(source.folded.slice(end, end + 5))?.[0] : undefined
  if (joint === undefined || (joint === ' ' && !isKind)) return end
  const area = areaAt(source.folded.slice(end + joint.length, Math.min(limit, end + 60)))
  return area ? Math.min(limit, end + joint.length + area.length) : end
}
