import type { CopyForm, Frame } from '../database/copy.ts'
import type { Dataset, Text } from '../datasets/dataset.ts'
import { aboutRelease } from './about.ts'
import type { Contents } from './chunks.ts'
import { csvFrame, csvOf } from './csv.ts'
import { excelCsvOf } from './excel-csv.ts'
import { geojsonOf, hasPoint } from './geojson.ts'
import { jsonFrame, jsonOf } from './json.ts'
import { jsonlFrame, jsonlOf } from './jsonl.ts'
import type { ReleaseHead, Written } from './manifest.ts'
import type { ParquetWriter } from './parquet.ts'
import type { ReleasedTable } from './released-table.ts'
import { writeSqlite } from './sqlite.ts'
import type { Staging } from './stores/staging.ts'
import { xlsxOf } from './xlsx.ts'

/** What is available for writing a release. */
export interface Tools {
  readonly staging: Staging
  readonly parquet: ParquetWriter
}

/** A format in which each dataset is released as a file. */
export interface Format {
  /** The ending of its files. */
  readonly extension: string
  readonly mediaType: string
  /** Whether a dataset is released in this format. */
  has(dataset: Dataset): boolean
  /** Writes a dataset in this format to a file with that name. */
  put(tools: Tools, name: string, table: ReleasedTable): Promise<Written[]>
}

/** A format that contains all datasets of a release in one file. */
interface Bundle {
  /** The name of the file. */
  readonly file: string
  readonly mediaType: string
  put(tools: Tools, tables: readonly ReleasedTable[], head: ReleaseHead): Promise<Written[]>
}

/** A format that is written row by row: by the program, or with the same bytes by the database. */
function streamed(
  form: Pick<Format, 'extension' | 'mediaType' | 'has'>,
  write: (dataset: Dataset, pages: AsyncIterable<readonly object[]>) => Contents,
  copied?: { readonly form: CopyForm; frame(dataset: Dataset): Frame },
): Format {
  return {
    ...form,
    put({ staging }, name, { dataset, pages, copy }) {
      const contents = copied && copy?.(copied.form, copied.frame(dataset))
      return staging.write(name, contents ?? write(dataset, pages()))
    },
  }
}

const CSV = 'text/csv; charset=utf-8; header=present'
const always = () => true

/** The formats of every dataset. Parquet is made from JSON Lines, which must come before it. */
export const formats: readonly Format[] = [
  streamed({ extension: 'csv', mediaType: CSV, has: always }, csvOf, { form: 'csv', frame: csvFrame }),
  streamed({ extension: 'excel.csv', mediaType: CSV, has: always }, excelCsvOf),
  streamed({ extension: 'json', mediaType: 'application/json', has: always }, jsonOf, {
    form: 'json',
    frame: jsonFrame,
  }),
  streamed({ extension: 'jsonl', mediaType: 'application/jsonl; charset=utf-8', has: always }, jsonlOf, {
    form: 'json',
    frame: jsonlFrame,
  }),
  {
    extension: 'parquet',
    mediaType: 'application/vnd.apache.parquet',
    has: always,
    put: ({ staging, parquet }, name, { dataset }) =>
      staging.make(name, (path) => parquet.write(dataset, staging.pathOf(`${dataset.name}.jsonl`), path)),
  },
  streamed({ extension: 'geojson', mediaType: 'application/geo+json', has: hasPoint }, geojsonOf),
]

/** A workbook in one language. */
function workbook(file: string, language: keyof Text): Bundle {
  return {
    file,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    put: ({ staging }, tables, head) => staging.write(file, xlsxOf(tables, head, language)),
  }
}

/** The files with all datasets. */
export const bundles: readonly Bundle[] = [
  workbook('medborgarloften.xlsx', 'sv'),
  workbook('medborgarloften.en.xlsx', 'en'),
  {
    file: 'medborgarloften.sqlite',
    mediaType: 'application/vnd.sqlite3',
    put: ({ staging }, tables, head) =>
      staging.make('medborgarloften.sqlite', (path) => writeSqlite(path, tables, aboutRelease(head))),
  },
]
