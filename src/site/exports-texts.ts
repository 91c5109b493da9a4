import type { Language } from './language.ts'

const sv = {
  releaseOf: (release: string) => `Utgåva ${release}`,
  dated: 'Data från',
  revision: 'Revision',
  licence: 'Licens',
  free: 'fritt att använda utan villkor',
  followsLatest:
    'Adresserna på den här sidan leder alltid till den senaste utgåvan. Undantaget är filer som hänvisar till andra filer (index.json, SHA256SUMS och beskrivningarna för program): de adresserna leder till en viss utgåva. Om du vill länka till exakt de här filerna, eller hämta flera filer som hör ihop, gör du det från utgåvans egen sida:',
  neverChanges:
    'En utgåva ändras aldrig: så länge den finns leder adresserna på den här sidan till samma filer, byte för byte. Om du vill ha data som uppdateras hämtar du filerna från',
  isNewest: 'Det här är den senaste utgåvan.',
  isOld: 'Det finns en nyare utgåva.',
  allReleases: 'Alla utgåvor',
  startHeading: 'Börja med någon av de här filerna',
  forExcel: 'I Excel: öppna varianten CSV för svenska Excel.',
  wholeHeading: 'Allt i en fil',
  whole: ['medborgarloften.xlsx', 'medborgarloften.en.xlsx', 'medborgarloften.zip', 'medborgarloften.sqlite'],
  datasetsHeading: 'Alla datamängder',
  linksHeading: 'Kopplingstabeller',
  linksWhat:
    'De säger vilka rader i de andra datamängderna som hör ihop. Filerna högst upp är redan hopkopplade.',
  dataset: 'Datamängd',
  rows: 'Rader',
  files: 'Filer',
  compressed: 'komprimerad',
  aboutHeading: 'Vad kolumnerna betyder',
  about: {
    'dictionary.sv.md': 'Varje kolumn och värde, på svenska',
    'dictionary.en.md': 'Varje kolumn och värde, på engelska',
    'dictionary.csv': 'Samma innehåll som tabell',
    'README.md': 'Om utgåvan',
    'changes.sv.md': 'Vad som har ändrats, på svenska',
    'changes.en.md': 'Vad som har ändrats, på engelska',
    'delta.jsonl': 'För program: vad som har ändrats, rad för rad',
    'datapackage.json': 'För program: Data Package 2',
    'csv-metadata.json': 'För program: CSV on the Web',
    'schema-org.jsonld': 'För sökmotorer: schema.org',
  } as { readonly [file: string]: string },
  charts: (count: number) => `Diagrammen som bilder, data och sidor att bädda in, ${count} filer`,
  catalogue: 'För dataportaler: katalogen enligt DCAT-AP-SE som',
  openHeading: 'Så öppnar du filerna',
  citeHeading: 'Så hänvisar du',
  cite: 'Du behöver inte ange källan, men gör det gärna, så att läsaren kan kontrollera uppgifterna:',
  noPublisher: 'Lokal kopia utan angiven utgivare',
  verifyHeading: 'Så kontrollerar du filerna',
  verify:
    'index.json anger antal rader, storlek och SHA-256 för varje fil. Spara SHA256SUMS i samma mapp som filerna du har hämtat och kör:',
}

/** What the pages of the releases say. */
export const exportsTexts: { readonly [L in Language]: typeof sv } = {
  sv,
  en: {
    releaseOf: (release) => `Release ${release}`,
    dated: 'Data of',
    revision: 'Revision',
    licence: 'Licence',
    free: 'free to use without conditions',
    followsLatest:
      'The addresses on this page always lead to the latest release. The exceptions are files that refer to other files (index.json, SHA256SUMS and the descriptions for programs): their addresses lead to a specific release. To link to exactly these files, or to download several files that belong together, use the page of the release:',
    neverChanges:
      'A release never changes: as long as it is kept, the addresses on this page lead to the same files, byte for byte. For data that are updated, download the files from',
    isNewest: 'This is the latest release.',
    isOld: 'There is a newer release.',
    allReleases: 'All releases',
    startHeading: 'Start with one of these files',
    forExcel:
      'In Excel with Swedish settings, open the variant CSV for Swedish Excel; otherwise open the workbook.',
    wholeHeading: 'All in one file',
    whole: [
      'medborgarloften.en.xlsx',
      'medborgarloften.xlsx',
      'medborgarloften.zip',
      'medborgarloften.sqlite',
    ],
    datasetsHeading: 'All datasets',
    linksHeading: 'Link tables',
    linksWhat:
      'They say which rows of the other datasets belong together. The files at the top are joined already.',
    dataset: 'Dataset',
    rows: 'Rows',
    files: 'Files',
    compressed: 'compressed',
    aboutHeading: 'What the columns mean',
    about: {
      'dictionary.en.md': 'Every column and value, in English',
      'dictionary.sv.md': 'Every column and value, in Swedish',
      'dictionary.csv': 'The same contents as a table',
      'README.md': 'About the release',
      'changes.en.md': 'What has changed, in English',
      'changes.sv.md': 'What has changed, in Swedish',
      'delta.jsonl': 'For programs: what has changed, row by row',
      'datapackage.json': 'For programs: Data Package 2',
      'csv-metadata.json': 'For programs: CSV on the Web',
      'schema-org.jsonld': 'For search engines: schema.org',
    },
    charts: (count) => `The charts as pictures, data and pages to embed, ${count} files`,
    catalogue: 'For data portals: the catalogue according to DCAT-AP-SE, as',
    openHeading: 'How to open the files',
    citeHeading: 'How to cite',
    cite: 'You do not have to name the source, but please do, so that readers can check the facts:',
    noPublisher: 'Local copy, no publisher stated',
    verifyHeading: 'How to check the files',
    verify:
      'index.json gives the number of rows, the size and the SHA-256 of every file. Save SHA256SUMS in the same folder as the files that you have downloaded, and run:',
  },
}
