import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readData } from '../../src/records/read-data.ts'
import { hasBrowser, openBrowser } from '../support/browser.ts'
import { runIngest } from '../support/run-ingest.ts'
import { draftFolder } from './support/drafts.ts'
import { TEXT } from './support/record.ts'
import { reviewProgram } from './support/server.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.skipIf(!hasBrowser)('in a browser', () => {
  let opened: Awaited<ReturnType<typeof openBrowser>>
  let context: BrowserContext
  let page: Page
  let folder: Awaited<ReturnType<typeof draftFolder>>
  let program: Awaited<ReturnType<typeof reviewProgram>>
  let faults: string[]

  beforeAll(async () => {
    opened = await openBrowser()
  }, 120_000) // to unpack the browser takes a slow machine its time
  afterAll(() => opened.close())

  beforeEach(async () => {
    folder = await draftFolder()
    program = await reviewProgram(folder.drafts, folder.data)
    context = await opened.browser.newContext({
      viewport: { width: 1400, height: 900 },
      reducedMotion: 'reduce',
    })
    faults = []
    page = await newPage()
  })
  afterEach(async () => {
    await context.close()
    await program.end('SIGKILL')
    folder.remove()
    expect(faults).toEqual([])
  })

  async function newPage() {
    const made = await context.newPage()
    made.on('console', (message) => {
      // A browser tells each request that fails, also those that are sent again.
      if (!message.text().startsWith('Failed to load resource')) faults.push(message.text())
    })
    made.on('pageerror', (error) => faults.push(String(error)))
    return made
  }
  const openDraft = (on = page) => on.goto(`${program.url}drafts/0643-2019`)
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const chosen = () => page.locator('[aria-current="true"]').getAttribute('data-value')
  const untilChosen = (value: string) => expect.poll(chosen, { timeout: 10_000 }).toBe(value)
  const status = () => page.locator('#status').textContent()
  const notice = () => page.locator('#notice').textContent()
  const agreement = () => parse(folder.read('agreement.yaml'))
  /** Goes on by the tabulator until an element has the focus. */
  async function tabTo(selector: string) {
    for (let count = 0; count < 40; count++) {
      if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return
      await press('Tab')
    }
    throw new Error(`The tabulator does not lead to ${selector}`)
  }

  test('a document becomes a record by the keyboard alone', async () => {
    await page.goto(program.url)
    await tabTo('a[href="/drafts/0643-2019"]')
    await press('Enter')
    await page.waitForURL('**/drafts/0643-2019')

    // The agreement, the promise, and the first two values of the activity are right.
    await untilChosen('title')
    await press('g', 'g', 'a', 'Enter')
    await untilChosen('0643-2019-a1.target')
    // In the document its words are shown, and can be seen.
    expect(await page.locator('#document .chosen').allTextContents()).toEqual([
      'minst femton trafikkontroller per år',
    ])
    await press('e')
    await page.locator('#form [name=value]').waitFor()
    await tabTo('[name=value]')
    await page.keyboard.type('tolv')
    await press('Enter')
    await expect
      .poll(() => page.locator('#f-value-wrong').textContent())
      .toBe('Skriv ett tal som är större än noll.')
    await tabTo('[name=value]')
    await press('Control+a')
    await page.keyboard.type('16')
    await press('Enter')
    await untilChosen('0643-2019-a1.topics')
    await press('g')
    // The second activity is none: it is rejected, by mistake undone, and rejected again.
    await untilChosen('0643-2019-a2.text')
    await press('x')
    await untilChosen('0643-2019-a3.text')
    await expect.poll(() => agreement().activities.length).toBe(2)
    await press('u')
    await expect.poll(status).toBe('Ångrat')
    expect(agreement().activities).toHaveLength(3)
    await press('k', 'k', 'k', 'k')
    await untilChosen('0643-2019-a2.text')
    await press('x')
    await untilChosen('0643-2019-a3.text')
    await press('g', 'a')

    // The line that no rule reads is an activity: it is marked word by word, and added.
    await untilChosen('0643-2019-i1')
    await press('m', 'Shift+ArrowRight', 'Shift+ArrowLeft', 'Shift+End', 'Enter')
    await page.locator('#form .kinds').waitFor()
    expect(await page.locator('#form .marked q').textContent()).toBe('Räddningstjänsten ska också vara med.')
    await press('2')
    await page.locator('#form [name=commitment]').waitFor()
    await tabTo('[name=topics][value=traffic-safety]')
    await press('Space', 'Control+Enter')
    await untilChosen('0643-2019-a4.text')

    // The issue that asked about the line has gone with it.
    await expect.poll(() => page.locator('#progress').textContent()).toBe('Alla 23 värden granskade')
    await press('f')
    await page.keyboard.type('Eva Exempel')
    await press('Enter')
    await expect.poll(notice, { timeout: 10_000 }).toContain('Klart. Posten finns i')

    const { tables } = readData(folder.data)
    const activities = tables.activities.filter(({ agreementId }) => agreementId === '0643-2019')
    expect(activities.map(({ id, text, targetValue }) => ({ id, text, targetValue }))).toEqual([
      {
        id: '0643-2019-a1',
        text: 'Polisen ska genomföra minst femton trafikkontroller per år.',
        targetValue: 16,
      },
      { id: '0643-2019-a3', text: 'Kommunen ska sätta upp farthinder på Storgatan.', targetValue: null },
      { id: '0643-2019-a4', text: 'Räddningstjänsten ska också vara med.', targetValue: null },
    ])
    expect(agreement().review).toContainEqual({
      value: '0643-2019-a2',
      state: 'rejected',
      words: 'Polisen ska dela ut reflexer vid stationen.',
    })
    expect(await program.end('SIGTERM')).toBe(0)
  })

  test('what is decided while the server is dead is saved when it is back', async () => {
    await openDraft()
    await press('a')
    await expect.poll(status).toMatch(/^Sparat/)
    await page.locator('[data-value="0643-2019-a1.target"]').click()
    await press('e')
    await page.locator('#form [name=value]').fill('17')
    await program.end('SIGKILL')

    await press('Enter')
    await expect.poll(status).toContain('Servern svarar inte')
    await page.locator('[data-value=period]').click()
    await press('a', 'a')
    await expect.poll(status).toMatch(/: [23]$/)
    expect(agreement().review).toHaveLength(1)

    program = await reviewProgram(folder.drafts, folder.data, program.port)
    await expect.poll(status, { timeout: 10_000 }).toMatch(/^Sparat/)
    expect(agreement().activities[0].target.value).toBe(17)
    expect(agreement().review.map(({ value }: { value: string }) => value)).toEqual([
      'title',
      'period',
      'signing',
      '0643-2019-a1.target',
    ])

    // Also where the page was closed meanwhile.
    await program.end('SIGKILL')
    await press('a')
    await expect.poll(status).toContain('Servern svarar inte')
    await page.close()
    program = await reviewProgram(folder.drafts, folder.data, program.port)
    page = await newPage()
    await openDraft()
    await expect.poll(status).toMatch(/^Sparat/)
    expect(agreement().review).toHaveLength(5)
    expect(globSync('**/*.unfinished', { cwd: folder.root })).toEqual([])
  })

  /** Keeps the server from being asked to do something until it is let. */
  async function held(action: string) {
    const asked = Promise.withResolvers<void>()
    const go = Promise.withResolvers<void>()
    await page.route(`**/drafts/0643-2019/${action}`, async (route) => {
      asked.resolve()
      await go.promise
      await route.continue()
    })
    return { asked: asked.promise, go: go.resolve }
  }

  test('what is done while a decision is being saved follows on it', async () => {
    await openDraft()
    const decisions = await held('decisions')
    await press('a')
    await decisions.asked
    await press('f')
    await page.keyboard.type('Eva Exempel')
    await press('Enter')
    await page.locator('#finish').waitFor({ state: 'hidden' })
    decisions.go()
    await expect.poll(notice).toContain('kan inte avslutas än')
    expect(agreement().review).toHaveLength(1)

    // And what is decided while the server undoes the one before.
    const undoing = await held('undo')
    await press('u')
    await undoing.asked
    await page.locator('[data-value=period]').click()
    await press('a')
    undoing.go()
    await expect.poll(() => agreement().review).toMatchObject([{ value: 'period' }])
    expect(await notice()).not.toContain('Ditt beslut är inte sparat')
  })

  test('two pages do not overwrite each other', async () => {
    await openDraft()
    const other = await newPage()
    await openDraft(other)
    await other.keyboard.press('x')
    await expect.poll(() => other.locator('#status').textContent()).toMatch(/^Sparat/)
    await page.bringToFront()
    await page.locator('[data-value=period]').click()
    await press('a')
    await expect.poll(notice).toContain('Ditt beslut är inte sparat')
    expect(agreement().review).toHaveLength(1)
    // The page shows what the other did, and the decision can be taken on that.
    expect(await page.locator('[data-value=title]').getAttribute('data-state')).toBe('rejected')
    await page.getByRole('button', { name: 'Spara mitt beslut ändå' }).click()
    await expect.poll(() => agreement().review.length).toBe(2)

    // A file that is none any more is told, and what was decided waits until it is mended.
    const file = join(folder.drafts, '0643-2019', 'agreement.yaml')
    const yaml = folder.read('agreement.yaml')
    writeFileSync(file, 'id: [')
    await press('a')
    await expect.poll(status).toContain('agreement.yaml:1: not valid YAML')
    writeFileSync(file, yaml)
    await expect.poll(() => agreement().review.length, { timeout: 5_000 }).toBe(3)
  })

  test('a document that is read anew under the page is told, and what is gone from it rejected by a key', async () => {
    await openDraft()
    await press('g', 'a')
    await expect.poll(() => agreement().review?.length, { timeout: 5_000 }).toBe(7)
    const file = join(folder.root, 'lofte.txt')
    writeFileSync(file, TEXT.replace('- minska buskörningen i centrala Habo', '- öka tryggheten på torget'))
    expect((await runIngest([file], { out: folder.drafts, data: folder.data })).error).toBeNull()
    await press('a')
    await expect.poll(notice).toContain('Posten har ändrats i en annan flik')
    await page.getByRole('button', { name: 'Ta bort mitt beslut' }).click()

    await openDraft()
    await untilChosen('gone.0643-2019-p1')
    expect(await page.locator('[aria-current="true"]').textContent()).toMatch(
      /Löfte[\s\S]*minska buskörningen i centrala Habo[\s\S]*Var godkänt, som 0643-2019-p1/,
    )
    await press('x')
    await expect.poll(() => page.locator('.rejected-value').textContent()).toContain('minska buskörningen')
    expect(agreement()).not.toHaveProperty('gone')
    expect(agreement().review).toContainEqual({
      value: 'gone.0643-2019-p1',
      state: 'rejected',
      words: 'minska buskörningen i centrala Habo',
    })
  })

  test('works with a mouse, marks text by it, and says what is in the way', async () => {
    await openDraft()
    // Pieces of the text choose the shortest value first, then what it stands in.
    const piece = page.locator('#document .mark', { hasText: 'minst femton' })
    await piece.click()
    await untilChosen('0643-2019-a1.target')
    await piece.click()
    await untilChosen('0643-2019-a1.text')
    const activity = page.locator('[data-value="0643-2019-a2.text"]')
    await activity.click()
    await activity.getByRole('button', { name: 'Ta bort' }).click()
    await expect.poll(status).toMatch(/^Sparat/)
    expect(await page.locator('.rejected-value').textContent()).toContain('0643-2019-a2')

    await page.getByRole('button', { name: 'Lägg till' }).click()
    expect(await notice()).toContain('Markera först text')
    await page.getByText('Polisen och Habo kommun lovar').dblclick({ position: { x: 10, y: 8 } })
    await page.getByRole('button', { name: 'Lägg till' }).click()
    expect(await page.locator('#form .marked q').textContent()).toBe('Polisen')
    await page.getByLabel('Löfte eller aktivitet').selectOption('0643-2019-p1')
    await page.getByRole('button', { name: 'Aktör' }).click()
    await page.getByLabel('Aktör', { exact: true }).selectOption({ label: 'Polisen' })
    await page.getByLabel('Var den namnges').selectOption('lead_in')
    await page.getByRole('button', { name: 'Spara' }).click()
    await untilChosen('0643-2019-p1.actors.police')

    await page.getByRole('button', { name: 'Avsluta' }).click()
    await page.getByLabel('Granskat av').fill('Eva Exempel')
    await page.getByRole('button', { name: 'Kontrollera och avsluta' }).click()
    await expect.poll(notice).toContain('kan inte avslutas än')
    await untilChosen('title')
    expect(await page.locator('[data-value=title] .hindrances').textContent()).toContain('Inte granskat än.')
  })

  test('the pages keep the rules for accessible pages, light and dark, and fit', async () => {
    const check = async (where: string, width: number) => {
      await page.setViewportSize({ width, height: 800 })
      // Colours on their way to others are none that a reader has to read.
      await page.evaluate('Promise.allSettled(document.getAnimations().map(({ finished }) => finished))')
      // The page lets in no code but its own: the checks come in from outside it.
      const { violations } = await page.evaluate<AxeResults>(`${axe};axe.run()`)
      const told = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
      expect(told, where).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth'), where).toBe(width)
    }
    await page.goto(`${program.url}en/`)
    await check('the list', 900)
    await openDraft()
    await press('a', 'x')
    await expect.poll(() => page.locator('.value.accepted').count()).toBe(1)
    await page.locator('[data-value="0643-2019-a1.text"]').click()
    await check('a draft', 1400)
    await page.emulateMedia({ colorScheme: 'dark' })
    await check('a draft in the dark', 600)
    await press('e')
    await page.locator('#form [name=words]').waitFor()
    await check('a form in the dark', 900)
    await page.emulateMedia({ colorScheme: 'light' })
    await press('Escape', '?')
    await check('the keys', 900)
  })
})
