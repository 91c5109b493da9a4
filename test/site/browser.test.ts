import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../src/database/client.ts'
import { hasBrowser, openBrowser } from '../support/browser.ts'
import { onPglite } from '../support/databases.ts'
import { listening } from '../support/listening.ts'
import { examplePages } from '../support/site.ts'

/** The rules that ask how a page looks: width and colours can break them, and no other. */
const OF_LOOKS = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size']

/** Looks for what breaks the rules, all or some. Of a long list or table, whose rows are alike, at the first rows. */
function axeRun(runOnly?: readonly string[]): string {
  const options = { resultTypes: ['violations'], ...(runOnly && { runOnly }) }
  return `axe.run({ exclude: [':is(tr, li, option):nth-child(n + 9)'] }, ${JSON.stringify(options)})`
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.skipIf(!hasBrowser)('in a browser', () => {
  let database: OpenDatabase
  let server: Awaited<ReturnType<typeof listening>>
  let opened: Awaited<ReturnType<typeof openBrowser>>
  /** The page that all examples are looked at in, and what went wrong there. */
  let looked: Page
  const faults: string[] = []
  beforeAll(async () => {
    database = await onPglite.openLoaded()
    server = await listening({ database })
    opened = await openBrowser()
    looked = await opened.browser.newPage({ bypassCSP: true })
    await looked.addInitScript(axe)
    looked.on('console', (message) => faults.push(message.text()))
    looked.on('pageerror', (error) => faults.push(String(error)))
    looked.on('request', (request) => {
      if (!request.url().startsWith(at('/'))) faults.push(request.url())
    })
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
      faults.length = 0
      await looked.goto(at(path))
      await looked.evaluate('for (const each of document.querySelectorAll("details")) each.open = true')
      // Each language in two of the four, so that every page is seen narrow and wide, light and dark; and by all rules in one.
      const isEnglish = path.startsWith('/en/')
      for (const [width, colorScheme, rules] of [
        [320, isEnglish ? 'dark' : 'light', isEnglish ? undefined : OF_LOOKS],
        [1440, isEnglish ? 'light' : 'dark', isEnglish ? OF_LOOKS : undefined],
      ] as const) {
        await looked.setViewportSize({ width, height: 900 })
        await looked.emulateMedia({ colorScheme })
        expect(await looked.evaluate('document.documentElement.scrollWidth'), `at ${width}`).toBe(width)
        const { violations } = await looked.evaluate<AxeResults>(axeRun(rules))
        const broken = violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])
        expect(broken, `${width} ${colorScheme}`).toEqual([])
      }
      expect(faults).toEqual([])
    },
  )

  test('the search field suggests municipalities, by keyboard alone', async () => {
    const page = await opened.browser.newPage()
    await page.goto(at('/'))
    await page.locator('.find input').pressSequentially('vetl')
    const link = page.getByRole('link', { name: 'Vetlanda, Jönköpings län' })
    await link.waitFor()
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
