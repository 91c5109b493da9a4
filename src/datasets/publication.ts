import type { Text } from './dataset.ts'

// Texts about the data set as a whole: for its pages, the API and every release.

/** The name of the data set for machines. */
export const name = 'medborgarloften'

/** The name of the data set. */
export const title = {
  sv: 'Medborgarlöften – öppna data',
  en: 'Medborgarlöften: Swedish citizen promises as open data',
} as const

/** The description of the data set. */
export const description = {
  sv: 'Vad svenska kommuner och deras lokalpolisområden har lovat att göra tillsammans mot brott och för trygghet: medborgarlöften, löften, aktiviteter och undertecknare, med källa för varje uppgift.',
  en: 'What Swedish municipalities and their local police areas have promised to do together against crime and for safety: agreements, promises, activities and signatories, with a source for every fact.',
} as const

/** The licence of the data. The code has another one, MIT. */
export const licence = {
  id: 'CC0-1.0',
  name: 'Creative Commons CC0 1.0 Universal',
  url: 'https://creativecommons.org/publicdomain/zero/1.0/',
} as const

/** What a reader needs to know about all totals. */
export const totalsNote = {
  sv: 'Transkriberade medborgarlöften (transcribed) finns med ordalydelse; katalogiserade (catalogued) är kända genom uppgifter med våra egna ord och länk. Summor av löften och aktiviteter räknar båda; commitments_seen säger om ett medborgarlöfte kan ha fler än dem som finns här. Antalen i stated_promises och stated_activities är vad som räknats på en sida, och ingår inte.',
  en: 'Transcribed agreements are held with their wording; catalogued ones are known by facts in our own words and a link. Totals of promises and activities count both; commitments_seen says whether an agreement may have more than those that are here. The numbers in stated_promises and stated_activities are what was counted on a page, and are no part of them.',
} as const

/** Keywords of the whole data set. */
export const keywords = {
  sv: ['medborgarlöften', 'brottsförebyggande', 'trygghet', 'kommuner', 'polisen', 'samverkan'],
  en: ['citizen promises', 'crime prevention', 'public safety', 'municipalities', 'police', 'cooperation'],
} as const

/** The origin of the data. */
export const provenance = {
  sv: 'Sammanställt ur sidor och dokument som kommuner, Polismyndigheten och andra har publicerat. Källan till varje uppgift finns i datamängderna documents och quotes, eller i kolumnen source.',
  en: 'Compiled from pages and documents published by municipalities, the Swedish Police Authority and others. The source of every fact is given in the datasets documents and quotes, or in the column source.',
} as const

/** The GraphQL API, as one way to access the data. */
export const api = {
  title: { sv: 'Medborgarlöften – GraphQL', en: 'Medborgarlöften: GraphQL' },
  description: {
    sv: 'Frågor till hela datamängden i GraphQL. Ingen nyckel behövs.',
    en: 'GraphQL queries on the whole data set. No key is needed.',
  },
} as const

/** The changes of each release, as a dataset in the catalogue. */
export const changesDataset = {
  name: 'changes',
  title: {
    sv: 'Ändringar i öppna data om medborgarlöften',
    en: 'Changes to the open data on Swedish citizen promises',
  },
  description: {
    sv: 'Vad varje utgåva har ändrat sedan den förra: som Atom-flöde för läsare, och rad för rad för program som uppdaterar en kopia.',
    en: 'What each release has changed since the previous one: as an Atom feed for readers, and row by row for programs that update a copy.',
  },
  keywords: { sv: ['ändringar', 'versioner', 'nyheter'], en: ['changes', 'versions', 'news'] },
  feeds: {
    sv: {
      sv: 'Nya utgåvor och vad de har ändrat, på svenska (Atom)',
      en: 'New releases and what they have changed, in Swedish (Atom)',
    },
    en: {
      sv: 'Nya utgåvor och vad de har ändrat, på engelska (Atom)',
      en: 'New releases and what they have changed, in English (Atom)',
    },
  },
  delta: {
    sv: 'Vad den senaste utgåvan har ändrat, rad för rad (JSON Lines)',
    en: 'What the latest release has changed, row by row (JSON Lines)',
  },
} as const

