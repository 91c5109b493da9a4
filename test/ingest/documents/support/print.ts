import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { parse } from 'yaml'

/** What a browser is to print: a page of HTML, with lines at the top and bottom of each sheet. */
interface Printed {
  readonly html: string
  readonly style?: string
  readonly landscape?: boolean
  readonly header?: string
  readonly footer?: string
}

const FOLDER = 'test/ingest/printed'

/** The default style of all printed documents. */
const STYLE = `
  body { font: 11pt sans-serif; margin: 0 }
  h1 { font-size: 20pt }
  h2 { font-size: 13pt }
  .sign { display: grid; grid-template-columns: 1fr 1fr; margin-top: 20mm }`

/** A document of test/ingest/printed as a PDF, by the browser's own printing. */
export async function printPdf(browser: Browser, name: string): Promise<Uint8Array> {
  const file = readFileSync(join(FOLDER, `${name}.yaml`), 'utf8')
  const { html, style = '', landscape = false, header = '', footer = '' }: Printed = parse(file)
  const page = await browser.newPage()
  await page.setContent(`<!doctype html><html lang="sv"><style>${STYLE}${style}</style>${html}</html>`)
  const edge = (words: string) =>
    `<div style="font-size: 8pt; width: 100%; text-align: center">${words}</div>`
  const pdf = await page.pdf({
    format: 'A4',
    landscape,
    printBackground: true,
    displayHeaderFooter: header !== '' || footer !== '',
    headerTemplate: edge(header),
    footerTemplate: edge(footer),
    margin: { top: '25mm', bottom: '25mm', left: '20mm', right: '20mm' },
  })
  await page.close()
  return pdf
}
