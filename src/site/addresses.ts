import { pageBeginnings } from '../datasets/addresses.ts'
import { slugOf } from '../datasets/slug.ts'
import type { In, Language } from './language.ts'

/** The addresses of the pages of each kind, or their beginnings: the part that identifies a page follows. */
export const addresses = {
  ...pageBeginnings,
  start: { sv: '/', en: '/en/' },
  numbers: { sv: '/lovade-antal/', en: '/en/promised-numbers/' },
  calendar: { sv: '/kalender/', en: '/en/calendar/' },
  alike: { sv: '/lika-ord/', en: '/en/alike/' },
  explore: { sv: '/utforska/', en: '/en/explore/' },
  exploreEmbed: { sv: '/utforska/inbaddning/', en: '/en/explore/embed/' },
  search: { sv: '/sok/', en: '/en/search/' },
  letter: { sv: '/begar-ut/', en: '/en/request/' },
  corrections: { sv: '/rattelser/', en: '/en/corrections/' },
  about: { sv: '/om/', en: '/en/about/' },
  method: { sv: '/om/metod/', en: '/en/about/method/' },
  newsrooms: { sv: '/om/for-redaktioner/', en: '/en/about/newsrooms/' },
  officers: { sv: '/om/for-kommuner/', en: '/en/about/municipalities/' },
  privacy: { sv: '/om/personuppgifter/', en: '/en/about/privacy/' },
  withheld: { sv: '/om/undantagna-namn/', en: '/en/about/withheld-names/' },
  accessibility: { sv: '/tillganglighet/', en: '/en/accessibility/' },
  status: { sv: '/om/lage/', en: '/en/about/status/' },
  charts: { sv: '/diagram/', en: '/en/chart/' },
  embed: { sv: '/inbaddning/', en: '/en/embed/' },
  docs: { sv: '/dokumentation/', en: '/en/docs/' },
  query: { sv: '/fraga/', en: '/en/query/' },
  exports: { sv: '/exports/', en: '/en/exports/' },
  feed: { sv: '/feed.atom', en: '/en/feed.atom' },
} as const satisfies { readonly [kind: string]: In<string> }

export type AddressKind = keyof typeof addresses

/**
 * The address of a page.
 *
 * @example addressOf('sv', 'municipality', '0685-vetlanda') // '/kommun/0685-vetlanda/'
 */
export function addressOf(language: Language, kind: AddressKind, part?: string): string {
  const begin = addresses[kind][language]
  return part === undefined ? begin : `${begin}${part}/`
}

/**
 * The pattern of the addresses of one kind, for the router.
 *
 * @example pathsOf('topic', ':key') // { sv: '/amne/:key/', en: '/en/topic/:key/' }
 */
export function pathsOf(kind: AddressKind, part?: string): In<string> {
  return { sv: addressOf('sv', kind, part), en: addressOf('en', kind, part) }
}

/**
 * The end of the address of a municipality: code and name, since Habo and Håbo would both be "habo".
 *
 * @example municipalityPart({ code: '0685', name: 'Vetlanda' }) // '0685-vetlanda'
 */
export function municipalityPart({ code, name }: { readonly code: string; readonly name: string }): string {
  return `${code}-${slugOf(name)}`
}

/**
 * The end of the address of a county.
 *
 * @example countyPart({ code: '06', nameSv: 'Jönköpings län' }) // '06-jonkoping'
 */
export function countyPart({ code, nameSv }: { readonly code: string; readonly nameSv: string }): string {
  return `${code}-${slugOf(shortCounty(nameSv))}`
}

/** The last part of the address of a vocabulary's value: TRAFFIC_CHECKS gives traffic-checks. */
export function valuePart(value: string): string {
  return value.toLowerCase().replaceAll('_', '-')
}

/** The short name of a county: Jönköpings län gives Jönköping, Västra Götalands län gives Västra Götaland. */
export function shortCounty(nameSv: string): string {
  return nameSv.replace(/s? län$/, '')
}

/** The address of the API with a query: a browser gets GraphiQL, a program the response. */
export function graphqlAddress(query: string, variables: object): string {
  return `/graphql?${askedBy(query, variables)}`
}

/** The page that shows a query and opens it in GraphiQL. */
export function queryAddress(language: Language, query: string, variables: object): string {
  return `${addressOf(language, 'query')}?${askedBy(query, variables)}`
}

function askedBy(query: string, variables: object): URLSearchParams {
  return new URLSearchParams({ query, variables: JSON.stringify(variables) })
}
