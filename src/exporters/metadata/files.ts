import type { ReleasedFile } from '../manifest.ts'

/** The names of the files that describe a release and its changes. */
export const paths = {
  csvw: 'csv-metadata.json',
  dataPackage: 'datapackage.json',
  schemaOrg: 'schema-org.jsonld',
  dictionary: { sv: 'dictionary.sv.md', en: 'dictionary.en.md', csv: 'dictionary.csv' },
  delta: 'delta.jsonl',
  changes: { sv: 'changes.sv.md', en: 'changes.en.md' },
  readme: 'README.md',
} as const

/** Files about the data, which are not distributions of them. */
const ABOUT: readonly string[] = [
  paths.csvw,
  paths.schemaOrg,
  ...Object.values(paths.dictionary),
  ...Object.values(paths.changes),
  paths.readme,
]

/** Whether a file contains the changes of a release, compressed or not: it is not a distribution of the data. */
function isDelta(path: string): boolean {
  return path.startsWith(paths.delta)
}

/** Whether a file of a release is a chart. Charts have a folder of their own. */
function isReleasedChart(path: string): boolean {
  return path.startsWith('charts/')
}

/** The files that contain the whole data set, or list all of its files. */
export function wholeSetFiles(files: readonly ReleasedFile[]): ReleasedFile[] {
  return files.filter(
    ({ dataset, path }) =>
      dataset === null && !ABOUT.includes(path) && !isDelta(path) && !isReleasedChart(path),
  )
}

const FILE_TYPES = 'http://publications.europa.eu/resource/authority/file-type/'
const MEDIA_TYPES = 'http://www.iana.org/assignments/media-types/'

/**
 * The codes of file extensions in the file-type table of the European Union. The table has neither
 * JSON Lines, of which each line is JSON, nor SQLite, for which it only has a code for binary data.
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

/** Media types in use that are not registered by IANA. */
const UNREGISTERED = ['application/jsonl', 'application/x-ndjson']

/** The type of a file, as IRIs of the vocabularies that portals know. */
export interface FileForm {
  /** The file type, from the table of the European Union. */
  readonly format: string
  /** The media type, from IANA's registry, if it is registered. */
  readonly mediaType: string | null
}

/** The type of the API's responses. */
export const jsonForm: FileForm = {
  format: `${FILE_TYPES}JSON`,
  mediaType: `${MEDIA_TYPES}application/json`,
}

/** The type of the feeds. */
export const feedForm: FileForm = {
  format: `${FILE_TYPES}ATOM`,
  mediaType: `${MEDIA_TYPES}application/atom+xml`,
}

/** The type of a released file. Throws if the extension is unknown. */
export function fileFormOf({ path, media_type }: Pick<ReleasedFile, 'path' | 'media_type'>): FileForm {
  const format = FILE_TYPE_OF[path.split('.').at(-1) ?? '']
  if (format === undefined) throw new Error(`No file type for ${path}: add one for its extension`)
  const mediaType = media_type.split(';')[0] ?? ''
  return {
    format: `${FILE_TYPES}${format}`,
    mediaType: UNREGISTERED.includes(mediaType) ? null : `${MEDIA_TYPES}${mediaType}`,
  }
}
