import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { charts } from '../../src/charts/all/index.ts'
import type { OpenDatabase } from '../../src/database/client.ts'
import { load } from '../../src/database/load.ts'
import { FolderStore } from '../../src/exporters/stores/folder-store.ts'
import { verifyPlace } from '../../src/exporters/verify/place.ts'
import { reportLines } from '../../src/exporters/verify/report.ts'
import { chartsOf } from '../../src/http/site/released-charts.ts'
import { hasBrowser, openBrowser } from '../support/browser.ts'
import { copyOf, onPglite, sampleData } from '../support/databases.ts'
import { listening } from '../support/listening.ts'
import { releaseSample } from '../support/sample-release.ts'
import { SITE } from '../support/site.ts'

const log = { error: (message: string) => expect.unreachable(message) }

let folder: string
let database: OpenDatabase
let first: string
let newest: string
let app: ReturnType<typeof createApp>
const text = async (path: string) => (await app.fetch(new Request(`${SITE}${path}`))).text()
const released = (path: string, release = first) => join(folder, release, path)

/** The same releases on a port, and a page of another origin that frames one of their files. */
async function served() {
  const own = await listening({ database, store: new FolderStore(folder) })
  const host = createServer((request, response) => {
    const framed = new URL(request.url ?? '', own.url).href
    response.setHeader('content-type', 'text/html').end(`<iframe src="${framed}"></iframe>`)
  })
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
  const { port } = host.address() as AddressInfo // it listens on a port
  return {
    framing: (path: string) => `http://localhost:${port}${path}`,
    async [Symbol.asyncDispose]() {
      host.closeAllConnections()
      host.close()
      await own.close()
    },
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'medborgarloften-charts-'))
  database = await onPglite.openSample()
  const store = new FolderStore(folder)
  const { manifest } = await releaseSample(database.db, store, { further: chartsOf(database, log) })
  first = manifest.release
  app = createApp({ database, store, publicUrl: SITE, log })
}, 120_000)
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

test('a release holds every chart in each form, and lists, serves and archives them', async () => {
  const { files } = JSON.parse(readFileSync(released('index.json'), 'utf8'))
  const paths = files.map(({ path }: { path: string }) => path)
  for (const { slug } of charts)
    for (const form of ['svg', 'png', 'json', 'html', 'en.svg', 'en.png', 'en.json', 'en.html', 'csv'])
      expect(paths).toContain(`charts/${slug}.${form}`)
  expect(readFileSync(released('SHA256SUMS'), 'utf8')).toContain('  charts/amnen.svg\n')
  for (const path of ['charts/amnen.svg', 'charts/amnen.png', 'charts/embed.css']) {
    const response = await app.fetch(new Request(`${SITE}/exports/${first}/${path}`))
    expect(response.status, path).toBe(200)
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(Buffer.from(await response.arrayBuffer()).equals(readFileSync(released(path)))).toBe(true)
  }
  expect((await app.fetch(new Request(`${SITE}/exports/${first}/charts/none.svg`))).status).toBe(404)
  expect(await text(`/exports/${first}/`)).toContain(`href="/exports/${first}/charts/amnen.svg"`)
})

test('its charts tell the same as those of the site, with the release as their source', async () => {
  // What is known on the day of the data does not depend on when it was drawn.
  for (const form of ['csv', 'json']) {
    const own = readFileSync(released(`charts/amnen.${form}`), 'utf8')
    const live = await text(`/diagram/amnen.${form}`)
    expect(form === 'json' ? JSON.parse(own).rows : own).toEqual(
      form === 'json' ? JSON.parse(live).rows : live,
    )
  }
  expect(readFileSync(released('charts/amnen.svg'), 'utf8')).toContain(first)
})

describe('the page of a chart in a release', () => {
  test('may be framed, needs nothing but what lies beside it, and is named by the pinned code', async () => {
    const response = await app.fetch(new Request(`${SITE}/exports/${first}/charts/amnen.html`))
    expect(response.headers.get('content-security-policy')).toContain('frame-ancestors *')
    expect(response.headers.get('content-disposition')).toContain('inline')
    const html = await response.text()
    expect(html).toContain('href="embed.css"')
    expect(html).toContain('src="embed.js"')
    expect(html).not.toMatch(/ style=|<style|<script>/)
    expect(html).toContain('id="newer" hidden')
    const page = await text('/diagram/amnen/')
    expect(page).toContain(`${SITE}/exports/${first}/charts/amnen.html`)
    expect(page).toContain(`${SITE}/inbaddning/amnen/`)
  })

  test('stays as it is when there is a newer release, which its script then finds', async () => {
    const before = readFileSync(released('charts/amnen.html'))
    const data = copyOf(sampleData())
    const [agreement] = data.tables.agreements.filter(({ extent }) => extent === 'catalogued')
    if (!agreement) throw new Error('The sample has lost its catalogued agreements')
    agreement.summarySv = `${agreement.summarySv} Ändrad.`
    await load(database.db, { ...data, date: '2026-12-01' })
    app.drop()
    const { manifest } = await releaseSample(database.db, new FolderStore(folder), {
      further: chartsOf(database, log),
    })
    expect(manifest.release).not.toBe(first)
    expect(readFileSync(released('charts/amnen.html')).equals(before)).toBe(true)
    expect(JSON.parse(await text('/exports/index.json')).latest).toBe(manifest.release)
    expect(readFileSync(released('charts/amnen.html', manifest.release), 'utf8')).toContain(manifest.release)
    newest = manifest.release
  })

  test.skipIf(!hasBrowser)(
    'says in the frame of another site that there are newer data, and only then',
    async () => {
      await using server = await served()
      const { browser, close } = await openBrowser()
      const faults: string[] = []
      const framed = async (release: string) => {
        const page = await browser.newPage()
        page.on('console', (message) => faults.push(message.text()))
        const answered = page.waitForResponse('**/exports/index.json')
        await page.goto(server.framing(`/exports/${release}/charts/amnen.html`))
        await (await answered).finished()
        return page.frameLocator('iframe').locator('#newer')
      }
      const newer = await framed(first)
      await newer.waitFor({ state: 'visible' })
      expect(await newer.innerText()).toBe('Det finns nyare data')
      expect(await newer.locator('a').getAttribute('href')).toBe('/diagram/amnen/')
      expect(await (await framed(newest)).isHidden()).toBe(true)
      expect(faults).toEqual([])
      await close()
    },
  )
})

test('verification reads the folder of charts: what is changed, missing or not listed is a fault', async () => {
  const faults = async () =>
    reportLines(await verifyPlace(join(folder, first)))
      .filter((line) => line.includes(': fault: '))
      .join('\n')
  expect(await faults()).not.toContain('charts/')
  writeFileSync(released('charts/stray.svg'), '<svg/>')
  expect(await faults()).toContain('charts/stray.svg')
  rmSync(released('charts/stray.svg'))
  rmSync(released('charts/amnen.csv'))
  expect(await faults()).toContain('charts/amnen.csv')
})
