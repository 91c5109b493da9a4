import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readDraft } from '../../src/review/keeping/reviewed-draft.ts'
import { readClaims, writeClaim } from '../../src/review/queue/claims.ts'
import { countsOfQueue, filteredQueue, type QueueRow, queueOf } from '../../src/review/queue/queue.ts'
import { listPage, ROWS_SHOWN_MAX } from '../../src/review/view/list.ts'
import { draftFolder, settingOf } from './support/drafts.ts'
import { pageOf } from './support/page.ts'

const catalogued = (id: string, url: string) => ({
  id,
  municipality_code: id.slice(0, 4),
  url,
  publisher_kind: 'police' as const,
  topics: '',
  summary_sv: 'Tryggare torg',
  summary_en: 'Safer squares',
})
const draft = (name: string, state: 'new' | 'begun' | 'finished', doubted: number) => ({
  name,
  state,
  title: `Löfte ${name}`,
  municipalities: [name.slice(0, 4)],
  values: 20,
  undecided: 10,
  doubted,
  fault: null,
})
const claim = (agreement: string, by: string) => ({ agreement, by, at: '2026-12-01T08:00:00.000Z' })
const nameOf = (code: string) => ({ '0643': 'Habo', '0685': 'Vetlanda' })[code] ?? code
const namesOf = (rows: readonly QueueRow[]) => rows.map(({ name }) => name)

describe('what is to be done', () => {
  const rows = queueOf(
    [
      draft('0643-2019', 'new', 5),
      draft('0643-2020', 'new', 1),
      draft('0685-2018', 'begun', 9),
      draft('0685-2017', 'finished', 0),
    ],
    [
      catalogued('0643-2019', 'https://www.example.se/habo'),
      catalogued('0685-2021', 'https://www.example.se/vetlanda'),
      catalogued('0685-2020', 'https://www.example.se/x'),
    ],
    new Set(['0685-2020']),
    new Map([['0685-2021', [claim('0685-2021', 'Eva')]]]),
  )
  const filtered = (words: string, state: '' | 'new' | 'catalogued' = '', who = '') =>
    namesOf(filteredQueue(rows, { words, state, who }, nameOf))

  test('is what was begun, drafts with the least doubt first, then what has no draft and is not transcribed', () => {
    expect(namesOf(rows)).toEqual(['0685-2018', '0643-2020', '0643-2019', '0685-2021', '0685-2017'])
    expect(rows.find(({ name }) => name === '0643-2019')?.url).toBe('https://www.example.se/habo')
  })

  test('is counted', () => {
    expect(countsOfQueue(rows)).toEqual({
      municipalities: 2,
      catalogued: 1,
      drafts: 3,
      taken: 1,
      finished: 1,
    })
  })

  test('is found by municipality, id, title, summary and address, by state, and by who has taken it', () => {
    expect(filtered('habo')).toEqual(['0643-2020', '0643-2019'])
    expect(filtered('vetlanda TORG')).toEqual(['0685-2021'])
    expect(filtered('example.se/habo')).toEqual(['0643-2019'])
    expect(filtered('', 'new')).toEqual(['0643-2020', '0643-2019'])
    expect(filtered('', '', 'Eva')).toEqual(['0685-2021'])
    expect(filtered('', 'catalogued', 'free')).toEqual([])
    expect(filtered('', 'new', 'free')).toHaveLength(2)
  })

  test('is shown up to a number of rows', () => {
    const many = Array.from({ length: ROWS_SHOWN_MAX + 1 }, (_, index) =>
      draft(`0643-${2000 + index}`, 'new', 0),
    )
    const shown = (count: number) =>
      listPage(
        {
          rows: queueOf(many.slice(0, count), [], new Set(), new Map()),
          filter: { words: '', state: '', who: '' },
          by: null,
          token: '',
        },
        settingOf({ drafts: '', data: '' }).reference,
        'en',
      )
    expect(shown(ROWS_SHOWN_MAX)).toContain(`${ROWS_SHOWN_MAX} shown.`)
    expect(shown(ROWS_SHOWN_MAX + 1)).toContain(`${ROWS_SHOWN_MAX} of ${ROWS_SHOWN_MAX + 1} shown.`)
    expect(shown(ROWS_SHOWN_MAX + 1).match(/<tr>/g)).toHaveLength(ROWS_SHOWN_MAX + 1)
  })
})

describe('on the page', () => {
  let folder: Awaited<ReturnType<typeof draftFolder>>
  beforeEach(async () => {
    folder = await draftFolder()
  })
  afterEach(() => folder.remove())

  test('the catalogue stands below the drafts, and what is transcribed does not', async () => {
    const { ask } = pageOf(folder)
    const text = await (await ask('/en/')).text()
    expect(text).toMatch(/Left: 1 drafts and 1\d\d\d? agreements without a draft, in 2\d\d municipalities/)
    const vaesby = await (await ask('/en/?q=upplands+väsby&state=catalogued')).text()
    expect(vaesby).toMatch(/<th scope="row">0114-2019<\/th>\n<td>Upplands Väsby<\/td>/)
    expect(vaesby).not.toContain('0643-2019')
    expect(await (await ask('/?q=0685-2020')).text()).toContain('Inget passar.')
  })

  test('an agreement is taken and left again', async () => {
    const { ask, claim, faults } = pageOf(folder)
    const write = async (body: object) => (await claim(body)).status
    expect(await write({ agreement: '0114-2019', by: 'Eva Exempel', isTaken: true })).toBe(200)
    expect(readFileSync(join(folder.drafts, 'claims/0114-2019.eva-exempel.yaml'), 'utf8')).toBe(
      'agreement: 0114-2019\nby: Eva Exempel\nat: 2026-12-01T08:00:00.000Z\n',
    )
    expect(await (await ask('/en/?who=Eva+Exempel')).text()).toContain('data-claimed="Eva Exempel"')
    expect(await write({ agreement: '0114-2019', by: 'Eva Exempel', isTaken: false })).toBe(200)
    expect(readdirSync(join(folder.drafts, 'claims'))).toEqual([])
    for (const agreement of ['../x', '.git', '', 'a/b'])
      expect(await write({ agreement, by: 'Eva', isTaken: true }), agreement).toBe(400)
    expect(faults).toEqual([])
  })
})

