import type { Language } from './language.ts'
import { texts } from './texts.ts'

/** What the pages show about a release. */
export interface ListedRelease {
  readonly release: string
  readonly revision: number
  readonly date: string
  readonly datasets: readonly ListedDataset[]
  readonly files: readonly ListedFile[]
}

/** What the pages show about a dataset of a release. */
export interface ListedDataset {
  readonly name: string
  readonly title: { readonly [L in Language]: string }
  readonly description: { readonly [L in Language]: string }
  readonly rows: number
}

/** A release, and the names of the files that list or sign its files. */
export interface ShownRelease extends ListedRelease {
  readonly lists: readonly string[]
}

/** The address of a file on a page. */
export type HrefOf = (path: string) => string

/** A file of a release. */
export interface ListedFile {
  readonly path: string
  readonly dataset: string | null
  readonly bytes: number
}

/** The address of the site, and the publisher of the data: null if they are not configured. */
export interface Site {
  readonly url: string
  readonly publisher: string | null
  /** Whether a file links to others beside it: then it is linked in its release, never at the address of the newest. */
  leadsOn(path: string): boolean
}

/** The address of the list of releases. */
export const exportsPath = { sv: texts.sv.exportsPath, en: texts.en.exportsPath }

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A size in readable units: 12345 gives 12 kB, 1234567 gives 1,2 MB. */
export function sizeIn(language: Language, bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1)
  const value = bytes / 1000 ** power
  return value.toLocaleString(texts[language].locale, {
    style: 'unit',
    unit: UNITS[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power > 0 && value < 10 ? 1 : 0,
  })
}
