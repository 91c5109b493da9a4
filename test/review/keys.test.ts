import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readData } from '../../src/records/read-data.ts'
import { hasBrowser, openBrowser } from '../support/browser.ts'
import { draftFolder } from './support/drafts.ts'
import { TEXT } from './support/record.ts'
import { reviewProgram } from './support/server.ts'

/** A made-up document that is read nearly right: one topic, one link and one line are left to the editor. */
const NEARLY = `Medborgarlöfte Habo kommun 2019

Polisen och Habo kommun lovar att minska buskörningen i centrala Habo.

Det ska vi åstadkomma genom följande aktiviteter:
- Polisen ska genomföra minst femton trafikkontroller per år.
- Polisen ska dela ut reflexer vid stationen.
- Kommunen ska sätta upp farthinder på Storgatan.
- Kommunen ska informera på skolorna om trafiksäkerhet.

Polisen och Habo kommun lovar att öka tryggheten för unga på torget.

Det ska vi åstadkomma genom följande aktiviteter:
- Polisen ska fotpatrullera på torget minst två gånger i veckan.
- Kommunen ska förbättra belysningen på torget.
- Kommunen ska ha fältassistenter på torget på fredagar.

Räddningstjänsten ska också vara med.

Habo den 6 december 2018

Eva Exempel
Kommunstyrelsens ordförande
Habo kommun

Bo Exempel
Lokalpolisområdeschef
`

/** A made-up document whose only list is read as promises, and is the activities of the goal above it. */
const WRONG = `Medborgarlöfte Habo kommun 2019

Minskad buskörning och ökad trygghet i centrala Habo

Under året:
- genomföra minst femton trafikkontroller per år
- dela ut reflexer vid stationen
- sätta upp farthinder på Storgatan
- informera på skolorna om trafiksäkerhet
- förbättra belysningen på torget
- fotpatrullera på torget minst två gånger i veckan

Habo den 6 december 2018

Eva Exempel
Säkerhetssamordnare
Habo kommun
`

