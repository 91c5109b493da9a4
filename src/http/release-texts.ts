// The texts of openapi.json about the routes of releases.

import type { Text } from '../datasets/dataset.ts'
import type { Route } from './route.ts'

/** Summaries of the routes. */
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
  file: { sv: 'En fil i en utgåva.', en: 'A file in a release.' },
} as const

/** Descriptions of the path parameters. */
export const PARAMETERS = {
  release: {
    sv: 'Utgåvans namn, t.ex. r1-60e0c67c, eller latest. Filerna i en namngiven utgåva ändras aldrig.',
    en: 'The name of the release, such as r1-60e0c67c, or latest. The files of a named release never change.',
  },
  file: {
    sv: 'Filens namn, t.ex. activities.csv, index.json eller SHA256SUMS; i en signerad utgåva även index.json.sig och public-key.pem.',
    en: 'The name of the file, such as activities.csv, index.json or SHA256SUMS; in a signed release also index.json.sig and public-key.pem.',
  },
} as const

/** The responses for a file, besides the file itself. */
export const FILE_ANSWERS = {
  206: {
    sv: 'Den del som begärs i Range; Content-Range anger vilken.',
    en: 'The part requested by Range; Content-Range gives its position.',
  },
  307: {
    sv: 'En fil som hänvisar till andra filer (index.json, SHA256SUMS, beskrivningarna eller sidan) har begärts under latest. Location är dess adress i utgåvan, bredvid de filer som den hänvisar till. Svaret innehåller även filen.',
    en: 'A file that refers to other files (index.json, SHA256SUMS, the descriptions or the page) was requested under latest. Location is its address in the release, next to the files that it refers to. The response body is the file.',
  },
  404: { sv: 'Utgåvan eller filen finns inte.', en: 'The release or file was not found.' },
  412: {
    sv: 'Filen stämmer inte med If-Match, eller är nyare än If-Unmodified-Since.',
    en: 'The file does not match If-Match, or is newer than If-Unmodified-Since.',
  },
  416: {
    sv: 'Delen ligger utanför filen; Content-Range anger hur lång filen är.',
    en: 'The range is outside the file; Content-Range gives the length of the file.',
  },
  503: {
    sv: 'Utgåvorna går inte att nå just nu. Försök igen om en minut.',
    en: 'The releases cannot be reached at the moment. Try again in a minute.',
  },
} as const satisfies { [status: number]: Text }

/** The headers of requests for a file and of their responses. */
export const FILE_HEADERS: NonNullable<Route['headers']> = {
  request: {
    'Accept-Encoding': {
      sv: 'zstd eller gzip: den komprimerade kopian, om utgåvan har en.',
      en: 'zstd or gzip: the compressed copy, if the release has one.',
    },
    'If-Match': { sv: 'ETag för den fil du väntar dig.', en: 'The ETag of the file that you expect.' },
    'If-Modified-Since': {
      sv: 'Last-Modified för din kopia, om If-None-Match saknas.',
      en: 'The Last-Modified of your copy, if you do not send If-None-Match.',
    },
    'If-None-Match': { sv: 'ETag för din kopia.', en: 'The ETag of your copy.' },
    'If-Range': {
      sv: 'ETag för den fil som du redan har en del av. Om filen har ändrats sänds hela filen.',
      en: 'The ETag of the file of which you have a part. If the file has changed, the entire file is sent.',
    },
    Range: {
      sv: 'En del, t.ex. bytes=0-99. Om flera delar begärs sänds hela filen.',
      en: 'One range, such as bytes=0-99. If several ranges are requested, the entire file is sent.',
    },
  },
  answer: {
    ETag: {
      on: [200, 206, 304],
      text: {
        sv: 'Stark ETag: kontrollsumman (SHA-256) för det som sänds.',
        en: 'A strong ETag: the SHA-256 checksum of what is sent.',
      },
    },
    'Last-Modified': {
      on: [200, 206, 304],
      text: { sv: 'När utgåvan publicerades.', en: 'When the release was published.' },
    },
    'Cache-Control': {
      on: [200, 206, 304, 307],
      text: {
        sv: 'immutable under utgåvans namn, annars (under latest) fem minuter.',
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
        sv: 'Ett filnamn att spara under, med datamängd och utgåva.',
        en: 'A file name for saving, with dataset and release.',
      },
    },
    'Content-Range': {
      on: [206, 416],
      text: {
        sv: 'Vilken del som sänds, och hur lång filen är.',
        en: 'Which part is sent, and the length of the file.',
      },
    },
    Location: {
      on: [307],
      text: { sv: 'Adressen i utgåvan.', en: 'The address in the release.' },
    },
  },
}
