/** The languages of the site. Swedish comes first. */
export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]

/** The language of what stands at a path: English below /en/, otherwise Swedish. */
export function languageOfPath(path: string): Language {
  return path === '/en' || path.startsWith('/en/') ? 'en' : 'sv'
}

const sv = {
  home: '/',
  exportsPath: '/exports/',
  locale: 'sv-SE',
  otherLanguage: 'In English',
  licence: 'Data: fritt att använda enligt',
  graphqlHeading: 'Fråga med GraphQL',
  graphql: 'Ställ frågor till hela datamängden utan nyckel. Öppna adressen i en webbläsare för att prova:',
  schema: 'Schemat:',
  firstQuery: 'En första fråga',
  exportsHeading: 'Ladda ner',
  exports:
    'Varje datamängd som CSV, CSV för Excel, JSON, JSON Lines och Parquet, och alla i en Excel-arbetsbok och en SQLite-databas, i utgåvor som aldrig ändras.',
  allReleases: 'Alla utgåvor och filer',
  latest: 'Senaste utgåvan',
  noRelease: 'Ingen utgåva finns ännu.',
  contents: 'Innehåll',
  revision: 'Revision',
  date: 'Data från',
  transcribed: 'Transkriberade medborgarlöften',
  drafts: 'Varav utkast som ingen granskat',
  catalogued: 'Katalogiserade medborgarlöften',
  promises: 'Löften i de transkriberade',
  activities: 'Aktiviteter i de transkriberade',
  municipalities: 'Kommuner',
  municipalityStates: (counts: { [state: string]: number }) =>
    `${counts.transcribed} med transkriberat medborgarlöfte, ${counts.catalogued} med katalogiserat, ${counts.none_found} där inget hittats, ${counts.not_researched} inte undersökta`,
  release: 'Utgåva',
  releasesHeading: 'Utgåvor',
  allChanges: 'Alla ändringar i utgåvan',
  feed: 'Nya utgåvor som Atom-flöde:',
  operators: 'För den som bygger',
  routes: 'Alla adresser finns beskrivna i',
}

/** What the pages say, apart from the names and descriptions of the data, which the datasets have. */
export const texts: { readonly [L in Language]: typeof sv } = {
  sv,
  en: {
    home: '/en/',
    exportsPath: '/en/exports/',
    locale: 'en-GB',
    otherLanguage: 'På svenska',
    licence: 'Data: free to use under',
    graphqlHeading: 'Ask with GraphQL',
    graphql: 'Query the whole data set without a key. Open the address in a browser to try it:',
    schema: 'The schema:',
    firstQuery: 'A first query',
    exportsHeading: 'Download',
    exports:
      'Every dataset as CSV, CSV for Excel, JSON, JSON Lines and Parquet, and all of them in one Excel workbook and one SQLite database, in releases that never change.',
    allReleases: 'All releases and files',
    latest: 'Latest release',
    noRelease: 'There is no release yet.',
    contents: 'Contents',
    revision: 'Revision',
    date: 'Data of',
    transcribed: 'Transcribed agreements',
    drafts: 'Of them drafts that nobody has reviewed',
    catalogued: 'Catalogued agreements',
    promises: 'Promises in the transcribed ones',
    activities: 'Activities in the transcribed ones',
    municipalities: 'Municipalities',
    municipalityStates: (counts) =>
      `${counts.transcribed} with a transcribed agreement, ${counts.catalogued} with a catalogued one, ${counts.none_found} where none was found, ${counts.not_researched} not researched`,
    release: 'Release',
    releasesHeading: 'Releases',
    allChanges: 'All changes in the release',
    feed: 'New releases as an Atom feed:',
    operators: 'For builders',
    routes: 'All addresses are described in',
  },
}
