import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../src/database/client.ts'
import { hasBrowser, openBrowser } from '../support/browser.ts'
import { onPglite } from '../support/databases.ts'
import { listening } from '../support/listening.ts'
import { examplePages } from '../support/site.ts'

/** Looks for what breaks the rules. Of a long list or table, whose rows are alike, at the first rows. */
const AXE_RUN =
  "axe.run({ exclude: [':is(tr, li, option):nth-child(n + 9)'] }, { resultTypes: ['violations'] })"

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.skipIf(!hasBrowser)('in a browser', () => {
  let database: OpenDatabase
  let server: Awaited<ReturnType<typeof listening>>
  let opened: Awaited<ReturnType<typeof openBrowser>>
  beforeAll(async () => {
    database = await onPglite.openLoaded()
    server = await listening({ database })
    opened = await openBrowser()
  }, 120_000)
  afterAll(async () => {
    await opened.close()
    await server.close()
    await database.close()
  })

  const at = (path: string) => new URL(path, server.url).href

  test.each(examplePages)(
    '%s keeps the rules for accessible pages, narrow and wide, light and dark',
    async (path) => {
      const page = await opened.browser.newPage({ bypassCSP: true })
      const faults: string[] = []
      page.on('console', (message) => faults.push(message.text()))
      page.on('pageerror', (error) => faults.push(String(error)))
      page.on('request', (request) => {
        if (!request.url().startsWith(at('/'))) faults.push(request.url())
      })
      await page.goto(at(path))
      // Each language in two of the four, so that every page is seen narrow and wide, light and dark.
      const ways = path.startsWith('/en/') ? (['dark', 'light'] as const) : (['light', 'dark'] as const)
      for (const [width, colorScheme] of [
        [320, ways[0]],
        [1440, ways[1]],
      ] as const) {
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ colorScheme })
        await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true')
        expect(await page.evaluate('document.documentElement.scrollWidth'), `at ${width}`).toBe(width)
        await page.evaluate(axe)
        const { violations } = await page.evaluate<AxeResults>(AXE_RUN)
        const told = violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])
        expect(told, `${width} ${colorScheme}`).toEqual([])
      }
      expect(faults).toEqual([])
      await page.close()
    },
  )

  test('the search field suggests municipalities, by keyboard alone', async () => {
    const page = await opened.browser.newPage()
    await page.goto(at('/'))
    await page.locator('.find input').pressSequentially('vetl')
    const link = page.getByRole('link', { name: 'Vetlanda, Jönköpings län' })
    await link.waitFor()
    await page.evaluate(axe).catch(() => {})
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/kommun/0685-vetlanda/')
    await page.close()
  })

  test('the page is set in its own fonts', async () => {
    const page = await opened.browser.newPage()
    await page.goto(at('/'))
    await page.evaluate('document.fonts.ready')
    const loaded = await page.evaluate<string[]>(
      '[...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family.replaceAll(\'"\', ""))',
    )
    expect(loaded.sort()).toEqual(['Source Sans 3', 'Source Serif 4'])
    await page.close()
  })

  test('the start page has no more stops for the keyboard than a reader bears', async () => {
    const page = await opened.browser.newPage()
    await page.goto(at('/'))
    const stops = await page.evaluate<number>(
      "document.querySelectorAll(\"a[href]:not([tabindex='-1']), button:not([hidden]), input, summary, [tabindex='0']\").length",
    )
    expect(stops).toBeLessThanOrEqual(95)
    await page.close()
  })
})
