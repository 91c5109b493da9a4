import type { ReleasedFile, ReleaseHead } from '../manifest.ts'
import { csvwMetadata } from './csvw.ts'
import { dataPackage } from './data-package.ts'
import { dictionaryCsv, dictionaryPage } from './dictionary.ts'
import { paths } from './files.ts'
import { schemaOrgDataset } from './schema-org.ts'

/** A file that describes a release, and is part of it. */
export interface Description {
  readonly path: string
  readonly mediaType: string
  /** Its contents, for a release and the files written before it. They are named relative to it. */
  text(head: ReleaseHead, files: readonly ReleasedFile[]): string
}

const MARKDOWN = 'text/markdown; charset=utf-8'

/** The files that describe a release, one for each standard, in the order in which they are written. */
export const descriptions: readonly Description[] = [
  {
    path: paths.csvw,
    mediaType: 'application/csvm+json',
    text: (head, files) => json(csvwMetadata(head, files)),
  },
  {
    path: paths.dataPackage,
    mediaType: 'application/json',
    text: (head, files) => json(dataPackage(head, files)),
  },
  {
    path: paths.schemaOrg,
    mediaType: 'application/ld+json',
    text: (head, files) => json(schemaOrgDataset({ ...head, files: [...files] })),
  },
  { path: paths.dictionary.sv, mediaType: MARKDOWN, text: () => dictionaryPage('sv') },
  { path: paths.dictionary.en, mediaType: MARKDOWN, text: () => dictionaryPage('en') },
  {
    path: paths.dictionary.csv,
    mediaType: 'text/csv; charset=utf-8; header=present',
    text: () => dictionaryCsv(),
  },
]

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
