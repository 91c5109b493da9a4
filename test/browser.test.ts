import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../src/database/client.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { queryAddress } from '../src/site/addresses.ts'
import { GRAPHIQL_MEGABYTES } from '../src/site/texts/query.ts'
import { hasBrowser, openBrowser } from './support/browser.ts'
import { onPglite } from './support/databases.ts'
import { listening } from './support/listening.ts'
import { releaseSample } from './support/sample-release.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.skipIf(!hasBrowser)('in a browser', () => {
  let database: OpenDatabase
  let folder: string
  let name: string
  let server: Awaited<ReturnType<typeof listening>>
  let opened: Awaited<ReturnType<typeof openBrowser>>
  beforeAll(async () => {
    database = await onPglite.openSample()
    folder = mkdtempSync(join(tmpdir(), 'medborgarloften-pages-'))
    const store = new FolderStore(folder)
    name = (await releaseSample(database.db, store)).manifest.release
    server = await listening({ database, store })
    opened = await openBrowser()
  }, 120_000) // to unpack the browser takes a slow machine its time
  afterAll(async () => {
    await opened.close()
    await server.close()
    await database.close()
    rmSync(folder, { recursive: true })
  })

  test('pages are set in the fonts of npm, with Swedish letters, whichever fonts the machine has', async () => {
    const page = await opened.browser.newPage()
    const width = (font: string, text: string) =>
      page.evaluate(`(() => {
        const canvas = document.createElement('canvas').getContext('2d')
        canvas.font = '100px ${font}'
        return canvas.measureText('${text}').width
      })()`)
    // The width that its own font gives a text tells a family from others.
    expect(await width('sans-serif', 'Illwm åäö')).toBe(await width('Open Sans', 'Illwm åäö'))
    expect(await width('serif', 'Illwm åäö')).toBe(await width('DejaVu Serif', 'Illwm åäö'))
    expect(await width('monospace', 'illw')).toBe(await width('monospace', 'åäöÅ'))
    const families = ['Open Sans', 'DejaVu Serif', 'DejaVu Sans Mono']
    expect(new Set(await Promise.all(families.map((family) => width(family, 'Illwm åäö')))).size).toBe(3)
    await page.close()
  })

  const pages = ['/', '/en/', '/exports/', '/en/exports/', '/exports/latest/', '/en/exports/latest/']

  test.each(pages)('%s fits a narrow screen and a wide one, and nothing fails', async (path) => {
    const page = await opened.browser.newPage()
    const faults: string[] = []
    page.on('console', (message) => faults.push(message.text()))
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('response', (response) => {
      if (response.status() >= 400) faults.push(response.url())
    })
    for (const width of [360, 1200]) {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(new URL(path, server.url).href)
      expect(await page.evaluate('document.documentElement.scrollWidth'), `at ${width}`).toBe(width)
    }
    expect(page.url()).toContain(path.replace('latest', name))
    expect(faults).toEqual([])
    await page.close()
  })

  test.each([
    ['/', 'light'],
    ['/en/', 'dark'],
    ['/exports/', 'light'],
    ['/en/exports/latest/', 'dark'],
    ['/nowhere', 'light'],
    ['/en/nowhere', 'dark'],
  ] as const)('%s, %s, keeps the rules for accessible pages', async (path, colorScheme) => {
    const page = await opened.browser.newPage({ colorScheme, viewport: { width: 360, height: 800 } })
    await page.goto(new URL(path, server.url).href)
    await page.evaluate(axe)
    const { violations } = await page.evaluate<AxeResults>('axe.run()')
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    await page.close()
  })

  test('a file is saved under its name and that of its release', async () => {
    const page = await opened.browser.newPage()
    await page.goto(new URL('/exports/', server.url).href)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV för svenska Excel', exact: true }).first().click(),
    ])
    expect(download.suggestedFilename()).toBe(`medborgarloften-agreements_flat-${name}.excel.csv`)
    await page.close()
  })

  test('a query of the site opens in GraphiQL, in the page, once it is chosen, and is no larger than the page says', async () => {
    const page = await opened.browser.newPage({ viewport: { width: 1200, height: 900 } })
    const loaded: string[] = []
    page.on('response', (response) => loaded.push(new URL(response.url()).pathname))
    const query = 'query FirstTopic { topics(first: 1) { totalCount } }'
    await page.goto(new URL(queryAddress('sv', query, {}), server.url).href)
    expect(loaded).not.toContain('/graphql')
    const [sent] = await Promise.all([
      page.waitForResponse((response) => new URL(response.url()).pathname === '/graphql'),
      page.getByRole('link', { name: 'Öppna frågan i GraphiQL' }).click(),
    ])
    const { responseBodySize } = await sent.request().sizes()
    expect(Math.round(responseBodySize / 1_000_000)).toBe(GRAPHIQL_MEGABYTES)
    const graphiql = page.frameLocator('iframe')
    await graphiql.getByRole('button', { name: /^Execute/ }).click()
    await graphiql.locator('.graphiql-response').getByText('"topics"').waitFor()
    expect(new URL(page.url()).pathname).toBe('/fraga/')
    await page.close()
  })

  test('GraphiQL asks an example and shows the answer, with nothing from elsewhere', async () => {
    const page = await opened.browser.newPage({ viewport: { width: 1200, height: 800 } })
    const elsewhere: string[] = []
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== new URL(server.url).origin)
        elsewhere.push(request.url())
    })
    await page.goto(server.url)
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.getByRole('button', { name: /^Execute/ }).click(),
    ])
    expect(answer.status()).toBe(200)
    await page.locator('.graphiql-response').getByText('"data"').waitFor()
    expect(elsewhere).toEqual([])
    await page.close()
  })
})
