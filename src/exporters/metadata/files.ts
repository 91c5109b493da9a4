import type { ReleasedFile } from '../manifest.ts'

/** The names of the files that describe a release, and what it changed. */
export const paths = {
  csvw: 'csv-metadata.json',
  dataPackage: 'datapackage.json',
  schemaOrg: 'schema-org.jsonld',
  dictionary: { sv: 'dictionary.sv.md', en: 'dictionary.en.md', csv: 'dictionary.csv' },
  delta: 'delta.jsonl',
  changes: { sv: 'changes.sv.md', en: 'changes.en.md' },
  readme: 'README.md',
} as const

/** What is read about the data, and is no form of them. */
const ABOUT: readonly string[] = [
  paths.csvw,
  paths.schemaOrg,
  ...Object.values(paths.dictionary),
  ...Object.values(paths.changes),
  paths.readme,
]

/** Whether a file holds what a release changed, as it is or compressed: that is no form of the data. */
function isDelta(path: string): boolean {
  return path.startsWith(paths.delta)
}

/** Whether a file of a release is a form of a chart. They lie in a folder of their own. */
export function isReleasedChart(path: string): boolean {
  return path.startsWith('charts/')
}

/** The files that hold the whole data set, or lead to all of it. */
export function wholeSetFiles(files: readonly ReleasedFile[]): ReleasedFile[] {
  return files.filter(
    ({ dataset, path }) =>
      dataset === null && !ABOUT.includes(path) && !isDelta(path) && !isReleasedChart(path),
  )
}

const FILE_TYPES = 'http://publications.europa.eu/resource/authority/file-type/'
const MEDIA_TYPES = 'http://www.iana.org/assignments/media-types/'

/**
 * What the endings of files are called in the file-type table of the European Union. The table knows neither
 * JSON Lines, each line of which is JSON, nor SQLite: to it that is bytes.
 */
const FILE_TYPE_OF: { readonly [ending: string]: string } = {
  csv: 'CSV',
  geojson: 'GEOJSON',
  json: 'JSON',
  jsonl: 'JSON',
  parquet: 'PARQUET',
  sqlite: 'OCTET',
  xlsx: 'XLSX',
  zip: 'ZIP',
}

/** Media types that are in use though IANA has not registered them. */
const UNREGISTERED = ['application/jsonl', 'application/x-ndjson']

/** What a file is, as IRIs of the lists that portals know. */
export interface FileForm {
  /** The file type, by the table of the European Union. */
  readonly format: string
  /** The media type, by IANA's list, if it is there. */
  readonly mediaType: string | null
}

/** What the API answers with. */
export const jsonForm: FileForm = {
  format: `${FILE_TYPES}JSON`,
  mediaType: `${MEDIA_TYPES}application/json`,
}

/** What the feeds are. */
export const feedForm: FileForm = {
  format: `${FILE_TYPES}ATOM`,
  mediaType: `${MEDIA_TYPES}application/atom+xml`,
}

/** What a released file is. Throws on an ending that is not known here. */
export function fileFormOf({ path, media_type }: Pick<ReleasedFile, 'path' | 'media_type'>): FileForm {
  const format = FILE_TYPE_OF[path.split('.').at(-1) ?? '']
  if (format === undefined) throw new Error(`No file type for ${path}: add one for its extension`)
  const mediaType = media_type.split(';')[0] ?? ''
  return {
    format: `${FILE_TYPES}${format}`,
    mediaType: UNREGISTERED.includes(mediaType) ? null : `${MEDIA_TYPES}${mediaType}`,
  }
}
