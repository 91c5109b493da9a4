import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { putTogether } from '../../src/common/whole-folder.ts'
import { writeRecord } from '../../src/review/keeping/record-yaml.ts'
import { readDraft, writeAgreement } from '../../src/review/keeping/reviewed-draft.ts'
import { decide } from '../../src/review/kinds/decide.ts'
import { withId } from '../../src/review/record/agreement-id.ts'
import { placesOf } from '../../src/review/record/places.ts'
import type { GoneValue, Unfinished } from '../../src/review/record/unfinished.ts'
import { runIngest } from '../support/run-ingest.ts'
import { draftFolder } from './support/drafts.ts'
import { pageOf } from './support/page.ts'
import { madeUpRecord, TEXT } from './support/record.ts'
import { reviewProgram } from './support/server.ts'

const ID = '0643-2019'
const { record: draft, yaml, words } = madeUpRecord()
const at = [0, 1] as const
const promiseGone: GoneValue = {
  value: `${ID}-p7`,
  state: 'corrected',
  words: 'cykla med barnen',
  was: { text: { words: 'cykla med barnen', at }, topics: ['traffic-safety'] },
}
const targetGone: GoneValue = {
  value: `${ID}-a1.target`,
  state: 'accepted',
  words: 'minst tio kontroller',
  was: {
    target: {
      operator: 'at_least',
      value: 10,
      unit: 'kontroller',
      quote: { words: 'minst tio kontroller', at },
    },
  },
}
const withGone = (...gone: GoneValue[]): Unfinished => ({ ...draft, gone })
const goneIn = (record: Unfinished) => placesOf(record).filter(({ kind }) => kind === 'gone')

describe('what is gone from the text', () => {
  test('waits for a decision, but for what was decided anew', () => {
    expect(goneIn(withGone(promiseGone, targetGone)).map(({ value }) => value)).toEqual([
      `gone.${ID}-p7`,
      `gone.${ID}-a1.target`,
    ])
    const decided = decide(withGone(targetGone), { do: 'accept', values: [`${ID}-a1.target`] }, words)
    expect(goneIn(decided)).toEqual([])
    expect(decided.gone).toEqual([targetGone])
  })

  test('stays in the list when it is kept, and is told as rejected when it is not', () => {
    const value = `gone.${ID}-p7`
    const kept = decide(withGone(promiseGone), { do: 'accept', values: [value] }, words)
    expect(kept).toMatchObject({ gone: [promiseGone], review: [{ value, state: 'accepted' }] })
    const rejected = decide(kept, { do: 'reject', value }, words)
    expect(rejected.gone).toBeNull()
    expect(rejected.review).toEqual([{ value, state: 'rejected', words: 'cykla med barnen' }])
    expect(() => decide(kept, { do: 'correct', value, answers: {} }, words)).toThrow('but not corrected')
    expect(parse(writeRecord(rejected, yaml))).not.toHaveProperty('gone')
  })

  test('keeps its number, also when it was rejected', () => {
    const add = (record: Unfinished) =>
      decide(
        record,
        {
          do: 'add',
          kind: 'promise',
          item: null,
          answers: { words: 'Storgatan', topics: ['traffic-safety'] },
        },
        words,
      ).promises.map(({ id }) => id)
    expect(add(withGone(promiseGone))).toContain(`${ID}-p8`)
    const rejected = decide(withGone(promiseGone), { do: 'reject', value: `gone.${ID}-p7` }, words)
    expect(add(rejected)).toContain(`${ID}-p8`)
  })

  test('follows the id of the agreement, with its links and what was decided about it', () => {
    const activity: GoneValue = {
      value: `${ID}-a9`,
      state: 'added',
      words: 'x',
      was: { promises: [{ id: `${ID}-p7`, basis: 'stated' }] },
    }
    const record = {
      ...decide(withGone(promiseGone, activity), { do: 'accept', values: [`gone.${ID}-p7`] }, words),
      reviewedBefore: { by: 'Åsa Öberg', on: '2026-11-21' },
    }
    const moved = withId(record, '0643-2019-b')
    expect(moved.gone?.map(({ value }) => value)).toEqual(['0643-2019-b-p7', '0643-2019-b-a9'])
    expect(moved.gone?.[1]?.was).toEqual({ promises: [{ id: '0643-2019-b-p7', basis: 'stated' }] })
    expect(moved.review).toMatchObject([{ value: 'gone.0643-2019-b-p7' }])
    expect(moved.reviewedBefore).toEqual({ by: 'Åsa Öberg', on: '2026-11-21' })
    expect(withId(moved, ID)).toEqual(record)
    // A number that was published once and is withdrawn is given to nothing else.
    const { activities, issues } = withId(draft, '0643-2018', ['0643-2018-a2', '0643-2018-a7'])
    expect(activities.map(({ id }) => id)).toEqual(['0643-2018-a1', '0643-2018-a8', '0643-2018-a3'])
    expect(issues.filter(({ record }) => record === '0643-2018-a2')).toEqual([])
    expect(withId(draft, ID, [`${ID}-a2`]).activities).toEqual(draft.activities)
  })

  test('follows a promise or activity that is turned into the other', () => {
    const turned = decide(withGone(targetGone), { do: 'turn', value: `${ID}-a1.text` }, words)
    expect(turned.gone).toMatchObject([{ value: `${ID}-p2.target` }])
  })
})

