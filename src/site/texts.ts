import type { In } from './language.ts'

const sv = {
  exportsPath: '/exports/',
  locale: 'sv-SE',
  exportsHeading: 'Ladda ner',
  exports:
    'Varje datamängd som CSV, CSV för Excel, JSON, JSON Lines och Parquet, och alla i en Excel-arbetsbok och en SQLite-databas, i utgåvor som aldrig ändras.',
  allReleases: 'Alla utgåvor och filer',
  noRelease: 'Det finns ingen utgåva ännu.',
  revision: 'Revision',
  date: 'Data från',
  release: 'Utgåva',
  releasesHeading: 'Utgåvor',
  allChanges: 'Alla ändringar i utgåvan',
  feed: 'Nya utgåvor som Atom-flöde:',
}

/** The texts of the pages, apart from the names and descriptions of the data, which the datasets have. */
export const texts: In<typeof sv> = {
  sv,
  en: {
    exportsPath: '/en/exports/',
    locale: 'en-GB',
    exportsHeading: 'Download',
    exports:
      'Every dataset as CSV, CSV for Excel, JSON, JSON Lines and Parquet, and all of them in one Excel workbook and one SQLite database, in releases that never change.',
    allReleases: 'All releases and files',
    noRelease: 'There is no release yet.',
    revision: 'Revision',
    date: 'Data of',
    release: 'Release',
    releasesHeading: 'Releases',
    allChanges: 'All changes in the release',
    feed: 'New releases as an Atom feed:',
  },
}
