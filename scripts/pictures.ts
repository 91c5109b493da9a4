// Draws the pictures of docs/ingest.md: the review page, in a real browser, with made-up documents. Run it by
// npm run pictures when the page looks different, and look at each.

import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServerAdapter } from '@whatwg-node/server'
import { parse } from 'yaml'
import { ingest } from '../src/commands/ingest.ts'
import { lookupsOf } from '../src/commands/reading.ts'
import { readConfig } from '../src/config.ts'
import { Visitor } from '../src/ingest/documents/visitor.ts'
import { createLog } from '../src/log/log.ts'
import { readOptions } from '../src/review/kinds/reference.ts'
import { createReview } from '../src/review/server/server.ts'
import { openBrowser } from '../test/support/browser.ts'

const PICTURES = 'docs/pictures'
/** Made-up documents of the tests; the first is the one that is reviewed. */
const DOCUMENTS = [
  '19-police-page-with-promises-by-number',
  '01-flat-list-one-page',
  '08-a-promise-per-heading',
  '20-formal-agreement-with-paragraphs',
]
const DRAFT = '1884-2017'

const folder = await mkdtemp(join(tmpdir(), 'medborgarloften-pictures-'))
const [drafts, data, documents] = ['drafts', 'data', 'documents'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
]
await cp('data', data, { recursive: true })
await mkdir(documents)
for (const name of DOCUMENTS) {
  const { text } = parse(await readFile(`test/ingest/documents/${name}.yaml`, 'utf8')) as { text: string }
  await writeFile(join(documents, `${name}.txt`), text)
}
await ingest.run({
  config: readConfig({}),
  log: createLog('silent'),
  positionals: [documents],
  options: { out: drafts },
  flags: new Set(),
  progress: () => {},
  result: () => {},
})

const answer = createReview(
  {
    drafts,
    data,
    lookups: lookupsOf('data'),
    reference: readOptions('data'),
    by: null,
    now: () => new Date(),
    visitor: new Visitor(),
  },
  (error) => process.stderr.write(`${String(error)}\n`),
)
const server = createServer(createServerAdapter((request: Request) => answer(request)))
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const { browser, close } = await openBrowser()
const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const draw = (name: string) => page.screenshot({ path: join(PICTURES, `${name}.png`) })
const choose = (value: string) => page.locator(`[data-value="${DRAFT}-${value}"]`).click()

await page.goto(`${url}/drafts/${DRAFT}`)
await press('g', 'g')
await page.locator('.value.accepted').first().waitFor()
await choose('a1.target')
await page.locator('#status', { hasText: /^Sparat/ }).waitFor()
await draw('review-draft')

await press('e')
await page.locator('#form [name=value]').waitFor()
await draw('review-correct')

await press('Escape')
await page.locator('#document .line.issue, #document .line.ignored').last().scrollIntoViewIfNeeded()
await choose('a3.text')
await press('m', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Enter')
await page.locator('#form .kinds').waitFor()
await draw('review-add')

await press('Escape', 'Escape', 'f')
await page.keyboard.type('Eva Exempel')
await press('Enter')
await page.locator('#notice:not(:empty)').waitFor()
await draw('review-finish')

await page.setViewportSize({ width: 1280, height: 320 })
await page.goto(`${url}/`)
await draw('review-list')

await close()
server.closeAllConnections()
server.close()
await rm(folder, { recursive: true })
