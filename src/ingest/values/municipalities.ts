import { inferred, placed, type Reading, stated } from '../confidence.ts'
import { type Page, wholeOf } from '../layouts/page.ts'
import type { MunicipalityName } from '../places/municipality-names.ts'
import { overlap, Source, type Span } from '../text/source.ts'
import type { FoundTerm } from '../text/terms.ts'
import { peopleOn } from './people.ts'

/** A municipality that is a party to the agreement. */
export interface Party extends Span {
  readonly code: string
  readonly reading: Reading
}

/** What precedes a name that is not a municipality: a police area, a region, a county, a road. */
const NOT_A_PARTY =
  /(?:lokalpolis(?:en|områdets?|område)?(?: i)?|lpo|polisområdet?|polisregion|region|län|chef(?:en)?(?: för| i)?|polisen i)[ ,:]*(?:i +)?$/u
const GOES_ON = /^[-/][\p{L}]|^ +län(?![\p{L}])/u

/** The parties: the municipalities in the title, or those that promise, or the one named most often. */
export function partiesOf(page: Page, title: Span | null): Party[] {
  const named = municipalityNames(page, wholeOf(page))
  const inTitle = title ? named.filter(({ start, end }) => start >= title.start && end <= title.end) : []
  if (inTitle.length > 0) return partiesFrom(inTitle, named, stated('municipality-in-title'))
  const joint = listedTogether(page, named)
  if (joint.length > 1) return partiesFrom(joint, named, stated('municipality-in-list'))
  const full = named.filter(({ value }) => value.form === 'full')
  const promising = full.filter((name) => isPromising(page, name))
  if (promising.length > 0) return partiesFrom(promising, named, stated('municipality-promises'))
  if (full.length > 0) return mostNamed(full, named, stated('municipality-in-full'))
  const outside = municipalityOutside(page)
  const isNamed = named.some(({ value }) => value.code === outside?.code)
  if (outside && !isNamed) return [outside]
  if (named.length > 0) return mostNamed(named, named, placed('municipality-place'))
  const ofPolice = placesOfPolice(page)
  return ofPolice.length > 0 ? mostNamed(ofPolice, ofPolice, inferred('municipality-of-police')) : []
}

/**
 * The municipality named in the title or the address of a page whose text only says "kommunen"; that word is
 * quoted.
 */
function municipalityOutside({ source, lookups, givenTitle, url }: Page): Party | null {
  const word = /(?<!\p{L})kommun(?:en(?:s)?)?(?!\p{L})/u.exec(source.folded)
  if (!word) return null
  const place = { start: word.index, end: word.index + word[0].length }
  const inTitle = givenTitle === null ? [] : lookups.municipalities(new Source(givenTitle), whole(givenTitle))
  const titled = new Set(inTitle.map(({ value }) => value.code))
  const [only] = titled
  if (only !== undefined && titled.size === 1)
    return { ...place, code: only, reading: inferred('municipality-in-given-title') }
  const code = url === null ? null : lookups.municipalityOfAddress(url)
  return code === null ? null : { ...place, code, reading: inferred('municipality-in-address') }
}

/** "Polisen i Mölndal": the place, if nothing else is named. */
function placesOfPolice({ source, lookups }: Page): FoundTerm<MunicipalityName>[] {
  return lookups.municipalities(source, { start: 0, end: source.text.length }).filter(({ start }) => {
    return /(?<!\p{L})polisen i $/u.test(source.folded.slice(Math.max(0, start - 12), start))
  })
}

function whole(words: string): Span {
  return { start: 0, end: words.length }
}

function municipalityNames(page: Page, span: Span): FoundTerm<MunicipalityName>[] {
  const { source, lookups } = page
  const people = peopleOn(page)
  const names = lookups.municipalities(source, span).filter(({ start, end }) => {
    const isCapital = /\p{Lu}/u.test(source.text[start] ?? '')
    const before = source.folded.slice(Math.max(0, start - 30), start)
    // "Eva Lund, kommunpolis": a surname is not a place.
    const isSurname = people.some((name) => overlap(name, { start, end }))
    return (
      isCapital && !isSurname && !NOT_A_PARTY.test(before) && !GOES_ON.test(source.folded.slice(end, end + 6))
    )
  })
  return withPlural(source.folded, names)
}

