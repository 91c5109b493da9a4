import { Zip, ZipDeflate } from 'fflate'
import { inChunks } from './chunks.ts'
import type { Table } from './formats.ts'
import { STYLES, sheetFoot, sheetHead, sheetRow } from './xlsx-sheet.ts'

/** So many rows fit in a sheet below its header. */
const SHEET_ROWS = 1_048_575

/** The archive keeps a time of each part in local time: this one is the same to all, and the earliest it can. */
const NO_TIME = new Date(1980, 0, 1)

interface Sheet {
  readonly name: string
  readonly xml: () => AsyncIterable<string>
}

/**
 * Datasets as an Excel workbook, a sheet each. Cells have the types of their columns: text is text whatever it
 * begins with, days are days. A dataset too long for a sheet goes on in the next, as `activities (2)`.
 */
export async function* xlsxOf(tables: readonly Table[], sheetRows = SHEET_ROWS): AsyncGenerator<Uint8Array> {
  const sheets = tables.flatMap((table) => sheetsOf(table, sheetRows))
  const written: Uint8Array[] = []
  const zip = new Zip((error, data) => {
    if (error) throw error
    written.push(data)
  })
  for (const [name, xml] of partsOf(sheets)) {
    const part = new ZipDeflate(name)
    part.mtime = NO_TIME
    zip.add(part)
    // Chunks of one size: how an archive is compressed depends on how it is handed over.
    for await (const chunk of inChunks(xml)) {
      part.push(chunk)
      yield* written.splice(0)
    }
    part.push(new Uint8Array(), true)
    yield* written.splice(0)
  }
  zip.end()
  yield* written
}

function sheetsOf({ dataset, rows, pages }: Table, sheetRows: number): Sheet[] {
  const parts = Math.max(1, Math.ceil(rows / sheetRows))
  return Array.from({ length: parts }, (_, part) => ({
    name: part === 0 ? dataset.name : `${dataset.name} (${part + 1})`,
    async *xml() {
      yield sheetHead(dataset)
      const first = part * sheetRows
      let at = 0
      for await (const page of pages()) {
        for (const row of page) {
          if (at >= first && at < first + sheetRows) yield sheetRow(dataset, row, at - first + 2)
          at += 1
        }
        if (at >= first + sheetRows) break
      }
      yield sheetFoot(dataset, Math.min(rows - first, sheetRows))
    },
  }))
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of a workbook (ECMA-376, part 1), the least that Excel opens. No author and no time. */
function partsOf(sheets: readonly Sheet[]): [string, Iterable<string> | AsyncIterable<string>][] {
  const ids = sheets.map((_, at) => at + 1)
  const styles = `rId${sheets.length + 1}`
  const types = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ...ids.map((id) => [`/xl/worksheets/sheet${id}.xml`, 'worksheet']),
  ].map(([part, type]) => `<Override PartName="${part}" ContentType="${MAIN}.${type}+xml"/>`)
  const relations = [
    ...ids.map((id) => relation(`rId${id}`, 'worksheet', `worksheets/sheet${id}.xml`)),
    relation(styles, 'styles', 'styles.xml'),
  ]
  const listed = sheets.map(
    ({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  return [
    [
      '[Content_Types].xml',
      [
        `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
      ],
    ],
    ['_rels/.rels', [relationships([relation('rId1', 'officeDocument', 'xl/workbook.xml')])]],
    [
      'xl/workbook.xml',
      [
        `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${DOCUMENT}"><sheets>${listed.join('')}</sheets></workbook>`,
      ],
    ],
    ['xl/_rels/workbook.xml.rels', [relationships(relations)]],
    ['xl/styles.xml', [XML + STYLES]],
    ...sheets.map(({ xml }, at): [string, AsyncIterable<string>] => [
      `xl/worksheets/sheet${at + 1}.xml`,
      withHead(xml),
    ]),
  ]
}

async function* withHead(xml: () => AsyncIterable<string>): AsyncGenerator<string> {
  yield XML
  yield* xml()
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`
}

function relationships(relations: readonly string[]): string {
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`
}
