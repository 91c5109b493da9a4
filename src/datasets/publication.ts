// What is said of the data set as a whole: on its pages, in the API and in every release.

/** The name of the data set for machines. */
export const name = 'medborgarloften'

/** The name of the data set. */
export const title = {
  sv: 'Medborgarlöften – öppna data',
  en: 'Medborgarlöften: Swedish citizen promises as open data',
} as const

/** What the data set is. */
export const description = {
  sv: 'Vad svenska kommuner och deras lokalpolisområden lovat göra tillsammans mot brott och för trygghet: medborgarlöften, löften, aktiviteter och undertecknare, med källa för varje uppgift.',
  en: 'What Swedish municipalities and their local police areas have promised to do together against crime and for safety: agreements, promises, activities and signatories, with a source for every fact.',
} as const

/** The licence of the data. The code has another one, MIT. */
export const licence = {
  id: 'CC0-1.0',
  name: 'Creative Commons CC0 1.0 Universal',
  url: 'https://creativecommons.org/publicdomain/zero/1.0/',
} as const

/** What must be known to read any total of ours. */
export const totalsNote = {
  sv: 'Transkriberade medborgarlöften (transcribed) finns med ordalydelse; katalogiserade (catalogued) är kända genom uppgifter och länk. Summor av löften och aktiviteter räknar bara transkriberade. Antalen i stated_promises och stated_activities är vad som räknats på en sida, och ingår inte.',
  en: 'Transcribed agreements are held with their wording; catalogued ones are known by facts and a link alone. Totals of promises and activities count transcribed ones only. The numbers in stated_promises and stated_activities are what was counted on a page, and are no part of them.',
} as const

/** What somebody who looks for such data may write. */
export const keywords = {
  sv: ['medborgarlöften', 'brottsförebyggande', 'trygghet', 'kommuner', 'polisen', 'samverkan'],
  en: ['citizen promises', 'crime prevention', 'public safety', 'municipalities', 'police', 'cooperation'],
} as const

/** Where the data come from. */
export const provenance = {
  sv: 'Sammanställt ur sidor och dokument som kommuner, Polismyndigheten och andra publicerat. Källan till varje uppgift står i datamängderna documents och quotes, eller i kolumnen source.',
  en: 'Compiled from pages and documents published by municipalities, the Swedish Police Authority and others. The source of every fact stands in the datasets documents and quotes, or in the column source.',
} as const

/** The GraphQL API, as one of the ways to the data. */
export const api = {
  title: { sv: 'Medborgarlöften – GraphQL', en: 'Medborgarlöften: GraphQL' },
  description: {
    sv: 'Frågor till hela datamängden i GraphQL, utan nyckel.',
    en: 'Queries of the whole data set in GraphQL, without a key.',
  },
} as const

/** What the catalogue says of itself where nobody has said where and by whom the data are published. */
export const localCatalogue = {
  title: { sv: 'lokal katalog', en: 'local catalogue' },
  description: {
    sv: 'Det här är en lokal katalog, inte till för att skördas: inställningarna säger inte var och av vem data publiceras.',
    en: 'This is a local catalogue, not for harvesting: the settings do not say where and by whom the data are published.',
  },
  publisher: { sv: 'Ingen utgivare angiven', en: 'No publisher stated' },
} as const

/** The country that the data are about. */
export const country = { sv: 'Sverige', en: 'Sweden' } as const

/** What the data are, by the lists that portals know, most of them authority tables of the European Union. */
export const authority = {
  /** CC0. Portals know it by this address, never by https. */
  licence: 'http://creativecommons.org/publicdomain/zero/1.0/',
  licenceType: 'http://purl.org/adms/licencetype/PublicDomain',
  themeTaxonomy: 'http://publications.europa.eu/resource/authority/data-theme',
  /** Justice, legal system and public safety; government and public sector. */
  themes: [
    'http://publications.europa.eu/resource/authority/data-theme/JUST',
    'http://publications.europa.eu/resource/authority/data-theme/GOVE',
  ],
  /** Sweden. */
  spatial: 'http://publications.europa.eu/resource/authority/country/SWE',
  /** The words of the sources are Swedish; our own are Swedish and English. */
  languages: [
    'http://publications.europa.eu/resource/authority/language/SWE',
    'http://publications.europa.eu/resource/authority/language/ENG',
  ],
  /** A release is written when the data have changed, which no calendar says. */
  frequency: 'http://publications.europa.eu/resource/authority/frequency/IRREG',
  accessRights: 'http://publications.europa.eu/resource/authority/access-right/PUBLIC',
} as const

/** What a publisher may be, by the list of ADMS that portals know. */
export const publisherTypes = [
  'Academia-ScientificOrganisation',
  'Company',
  'IndustryConsortium',
  'LocalAuthority',
  'NationalAuthority',
  'NonGovernmentalOrganisation',
  'NonProfitOrganisation',
  'PrivateIndividual(s)',
  'RegionalAuthority',
  'StandardisationBody',
  'SupraNationalAuthority',
] as const

/** What a publisher is. */
export type PublisherType = (typeof publisherTypes)[number]