describe.skipIf(!hasBrowser)('the keys that a document takes', () => {
  let opened: Awaited<ReturnType<typeof openBrowser>>
  let context: BrowserContext
  let page: Page
  let folder: Awaited<ReturnType<typeof draftFolder>>
  let program: Awaited<ReturnType<typeof reviewProgram>>
  let keys: string[]

  beforeAll(async () => {
    opened = await openBrowser()
  }, 120_000)
  afterAll(() => opened.close())
  afterEach(async () => {
    await context.close()
    await program.end('SIGKILL')
    folder.remove()
  })

  async function openDraft(text: string) {
    folder = await draftFolder(text)
    program = await reviewProgram(folder.drafts, folder.data, 0, 'Eva Exempel')
    context = await opened.browser.newContext({ viewport: { width: 1400, height: 900 } })
    page = await context.newPage()
    keys = []
    await page.goto(`${program.url}drafts/0643-2019`)
    await untilChosen('title')
  }
  const press = async (...pressed: string[]) => {
    for (const key of pressed) {
      keys.push(key)
      await page.keyboard.press(key)
    }
  }
  const chosen = () => page.locator('[aria-current="true"]').getAttribute('data-value')
  const untilChosen = (value: string) => expect.poll(chosen, { timeout: 10_000 }).toBe(value)
  const untilForm = (selector: string) => page.locator(`#form ${selector}`).first().waitFor()
  const agreement = () => parse(folder.read('agreement.yaml'))
  /** The key of a choice in the form that is open. */
  const keyOf = async (selector: string) =>
    (await page.locator(`#form label:has(${selector}) kbd, #form ${selector} kbd`).first().textContent()) ??
    ''
  const topic = (id: string) => keyOf(`[name=topics][value=${id}]`)
  const finish = async () => {
    await press('f', 'Enter')
    await expect
      .poll(() => page.locator('#notice').textContent(), { timeout: 10_000 })
      .toContain('Klart. Posten finns i')
    return readData(folder.data).tables
  }

  test('whose draft is nearly right: 36 at most', { timeout: 60_000 }, async () => {
    await openDraft(NEARLY)
    await press('g', 'G')
    await untilChosen('0643-2019-p2.text')
    await press('G')
    await untilChosen('0643-2019-a1.text')
    await press('G')
    // The second list, whose links are to both goals: it belongs to the second.
    await untilChosen('0643-2019-a5.text')
    await press('s')
    await untilForm('[data-ask-list=promise]')
    await press(await keyOf('[data-ask-list=promise]'))
    await untilForm('[data-link="0643-2019-p2"]')
    await press(await keyOf('[data-link="0643-2019-p2"]'))
    await expect
      .poll(() =>
        agreement()
          .activities.slice(4)
          .map(({ promises }: { promises: object[] }) => promises.length),
      )
      .toEqual([1, 1, 1])
    await press('G')
    await untilChosen('0643-2019-a7.topics')
    // What it belongs to suggests its topic.
    await press('e')
    await untilForm('[name=topics]')
    expect(await topic('public-space-safety')).toBe('1')
    await press('1', 'Enter')
    await untilChosen('0643-2019-s1')
    await press('g')
    // The line that no rule reads is left out: it was seen, and is not published.
    await untilChosen('0643-2019-i2')
    await press('a')
    await expect.poll(() => page.locator('#progress').textContent()).toMatch(/^Alla \d+ värden granskade$/)

    const tables = await finish()
    const activities = tables.activities.filter(({ agreementId }) => agreementId === '0643-2019')
    expect(activities).toHaveLength(7)
    expect(tables.issues.filter(({ agreementId }) => agreementId === '0643-2019')).toEqual([])
    expect(keys.length, `${keys.length}: ${keys.join(' ')}`).toBeLessThanOrEqual(36)
  })

  test('whose list is wrong: fewer than 60, and ten at most for its goal', { timeout: 60_000 }, async () => {
    await openDraft(WRONG)
    await press('g')
    await untilChosen('0643-2019-p1.text')

    // The goal stands above the list; what only leads in to it is passed over.
    const before = keys.length
    await press('o')
    await untilForm('[name=words]')
    expect(await page.locator('#form [name=words]').inputValue()).toBe(
      'Minskad buskörning och ökad trygghet i centrala Habo',
    )
    await press(await topic('reckless-driving'), await topic('public-space-safety'), 'Enter')
    await expect.poll(() => agreement().activities?.length, { timeout: 5_000 }).toBe(6)
    expect(keys.length - before, keys.join(' ')).toBeLessThanOrEqual(10)
    expect(agreement().promises.map(({ text }: { text: { words: string } }) => text.words)).toEqual([
      'Minskad buskörning och ökad trygghet i centrala Habo',
    ])

    // Who does it stands nowhere but in the name of the promise: both, for all items at once.
    await untilChosen('0643-2019-p7.text')
    await press('n')
    await untilChosen('0643-2019-a1.target')
    await press('G')
    await untilChosen('0643-2019-a2.topics')
    await press('e')
    await untilForm('[name=topics]')
    await press(await topic('traffic-safety'), 'Enter')
    // The role is none of ours: it is another, and the words are kept.
    await untilChosen('0643-2019-s1')
    await press('e')
    await untilForm('[name=role]')
    await press('A', 'n', 'n')
    expect(await page.locator('#form [name=role]').inputValue()).toBe('other')
    await press('Control+Enter')
    await expect.poll(() => page.locator('#progress').textContent()).toMatch(/^Alla \d+ värden granskade$/)

    const tables = await finish()
    expect(tables.signatures.find(({ agreementId }) => agreementId === '0643-2019')).toMatchObject({
      role: 'other',
      roleAsPrinted: 'Säkerhetssamordnare',
    })
    expect(keys.length, `${keys.length}: ${keys.join(' ')}`).toBeLessThan(60)
  })

  test('whose line was missed: 36 at most', { timeout: 60_000 }, async () => {
    await openDraft(TEXT)
    await press('g', 'g', 'G')
    // The line that no rule reads: it is marked from its first word, and added as an activity.
    await untilChosen('0643-2019-s1')
    await press('g')
    await untilChosen('0643-2019-i1')
    await press('m', 'Shift+End', 'Enter')
    await untilForm('.kinds')
    await press('2')
    await untilForm('[name=commitment]')
    await press(await topic('traffic-safety'), 'Control+Enter')
    await untilChosen('0643-2019-a4.text')
    await expect.poll(() => page.locator('#progress').textContent()).toMatch(/^Alla \d+ värden granskade$/)
    const tables = await finish()
    expect(tables.activities.find(({ id }) => id === '0643-2019-a4')?.text).toBe(
      'Räddningstjänsten ska också vara med.',
    )
    expect(keys.length, `${keys.length}: ${keys.join(' ')}`).toBeLessThanOrEqual(36)
  })
})
