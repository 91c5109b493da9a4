import { formats } from '../formats.ts'
import type { In } from '../language.ts'
import type { SearchData } from '../queries/search.graphql.ts'

/** The kinds of search results. */
export type FoundType = NonNullable<SearchData['search']['edges'][number]['node']>['__typename']

const sv = {
  label: 'Sök kommun, ämne eller ord i ett löfte',
  placeholder: 'Sök kommun, ämne eller ord',
  button: 'Sök',
  title: 'Sök',
  titleOf: (query: string) => `Sök: ${query}`,
  description: 'Sök bland medborgarlöften, kommuner, polisområden, ämnen och undertecknare.',
  how: 'Skriv namnet på en kommun, ett ämne eller några ord. Ord hittas i alla böjningar och som delar av sammansättningar.',
  says: (query: string, count: number, shown: number) =>
    count === 0
      ? `Sökningen på ”${query}” gav ingen träff bland det som vi har samlat in.`
      : `Sökningen på ”${query}” gav ${formats.sv.count(count, { one: 'en träff', other: 'träffar' })}${shown < count ? `; här visas de ${formats.sv.number(shown)} första` : ''}.`,
  fuzzy: 'liknar det du skrev',
  kind: 'Slag',
  county: 'Län',
  all: 'Alla',
  refused: 'Sökningen går inte att göra: skriv minst en bokstav eller siffra, och färre ord.',
  kinds: {
    Municipality: 'Kommuner',
    County: 'Län',
    PoliceArea: 'Lokalpolisområden',
    PoliceDistrict: 'Polisområden',
    PoliceRegion: 'Polisregioner',
    Topic: 'Ämnen',
    Signatory: 'Undertecknare',
    Agreement: 'Medborgarlöften',
    Promise: 'Löften ord för ord',
    Activity: 'Aktiviteter',
    Finding: 'Lägesbilder',
  } as { readonly [T in FoundType]: string },
}

/** The texts of the search page. */
export const searchTexts: In<typeof sv> = {
  sv,
  en: {
    label: 'Search for a municipality, a topic or words of a promise',
    placeholder: 'Municipality, topic or words',
    button: 'Search',
    title: 'Search',
    titleOf: (query) => `Search: ${query}`,
    description: 'Search citizen promises, municipalities, police areas, topics and signatories.',
    how: 'Type the name of a municipality, a topic or some words, in Swedish. Words are found in all their forms and as parts of compounds.',
    says: (query, count, shown) =>
      count === 0
        ? `The search for “${query}” found nothing in what we have collected.`
        : `The search for “${query}” found ${formats.en.count(count, { one: 'one hit', other: 'hits' })}${shown < count ? `; the first ${formats.en.number(shown)} are shown` : ''}.`,
    fuzzy: 'resembles what you typed',
    kind: 'Kind',
    county: 'County',
    all: 'All',
    refused: 'The search cannot be made: type at least one letter or digit, and fewer words.',
    kinds: {
      Municipality: 'Municipalities',
      County: 'Counties',
      PoliceArea: 'Local police areas',
      PoliceDistrict: 'Police districts',
      PoliceRegion: 'Police regions',
      Topic: 'Topics',
      Signatory: 'Signatories',
      Agreement: 'Citizen promises',
      Promise: 'Promises word for word',
      Activity: 'Activities',
      Finding: 'Situations',
    },
  },
}