/** The names of the file formats of a dataset, by file extension. */
export const formNames: { readonly [ending: string]: Text } = {
  csv: { sv: 'CSV', en: 'CSV' },
  'excel.csv': { sv: 'CSV för svenska Excel', en: 'CSV for Swedish Excel' },
  json: { sv: 'JSON', en: 'JSON' },
  jsonl: { sv: 'JSON Lines', en: 'JSON Lines' },
  parquet: { sv: 'Parquet', en: 'Parquet' },
  geojson: { sv: 'GeoJSON', en: 'GeoJSON' },
}

/** The files with all datasets. */
export const wholeNames: { readonly [file: string]: Text } = {
  'medborgarloften.xlsx': {
    sv: 'Excel-arbetsbok, ett blad per datamängd, rubriker på svenska',
    en: 'Excel workbook, one sheet per dataset, headings in Swedish',
  },
  'medborgarloften.en.xlsx': {
    sv: 'Excel-arbetsbok, ett blad per datamängd, rubriker på engelska',
    en: 'Excel workbook, one sheet per dataset, headings in English',
  },
  'medborgarloften.zip': {
    sv: 'Hela utgåvan i ett arkiv: varje datamängd i varje format',
    en: 'The whole release in one archive: every dataset in every format',
  },
  'medborgarloften.sqlite': {
    sv: 'SQLite-databas (3.31 eller senare), med nycklar mellan tabellerna',
    en: 'SQLite database (3.31 or later), with keys between the tables',
  },
  'datapackage.json': {
    sv: 'Data Package: varje CSV-fil med typer och nycklar',
    en: 'Data Package: every CSV file with types and keys',
  },
}

/** The catalogue's note if the publisher and the address are not set. */
export const localCatalogue = {
  title: { sv: 'lokal katalog', en: 'local catalogue' },
  description: {
    sv: 'Det här är en lokal katalog som inte ska skördas: inställningarna anger inte var och av vem data publiceras.',
    en: 'This is a local catalogue, which is not meant to be harvested: the settings do not state where and by whom the data are published.',
  },
  publisher: { sv: 'Ingen utgivare angiven', en: 'No publisher stated' },
} as const

/** The country of the data. */
export const country = { sv: 'Sverige', en: 'Sweden' } as const

/** What users of the data may do. */
export const rights = {
  sv: 'Fritt att använda, ändra och sprida utan villkor, enligt CC0 1.0. Källan behöver inte anges.',
  en: 'Free to use, change and share without conditions, under CC0 1.0. The source does not have to be named.',
} as const

/** Codes for the data set from the vocabularies of portals, most of them authority tables of the European Union. */
export const authority = {
  /** CC0, in the authority table of the European Union. */
  licence: 'http://publications.europa.eu/resource/authority/licence/CC0',
  /** The same, with the address that DCAT-AP-SE requires of a catalogue, which never has https. */
  catalogueLicence: 'http://creativecommons.org/publicdomain/zero/1.0/',
  licenceType: 'http://purl.org/adms/licencetype/PublicDomain',
  themeTaxonomy: 'http://publications.europa.eu/resource/authority/data-theme',
  /** Justice, legal system and public safety; government and public sector. */
  themes: [
    'http://publications.europa.eu/resource/authority/data-theme/JUST',
    'http://publications.europa.eu/resource/authority/data-theme/GOVE',
  ],
  /** Sweden. */
  spatial: 'http://publications.europa.eu/resource/authority/country/SWE',
  /** The sources are in Swedish, our own texts in Swedish and English. */
  languages: [
    'http://publications.europa.eu/resource/authority/language/SWE',
    'http://publications.europa.eu/resource/authority/language/ENG',
  ],
  /** A release is written when the data have changed: not at regular times. */
  frequency: 'http://publications.europa.eu/resource/authority/frequency/IRREG',
  accessRights: 'http://publications.europa.eu/resource/authority/access-right/PUBLIC',
} as const

/** The types of publishers, in the vocabulary of ADMS that portals know. */
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

/** The type of a publisher. */
export type PublisherType = (typeof publisherTypes)[number]
