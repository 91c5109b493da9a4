// What openapi.json says of the routes of releases.

import type { Text } from '../datasets/dataset.ts'
import type { Route } from './route.ts'

/** What the routes are. */
export const SUMMARIES = {
  list: {
    sv: { sv: 'Utgåvorna, som sida på svenska.', en: 'The releases, as a page in Swedish.' },
    en: { sv: 'Utgåvorna, som sida på engelska.', en: 'The releases, as a page in English.' },
  },
  release: {
    sv: { sv: 'En utgåva, som sida på svenska.', en: 'A release, as a page in Swedish.' },
    en: { sv: 'En utgåva, som sida på engelska.', en: 'A release, as a page in English.' },
  },
  index: { sv: 'Utgåvorna, som JSON.', en: 'The releases, as JSON.' },
  file: { sv: 'En fil i en utgåva.', en: 'A file of a release.' },
} as const

/** What the parts of their paths are. */
export const PARAMETERS = {
  release: {
    sv: 'Utgåvans namn, t.ex. r1-60e0c67c, vars filer aldrig ändras; eller latest.',
    en: 'The name of the release, such as r1-60e0c67c, whose files never change; or latest.',
  },
  file: {
    sv: 'Filens namn, t.ex. activities.csv, index.json eller SHA256SUMS; i en signerad utgåva även index.json.sig och public-key.pem.',
    en: 'The name of the file, such as activities.csv, index.json or SHA256SUMS; in a signed release also index.json.sig and public-key.pem.',
  },
} as const

/** What a file is answered with, beside itself. */
export const FILE_ANSWERS = {
  206: {
    sv: 'Den del som Range ber om; Content-Range säger vilken.',
    en: 'The part that Range asks for; Content-Range tells which.',
  },
  307: {
    sv: 'Det som leder till filer (index.json, SHA256SUMS, beskrivningar, sidan), efterfrågat som latest: Location är dess adress i utgåvan, där filerna finns bredvid. Den efterfrågade filen följer med.',
    en: 'What leads to files (index.json, SHA256SUMS, descriptions, the page), asked for as latest: Location is its address in the release, where the files are beside it. The file that was asked for comes along.',
  },
  404: { sv: 'Det finns ingen sådan utgåva eller fil.', en: 'There is no such release or file.' },
  412: {
    sv: 'Filen är inte den som If-Match namnger, eller nyare än If-Unmodified-Since.',
    en: 'The file is not the one that If-Match names, or newer than If-Unmodified-Since.',
  },
  416: {
    sv: 'Filen har ingen sådan del; Content-Range säger hur lång den är.',
    en: 'The file has no such part; Content-Range tells how long it is.',
  },
  503: {
    sv: 'Utgåvorna går inte att nå just nu; fråga igen om en minut.',
    en: 'The releases cannot be reached now; ask again in a minute.',
  },
} as const satisfies { [status: number]: Text }

/** What may be sent with a request for a file, and what its answer tells. */
export const FILE_HEADERS: NonNullable<Route['headers']> = {
  request: {
    'Accept-Encoding': {
      sv: 'zstd eller gzip: den komprimerade kopian, om utgåvan har en.',
      en: 'zstd or gzip: the compressed copy, if the release has one.',
    },
    'If-Match': { sv: 'ETag för den fil som väntas.', en: 'The ETag of the file that is expected.' },
    'If-Modified-Since': {
      sv: 'Last-Modified för den kopia som finns, där If-None-Match saknas.',
      en: 'The Last-Modified of the copy that is at hand, where there is no If-None-Match.',
    },
    'If-None-Match': { sv: 'ETag för den kopia som finns.', en: 'The ETag of the copy that is at hand.' },
    'If-Range': {
      sv: 'ETag för den fil som en del redan finns av; är den en annan sänds hela.',
      en: 'The ETag of the file of which a part is at hand; if it is another one, all of it is sent.',
    },
    Range: {
      sv: 'En del, t.ex. bytes=0-99. Flera delar besvaras med hela filen.',
      en: 'One part, such as bytes=0-99. Several parts are answered with the whole file.',
    },
  },
  answer: {
    ETag: {
      on: [200, 206, 304],
      text: {
        sv: 'Kontrollsumman (SHA-256) för det som sänds; stark.',
        en: 'The checksum (SHA-256) of what is sent; strong.',
      },
    },
    'Last-Modified': {
      on: [200, 206, 304],
      text: { sv: 'När utgåvan blev till.', en: 'When the release was made.' },
    },
    'Cache-Control': {
      on: [200, 206, 304, 307],
      text: {
        sv: 'immutable under utgåvans namn, fem minuter under latest.',
        en: 'immutable under the name of the release, five minutes under latest.',
      },
    },
    'Content-Location': {
      on: [200, 206, 304, 307],
      text: { sv: 'Filens adress i utgåvan.', en: 'The address of the file in its release.' },
    },
    'Content-Disposition': {
      on: [200, 206, 307],
      text: {
        sv: 'Ett namn att spara under, med datamängd och utgåva.',
        en: 'A name to save it under, with dataset and release.',
      },
    },
    'Content-Range': {
      on: [206, 416],
      text: { sv: 'Vilken del, och hur lång filen är.', en: 'Which part, and how long the file is.' },
    },
    Location: {
      on: [307],
      text: { sv: 'Adressen i utgåvan.', en: 'The address in the release.' },
    },
  },
}