const NOT_PARTIES = /(?:omfattar|består|ingår|täcker|i)(?: av)?(?: de)?(?: \p{L}+)? kommunerna $/u
const JOINED = /^(?:,| och| samt) ?$/

/** "Polisen och kommunerna Lerum, Alingsås och Vårgårda": the places after the plural. */
function listedTogether(
  { source }: Page,
  names: readonly FoundTerm<MunicipalityName>[],
): FoundTerm<MunicipalityName>[] {
  const first = names.findIndex(({ start }) => {
    const before = source.folded.slice(Math.max(0, start - 40), start)
    return /kommunerna $/.test(before) && !NOT_PARTIES.test(before)
  })
  if (first < 0) return []
  const rest = names.slice(first)
  const end = rest.findIndex(({ end: at }, index) => {
    const next = rest[index + 1]
    return next === undefined || !JOINED.test(source.folded.slice(at, next.start))
  })
  return rest.slice(0, end + 1)
}

/** "Lerums och Vårgårda kommuner": each of the places before the plural is a full name. */
function withPlural(
  folded: string,
  names: readonly FoundTerm<MunicipalityName>[],
): FoundTerm<MunicipalityName>[] {
  const inFull = new Set<number>()
  for (let index = names.length - 1; index >= 0; index--) {
    const { end } = names[index] as FoundTerm<MunicipalityName>
    const next = names[index + 1]
    const isBeforePlural = /^ +kommuner/.test(folded.slice(end, end + 12))
    const isJoined =
      next !== undefined &&
      inFull.has(index + 1) &&
      /^(?:,| och| samt) ?$/.test(folded.slice(end, next.start))
    if (isBeforePlural || isJoined) inFull.add(index)
  }
  return names.map((name, index) =>
    inFull.has(index) ? { ...name, value: { ...name.value, form: 'full' } } : name,
  )
}

const PROMISE_NEAR =
  /(?:lovar|formulerar|har +(?:tillsammans|enats|kommit|tecknat|undertecknat|slutit)|skrev|tecknar|ska +tillsammans|och +polisen|mellan)/
const POLICE_NEAR =
  /(?:polisen|polismyndigheten|lokalpolisområde\p{L}*(?: +\p{L}+)?),? +(?:i +\p{L}+ +)?(?:och|samt) +$/u

/** Whether a municipality is named as one that promises, beside the police. */
function isPromising({ source }: Page, { start, end }: Span): boolean {
  return (
    PROMISE_NEAR.test(source.folded.slice(end, end + 45).split(/[.:]/)[0] ?? '') ||
    POLICE_NEAR.test(source.folded.slice(Math.max(0, start - 50), start))
  )
}

/** The municipality that is named most often; of those named equally often all, which is unsure: a person decides. */
function mostNamed(
  names: readonly FoundTerm<MunicipalityName>[],
  named: readonly FoundTerm<MunicipalityName>[],
  reading: Reading,
): Party[] {
  const byCode = Map.groupBy(names, ({ value }) => value.code)
  const most = Math.max(...[...byCode.values()].map(({ length }) => length))
  const chosen = [...byCode.values()].filter(({ length }) => length === most)
  return partiesFrom(chosen.flat(), named, chosen.length > 1 ? inferred(reading.rule) : reading)
}

/** Each municipality once, quoted where its full name first occurs. */
function partiesFrom(
  chosen: readonly FoundTerm<MunicipalityName>[],
  named: readonly FoundTerm<MunicipalityName>[],
  reading: Reading,
): Party[] {
  const codes = [...new Set(chosen.map(({ value }) => value.code))]
  return codes.flatMap((code) => {
    const own = named.filter(({ value }) => value.code === code)
    const quoted = own.find(({ value }) => value.form === 'full') ?? own[0]
    return quoted ? [{ start: quoted.start, end: quoted.end, code, reading }] : []
  })
}
