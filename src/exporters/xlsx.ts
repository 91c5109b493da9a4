import type { Text } from '../datasets/dataset.ts'
import { keywords } from '../datasets/publication.ts'
import { aboutRelease } from './about.ts'
import type { ReleaseHead } from './manifest.ts'
import type { ReleasedTable } from './released-table.ts'
import { escapedCell, STYLES } from './xlsx-sheet.ts'
import { type Sheet, sheetsOf } from './xlsx-sheets.ts'
import { type ZipPart, zipOf } from './zip.ts'

/** The maximum number of rows in a sheet below its header. */
const SHEET_ROWS = 1_048_575

/**
 * A release as an Excel workbook in one language: a sheet about its contents and origin, and one for each
 * dataset. Cells have the types of their columns: text is text whatever it begins with, days are days.
 */
export function xlsxOf(
  tables: readonly ReleasedTable[],
  head: ReleaseHead,
  language: keyof Text,
  sheetRows = SHEET_ROWS,
): AsyncGenerator<Uint8Array> {
  const { sheets, shown } = sheetsOf(tables, head, language, sheetRows)
  return zipOf(workbookParts(sheets, shown, head, language))
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PROPERTIES = 'docProps/core.xml'

/** The parts of a workbook (ECMA-376, parts 1 and 2). Its times are the day of the data, not the time of writing. */
function workbookParts(
  sheets: readonly Sheet[],
  shown: number,
  head: ReleaseHead,
  language: keyof Text,
): ZipPart[] {
  const ids = sheets.map((_, at) => at + 1)
  const styles = `rId${sheets.length + 1}`
  const types = [
    ['/xl/workbook.xml', `${MAIN}.sheet.main+xml`],
    ['/xl/styles.xml', `${MAIN}.styles+xml`],
    ...ids.map((id) => [`/xl/worksheets/sheet${id}.xml`, `${MAIN}.worksheet+xml`]),
    [`/${PROPERTIES}`, 'application/vnd.openxmlformats-package.core-properties+xml'],
  ].map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`)
  const relations = [
    ...ids.map((id) => relation(`rId${id}`, `${DOCUMENT}/worksheet`, `worksheets/sheet${id}.xml`)),
    relation(styles, `${DOCUMENT}/styles`, 'styles.xml'),
  ]
  const listed = sheets.map(
    ({ name }, at) => `<sheet name="${escapedCell(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  const part = (name: string, text: string): ZipPart => ({ name, contents: [XML, text] })
  return [
    part(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
    ),
    part(
      '_rels/.rels',
      relationships([
        relation('rId1', `${DOCUMENT}/officeDocument`, 'xl/workbook.xml'),
        relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, PROPERTIES),
      ]),
    ),
    part(PROPERTIES, properties(head, language)),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${DOCUMENT}"><bookViews><workbookView activeTab="${shown}"/></bookViews><sheets>${listed.join('')}</sheets></workbook>`,
    ),
    part('xl/_rels/workbook.xml.rels', relationships(relations)),
    part('xl/styles.xml', STYLES),
    ...sheets.map(({ xml }, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, contents: withHead(xml) })),
  ]
}

/** Properties that programs show without opening the workbook: title, publisher, release, and a description. */
function properties(head: ReleaseHead, language: keyof Text): string {
  const facts = new Map(aboutRelease(head).map(({ name, value }) => [name, value?.[language]]))
  const told = ['release', 'address', 'licence', 'licence_url'].flatMap((name) => facts.get(name) ?? [])
  const day = `${head.date}T00:00:00Z`
  const element = (name: string, text: string | undefined, attributes = '') =>
    text === undefined ? '' : `<${name}${attributes}>${escapedCell(text)}</${name}>`
  const time = ' xsi:type="dcterms:W3CDTF"'
  return `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${[
    element('dc:title', facts.get('title')),
    element('dc:creator', facts.get('publisher')),
    element('cp:keywords', keywords[language].join(', ')),
    element('dc:description', told.join('\n')),
    element('dc:language', language),
    element('dcterms:created', day, time),
    element('dcterms:modified', day, time),
    element('cp:version', facts.get('release')),
  ].join('')}</cp:coreProperties>`
}

async function* withHead(xml: () => AsyncIterable<string>): AsyncGenerator<string> {
  yield XML
  yield* xml()
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`
}

function relationships(relations: readonly string[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`
}