describe('a folder of drafts', () => {
  let folder: Awaited<ReturnType<typeof draftFolder>>
  let home: string
  beforeEach(async () => {
    folder = await draftFolder()
    home = join(folder.drafts, ID)
  })
  afterEach(() => folder.remove())
  const unfinished = () => readdirSync(home).filter((name) => name.endsWith('.unfinished'))

  test('shows what is gone with its values, words and state, in both languages', async () => {
    const page = pageOf(folder)
    writeFileSync(
      join(home, 'agreement.yaml'),
      writeRecord(withGone(promiseGone, targetGone), yaml).replace(
        /sha256: .*/,
        `sha256: ${parse(folder.read('draft.yaml')).document.sha256}`,
      ),
    )
    const { record: sv } = await page.state()
    expect(sv).toContain('Inte längre i texten')
    expect(sv).toMatch(
      /Löfte<\/p>[\s\S]*?Ämnen: Trafiksäkerhet[\s\S]*?cykla med barnen[\s\S]*?Var rättat, som 0643-2019-p7/,
    )
    const { record: en } = await page.state('/en')
    expect(en).toMatch(
      /Target<\/p>[\s\S]*?at least 10 kontroller[\s\S]*?Was accepted, as 0643-2019-a1\.target/,
    )
    const form = await page.ask(`/en/drafts/${ID}/form?value=gone.${ID}-p7`)
    expect([form.status, (await form.json()).message]).toEqual([
      404,
      expect.stringContaining('not corrected'),
    ])
  })

  test('gives no number anew that the program gave to what is gone', async () => {
    const file = join(folder.root, 'lofte.txt')
    writeFileSync(file, TEXT.replace('- Kommunen ska sätta upp farthinder på Storgatan.\n', ''))
    await runIngest([file], { out: folder.drafts, data: folder.data })
    expect(parse(folder.read('draft.yaml')).activities).toHaveLength(2)
    const page = pageOf(folder)
    const answers = {
      words: 'Räddningstjänsten ska också vara med.',
      commitment: 'action',
      topics: ['traffic-safety'],
    }
    await page.decide({ do: 'add', kind: 'activity', item: null, answers })
    expect(parse(folder.read('agreement.yaml')).activities.at(-1).id).toBe(`${ID}-a4`)
  })

  test('that was read anew since a decision is not written into', async () => {
    const read = await readDraft(folder.drafts, ID)
    if (!read) throw new Error('no draft')
    await putTogether(
      home,
      { 'source.txt': `${TEXT}\n`, 'agreement.yaml': folder.read('draft.yaml') },
      async () => true,
    )
    expect(await writeAgreement(read, 'id: x\n')).toBe(false)
    expect(await writeAgreement(read, null)).toBe(false)
    expect(folder.read('agreement.yaml')).toBe(folder.read('draft.yaml'))
    expect(unfinished()).toEqual([])
    renameSync(home, join(folder.drafts, `.${ID}.before`))
    expect(await writeAgreement(read, 'id: x\n')).toBe(false)
    expect(existsSync(home)).toBe(false)
  })

  test('tells that a document was read anew meanwhile, and shows the record as it is now', async () => {
    const page = pageOf(folder)
    const { revision } = await page.state()
    const file = join(folder.root, 'lofte.txt')
    writeFileSync(file, TEXT.replace('femton', 'tjugo'))
    await runIngest([file], { out: folder.drafts, data: folder.data })
    const told = await page.post('decisions', { revision, decisions: [{ do: 'reject', value: 'title' }] })
    expect(told.status).toBe(409)
    expect((await told.json()).state.document).toContain('minst tjugo')
    expect(existsSync(join(home, 'agreement.yaml'))).toBe(false)
  })

  test('that is away for a moment is waited for', async () => {
    renameSync(home, join(folder.drafts, `.${ID}.before`))
    const reading = readDraft(folder.drafts, ID)
    setTimeout(() => renameSync(join(folder.drafts, `.${ID}.before`), home), 60)
    expect(await reading).toMatchObject({ name: ID })
  })

  test('that a stopped program left under another name is brought back when the review begins', async () => {
    renameSync(home, join(folder.drafts, `.${ID}.before`))
    const program = await reviewProgram(folder.drafts, folder.data)
    try {
      expect(await (await fetch(program.url)).text()).toContain(`/drafts/${ID}"`)
      expect(readdirSync(folder.drafts).sort()).toEqual([ID, 'archive'])
    } finally {
      await program.end('SIGKILL')
    }
  })
})
