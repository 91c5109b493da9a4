import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readData } from '../src/records/read-data.ts'
import { databases } from './support/databases.ts'
import { type Asked, askable } from './support/graphql.ts'

// A document that only lists activities makes a promise of each item, with its own actors and target.

const PROMISE = / {4}topics: \[traffic-safety\]\n {4}actors:\n.*\n.*\n {2}- id: 0685-2020-p2/
// The words stand in the source, although they say something else there: the record is made up.
const OWN = `    topics: [traffic-safety]
    actors: [{ id: police, basis: stated, quote: { words: "Polisen", at: [614, 621] } }]
    target:
      operator: at_least
      value: 15
      unit: trafikkontroller
      per: year
      quote: { words: "minst femton trafikkontroller", at: [782, 811] }
    deadline: { on: 2021-12-31, quote: { words: "2020-2021", at: [58, 67] } }
    targetGroup: { words: "unga", at: [483, 487] }
  - id: 0685-2020-p2`

/** The bundled records, one of them with such a promise. */
function recordsWith(own: string) {
  const root = mkdtempSync(join(tmpdir(), 'medborgarloften-data-'))
  try {
    cpSync('data', root, { recursive: true })
    const file = join(root, 'agreements/0685-2020/agreement.yaml')
    const before = readFileSync(file, 'utf8')
    expect(before).toMatch(PROMISE)
    writeFileSync(file, before.replace(PROMISE, own))
    return readData(root)
  } finally {
    rmSync(root, { recursive: true })
  }
}

describe.each(databases)('a promise with an actor and a target of its own, on $name', (testDatabase) => {
  let asked: Asked
  beforeAll(async () => {
    asked = await askable(testDatabase, recordsWith(OWN))
  })
  afterAll(() => asked.close())

  test('tells them, each with its words in the document', async () => {
    const { node: promise } = await asked.dataOf(`{ node(id: "Promise:0685-2020-p1") { ... on Promise {
      target { operator value unit per } deadlineOn targetGroup
      actors { position basis text actor { key labelEn } promise { key } }
      quotes { columnName startOffset endOffset words }
    } } }`)
    expect(promise).toMatchObject({
      target: { operator: 'AT_LEAST', value: 15, unit: 'trafikkontroller', per: 'YEAR' },
      deadlineOn: '2021-12-31',
      targetGroup: 'unga',
      actors: [
        {
          position: 1,
          basis: 'STATED',
          text: 'Polisen',
          actor: { key: 'police', labelEn: 'Police' },
          promise: { key: '0685-2020-p1' },
        },
      ],
    })
    expect(
      promise.quotes.map(({ columnName, words }: { [name: string]: string }) => [columnName, words]),
    ).toEqual([
      ['actor_id', 'Polisen'],
      ['deadline_on', '2020-2021'],
      ['heading', 'Medborgarlöfte i Vetlanda kommun 2020-2021'],
      ['target_group', 'unga'],
      ['target_value', 'minst femton trafikkontroller'],
      ['text', 'Att öka trafiksäkerheten genom att motverka felaktiga trafikbeteenden.'],
    ])
  })

  test('is found from its actor itself, and no other has a target of its own', async () => {
    const data = await asked.dataOf(`{
      actors(first: 100) { nodes { key promises(first: 9, itself: true, filter: { agreement: { municipality: "0685", extent: TRANSCRIBED } }) { totalCount nodes { key actors { text } } } } }
      promises(first: 100, filter: { agreement: { municipality: "0684", extent: TRANSCRIBED } }) { nodes { target { value } deadlineOn targetGroup actors { text } } }
    }`)
    const both = [{ text: 'Polisen' }, { text: 'kommunen' }]
    const keeping = data.actors.nodes.filter(
      ({ promises }: { promises: { totalCount: number } }) => promises.totalCount > 0,
    )
    expect(keeping).toEqual([
      {
        key: 'municipality',
        promises: { totalCount: 1, nodes: [{ key: '0685-2020-p2', actors: both }] },
      },
      {
        key: 'police',
        promises: {
          totalCount: 2,
          nodes: [
            { key: '0685-2020-p1', actors: [{ text: 'Polisen' }] },
            { key: '0685-2020-p2', actors: both },
          ],
        },
      },
    ])
    const others = { target: null, deadlineOn: null, actors: both }
    expect(data.promises.nodes).toEqual([
      { ...others, targetGroup: null },
      { ...others, targetGroup: 'unga i åldern 21 år och yngre' },
    ])
  })

  test('takes one statement a field, for however many promises', async () => {
    await asked.dataOf(
      '{ promises(first: 50) { nodes { target { value } actors { text actor { key } } topics { key } } } }',
    )
    expect(asked.statements()).toHaveLength(4)
  })
})