const hasGit = (() => {
  try {
    return execFileSync('git', ['--version']).length > 0
  } catch {
    return false
  }
})()

describe.skipIf(!hasGit)('several people share drafts by git', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'medborgarloften-shared-'))
  })
  afterEach(() => rmSync(root, { recursive: true }))
  const git = (where: string, ...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.se', ...words], {
      cwd: join(root, where),
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    })
  const commit = (where: string) => {
    git(where, 'add', '-A')
    git(where, 'commit', '-qm', 'decisions')
  }
  /** The same drafts in two places, from one repository. */
  async function shared() {
    const folder = await draftFolder()
    mkdirSync(join(root, 'eva'))
    git('eva', 'init', '-q', '-b', 'main')
    cpSync(folder.drafts, join(root, 'eva'), { recursive: true })
    commit('eva')
    git('', 'clone', '-q', 'eva', 'bo')
    const data = folder.data
    const page = (where: string) => pageOf({ drafts: join(root, where), data })
    return { eva: page('eva'), bo: page('bo'), remove: folder.remove }
  }
  /** Fetches what the other has done, and tells whether git could merge it. */
  const pull = () => {
    try {
      git('bo', 'pull', '-q', '--no-rebase', '--no-edit', 'origin', 'main')
      return true
    } catch {
      return false
    }
  }

  test('what two take at the same time is merged, and both are seen', async () => {
    const { remove } = await shared()
    await writeClaim(join(root, 'eva'), claim('0643-2019', 'Eva'), true)
    commit('eva')
    await writeClaim(join(root, 'bo'), { ...claim('0643-2019', 'Bo'), at: '2026-11-30T08:00:00.000Z' }, true)
    commit('bo')
    expect(pull()).toBe(true)
    const claims = await readClaims(join(root, 'bo'))
    expect(claims.get('0643-2019')?.map(({ by }) => by)).toEqual(['Bo', 'Eva'])
    remove()
  })

  test('decisions about different parts of a record that was begun are merged', async () => {
    const { eva, bo, remove } = await shared()
    await eva.decide({
      do: 'accept',
      values: ['title', 'kind', 'document', '0643-2019-a1.text', '0643-2019-a2.text'],
    })
    commit('eva')
    pull()
    await eva.decide({ do: 'accept', values: ['period'] })
    commit('eva')
    await bo.decide({ do: 'accept', values: ['0643-2019-a3.text'] })
    commit('bo')
    expect(pull()).toBe(true)
    const draft = await readDraft(join(root, 'bo'), '0643-2019')
    expect(draft?.record.review.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['period', '0643-2019-a3.text', 'title']),
    )
    remove()
  })

  test('what two decide differently is told in words, with what to do', async () => {
    const { eva, bo, remove } = await shared()
    const correct = (value: string) => ({
      do: 'correct',
      value: '0643-2019-a1.target',
      answers: {
        operator: 'at_least',
        value,
        unit: 'trafikkontroller',
        per: 'year',
        words: 'minst femton trafikkontroller per år',
      },
    })
    await eva.decide({ do: 'accept', values: ['title'] })
    commit('eva')
    pull()
    expect((await eva.decide(correct('16'))).status).toBe(200)
    commit('eva')
    expect((await bo.decide(correct('17'))).status).toBe(200)
    commit('bo')
    expect(pull()).toBe(false)
    const file = join(root, 'bo/0643-2019/agreement.yaml')
    const text = readFileSync(file, 'utf8')
    // Only the line that differs is in the conflict.
    expect(/<<<<<<<.*\n([\s\S]*)=======/.exec(text)?.[1]?.trim()).toBe('value: 17')
    const told = await readDraft(join(root, 'bo'), '0643-2019').catch((error: Error) => error.message)
    expect(told).toMatch(
      /agreement\.yaml:\d+: git could not merge the decisions of two people:\n0643-2019-a1\.target: at_least 17 trafikkontroller per year \(HEAD\) or at_least 16 trafikkontroller per year \(\w+\)\nIn each part between <<<<<<< and >>>>>>> keep the lines of one side, remove the marks, and run git add 0643-2019\/agreement\.yaml$/,
    )
    writeFileSync(file, text.replace(/<<<<<<<.*\n([\s\S]*?)=======\n[\s\S]*?>>>>>>>.*\n/, '$1'))
    expect((await readDraft(join(root, 'bo'), '0643-2019'))?.record.activities[0]?.target?.value).toBe(17)
    remove()
  })
})
