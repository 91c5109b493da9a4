import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Pages, serve, words } from '../ingest/documents/support/site.ts'
import { hasBrowser, openBrowser } from '../support/browser.ts'
import { runIngest } from '../support/run-ingest.ts'
import { pageOf } from './support/page.ts'
import { reviewProgram } from './support/server.ts'

// The documents that a page links to are read from the review page, where an editor asks for it.

const LINKED = 'Medborgarlöfte Habo kommun 2019\n\nPolisen lovar att:\n- vara synlig i centrum\n'
const links = (...paths: string[]): Pages[string] => {
  const list = paths.map((path) => `<a href="${path}">Medborgarlöfte (pdf)</a>`).join(' ')
  return (_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<main><h1>Våra medborgarlöften i Habo kommun</h1>${list}</main>`)
}

let drafts: string
beforeEach(() => {
  drafts = mkdtempSync(join(tmpdir(), 'medborgarloften-follow-'))
})
afterEach(() => rmSync(drafts, { recursive: true }))

/** Reads the page of a site, without following its links; the name of its draft. */
async function pageRead(address: string): Promise<string> {
  expect((await runIngest([address], { out: drafts }, ['allow-private'])).error).toBeNull()
  const [name = ''] = readdirSync(drafts).filter((each) => each !== 'archive')
  return name
}

test('each document is read into a draft of its own, and what cannot be read is told', async () => {
  await using site = await serve({
    '/lofte': links('/lofte-2019.pdf', '/gone.pdf'),
    '/lofte-2019.pdf': words(LINKED),
  })
  const name = await pageRead(`${site.origin}/lofte`)
  const page = pageOf({ drafts, data: 'data' }, name)
  expect((await page.state()).record).toMatch(/data-follow[^>]*>Läs in dokumenten/)
  expect((await page.state('/en')).record).toMatch(/data-follow[^>]*>Read the documents/)
  expect(site.asked).not.toContain('/lofte-2019.pdf')

  const { followed } = await (await page.post('follow', {})).json()
  expect(followed).toEqual([
    { url: `${site.origin}/lofte-2019.pdf`, draft: '0643-2019' },
    { url: `${site.origin}/gone.pdf`, reason: expect.stringContaining('404') },
  ])
  const draft = parse(readFileSync(join(drafts, '0643-2019', 'draft.yaml'), 'utf8'))
  expect(draft.promises.map(({ text }: { text: { words: string } }) => text.words)).toEqual([
    'vara synlig i centrum',
  ])
  expect(page.faults).toEqual([])
})

test('only addresses that the page links to are fetched, whatever a request says', async () => {
  await using site = await serve({
    '/lofte': links('/lofte-2019.pdf'),
    '/lofte-2019.pdf': words(LINKED),
    '/other': words(LINKED),
  })
  const page = pageOf({ drafts, data: 'data' }, await pageRead(`${site.origin}/lofte`))
  await page.post('follow', { links: [{ url: `${site.origin}/other`, words: '' }] })
  expect(site.asked).toContain('/lofte-2019.pdf')
  expect(site.asked).not.toContain('/other')
})

test('a draft that does not exist has none', async () => {
  const page = pageOf({ drafts, data: 'data' }, 'none')
  const request = await page.ask('/drafts/none')
  expect(request.status).toBe(404)
})

test.skipIf(!hasBrowser)(
  'the button reads them, and leads to their drafts',
  { timeout: 60_000 },
  async () => {
    await using site = await serve({ '/lofte': links('/lofte-2019.pdf'), '/lofte-2019.pdf': words(LINKED) })
    const name = await pageRead(`${site.origin}/lofte`)
    const program = await reviewProgram(drafts, 'data', 0, 'Eva Exempel', ['--allow-private'])
    const { browser, close } = await openBrowser()
    try {
      const page = await browser.newPage()
      await page.goto(`${program.url}en/drafts/${name}`)
      await page.getByText('The page links to documents').click()
      await page.getByRole('button', { name: 'Read the documents' }).click()
      await page.getByRole('button', { name: '0643-2019' }).click()
      await page.waitForURL(`${program.url}en/drafts/0643-2019`)
      expect(await page.locator('#record').textContent()).toContain('vara synlig i centrum')
      expect(existsSync(join(drafts, '0643-2019', 'source.yaml'))).toBe(true)
    } finally {
      await close()
      await program.end('SIGKILL')
    }
  },
)
