import { strToU8, zipSync } from 'fflate'

/** The namespace of the text, as an attribute. */
export const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** A made-up DOCX with this body, and these further parts. */
export function packDocx(body: string, more: { readonly [part: string]: string } = {}): Uint8Array {
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/numbering" Target="numbering.xml"/><Relationship Id="r2" Type="${RELATIONS}/header" Target="header1.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/numbering.xml': `<w:numbering ${W}>${numbering(1, 'bullet')}${numbering(2, 'decimal')}</w:numbering>`,
    'word/header1.xml': `<w:hdr ${W}><w:p><w:r><w:t>Påhitts kommun</w:t></w:r></w:p></w:hdr>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Ett påhittat löfte</dc:title></cp:coreProperties>`,
    ...more,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
}

/** Parts of these types, which the text refers to by their types. */
export function withParts(parts: { readonly [type: string]: string }): { readonly [part: string]: string } {
  const relations = Object.keys(parts).map(
    (type) => `<Relationship Id="${type}" Type="${RELATIONS}/${type}" Target="${type}.xml"/>`,
  )
  return {
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`,
    ...Object.fromEntries(Object.entries(parts).map(([type, xml]) => [`word/${type}.xml`, xml])),
  }
}

/** These styles. */
export function withStyles(styles: string): { readonly [part: string]: string } {
  return withParts({ styles: `<w:styles ${W}>${styles}</w:styles>` })
}

function numbering(id: number, format: string): string {
  const levels = [0, 1].map(
    (level) => `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/></w:lvl>`,
  )
  return `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`
}

/** A paragraph; `list` is the number of a list (1 has bullets, 2 figures) and the level in it. */
export function paragraph(content: string, list?: readonly [list: number, level: number]): string {
  const properties = list
    ? `<w:pPr><w:numPr><w:ilvl w:val="${list[1]}"/><w:numId w:val="${list[0]}"/></w:numPr></w:pPr>`
    : ''
  const runs = content.split('\t').map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`)
  return `<w:p>${properties}${runs.join('<w:r><w:tab/></w:r>')}</w:p>`
}

export function table(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}
