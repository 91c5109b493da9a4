import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parse } from 'yaml'
import { load } from '../../src/database/load.ts'
import { readData } from '../../src/records/read-data.ts'
import { onPglite } from '../support/databases.ts'
import { askable } from '../support/graphql.ts'
import { runIngest } from '../support/run-ingest.ts'
import { draftFolder } from './support/drafts.ts'
import { pageOf } from './support/page.ts'
import { LISTED as TEXT } from './support/record.ts'

const CHANGED = TEXT.replace('femton', 'tjugo')
  .replace('- finnas på plats vid stationen\n', '')
  .replace('- öka', '- cykla med barnen varje vår\n- öka')

const ID = '0643-2019'
let folder: Awaited<ReturnType<typeof draftFolder>>
beforeEach(async () => {
  folder = await draftFolder(TEXT)
})
afterEach(() => folder.remove())

const agreement = () => parse(folder.read('agreement.yaml'))
const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id.replace(`${ID}-`, ''))
const readAnew = async (text: string) => {
  const file = join(folder.root, 'lofte.txt')
  writeFileSync(file, text)
  expect((await runIngest([file], { out: folder.drafts, data: folder.data })).error).toBeNull()
}

test('a document becomes a draft, is reviewed, changes, is reviewed anew, and is served as reviewed', async () => {
  const page = pageOf(folder)
  await page.decide(
    { do: 'accept', values: ['title', 'kind', 'municipalities.0643', 'period', 'signing', 'document'] },
    { do: 'accept', values: [`${ID}-p1.text`, `${ID}-p1.target`, `${ID}-p1.actors.police`] },
    { do: 'accept', values: [`${ID}-p2.text`, `${ID}-p3.text`, `${ID}-p3.actors.police`] },
    { do: 'correct', value: `${ID}-p2.topics`, answers: { topics: ['police-presence'] } },
    { do: 'correct', value: `${ID}-p3.topics`, answers: { topics: ['public-space-safety'] } },
    {
      do: 'add',
      kind: 'promise',
      item: null,
      answers: { words: 'Räddningstjänsten ska också vara med.', topics: ['police-presence'] },
    },
  )
  expect(idsOf(agreement().promises)).toEqual(['p1', 'p2', 'p3', 'p4'])

  await readAnew(CHANGED)
  // What is new has a number that nothing had, and what is the same its own.
  expect(idsOf(agreement().promises)).toEqual(['p1', 'p5', 'p3', 'p4'])
  expect(agreement().promises[3]).toMatchObject({ topics: ['police-presence'] })
  expect(agreement().review).toContainEqual(
    expect.objectContaining({ value: `${ID}-p3.topics`, state: 'corrected' }),
  )
  const { record } = await page.state()
  expect(record).toContain('finnas på plats vid stationen')
  expect(record).toContain('minst 15 trafikkontroller per år')
  const waiting = await page.undecided()
  expect(waiting).toEqual(expect.arrayContaining([`gone.${ID}-p2`, `${ID}-p1.text`, `${ID}-p5.text`]))
  for (const kept of ['document', 'title', `${ID}-p3.text`]) expect(waiting).not.toContain(kept)

  // Until somebody has reviewed it, it is not a record, but a draft can be loaded on request.
  expect((await page.finish()).state).toBe('hindered')
  const draft = readData(folder.data, { drafts: folder.drafts })
  const asked = await askable(onPglite, draft)
  const served = async () =>
    (
      await asked.dataOf(`{ node(id: "Agreement:${ID}") { ... on Agreement {
      reviewState reviewedBy reviewedOn
      promises(first: 9) { nodes {
        key text target { operator value unit per } actors { actor { key } } topics { key }
      } }
    } } }`)
    ).node
  try {
    expect(await served()).toMatchObject({ reviewState: 'DRAFT', reviewedBy: null })
    await page.decide(
      { do: 'reject', value: `gone.${ID}-p2` },
      { do: 'correct', value: `${ID}-p5.topics`, answers: { topics: ['police-presence'] } },
    )
    await page.decide({ do: 'accept', values: await page.undecided() })
    expect(await page.finish()).toMatchObject({ state: 'finished', id: ID })

    await load(asked.database.db, readData(folder.data))
    const node = await served()
    expect(node).toMatchObject({
      reviewState: 'REVIEWED',
      reviewedBy: 'Eva Exempel',
      reviewedOn: '2026-12-01',
    })
    expect(node.promises.nodes).toMatchObject([
      {
        key: `${ID}-p1`,
        text: 'genomföra minst tjugo trafikkontroller per år',
        target: { operator: 'AT_LEAST', value: 20, unit: 'trafikkontroller', per: 'YEAR' },
        actors: [{ actor: { key: 'police' } }],
      },
      { key: `${ID}-p5`, text: 'cykla med barnen varje vår' },
      { key: `${ID}-p3`, topics: [{ key: 'public-space-safety' }] },
      { key: `${ID}-p4`, text: 'Räddningstjänsten ska också vara med.' },
    ])
  } finally {
    await asked.close()
  }
  expect(page.faults).toEqual([])
})

test('a finished record whose document changes tells who had reviewed it, and what is gone from it', async () => {
  const page = pageOf(folder)
  await page.decide(
    { do: 'correct', value: `${ID}-p2.topics`, answers: { topics: ['police-presence'] } },
    { do: 'correct', value: `${ID}-p3.topics`, answers: { topics: ['police-presence'] } },
  )
  await page.decide({ do: 'accept', values: await page.undecided() })
  expect((await page.finish()).state).toBe('finished')
  const yaml = readFileSync(join(folder.data, 'agreements', ID, 'agreement.yaml'), 'utf8')

  await readAnew(CHANGED)
  expect((await page.state()).record).toContain('Granskades av Eva Exempel den 2026-12-01.')
  const { record } = await page.state('/en')
  expect(record).toContain('Reviewed by Eva Exempel on 2026-12-01.')
  expect(record).toContain('No longer in the text')
  expect(record).toContain('Was accepted, as 0643-2019-p2')
  // Accepted values are not asked about again.
  const kept = `gone.${ID}-p2`
  await page.decide({ do: 'accept', values: [kept] })
  await readAnew(`${CHANGED}\nVälkommen till kommunen.\n`)
  expect(await page.undecided()).not.toContain(kept)
  expect(agreement().review).toContainEqual(expect.objectContaining({ value: kept, state: 'accepted' }))
  // A record under review is none yet: the one that was finished stays among the data until this one is.
  expect(readFileSync(join(folder.data, 'agreements', ID, 'agreement.yaml'), 'utf8')).toBe(yaml)

  const [added] = (await page.undecided()).filter((value) => /-p\d+\.topics$/.test(value))
  await page.decide({ do: 'correct', value: added, answers: { topics: ['police-presence'] } })
  await page.decide({ do: 'accept', values: await page.undecided() })
  expect((await page.finish()).state).toBe('finished')
  expect(agreement()).toMatchObject({ reviewed: { by: 'Eva Exempel' }, gone: expect.anything() })
  expect(agreement()).not.toHaveProperty('reviewedBefore')
  expect(() => readData(folder.data)).not.toThrow()
})
