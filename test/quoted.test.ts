import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MAX_QUOTED, quoted, shortened } from '../src/common/quoted.ts'
import { readConfig } from '../src/config.ts'
import { agreements } from '../src/datasets/agreements.ts'
import { Origins } from '../src/records/origins.ts'
import { parseTable } from '../src/records/table-file.ts'
import { onPglite } from './support/databases.ts'
import { type Asked, askable } from './support/graphql.ts'

describe('a text in a message', () => {
  test('is shown whole where it is short', () => {
    expect(quoted('0685-2020')).toBe('"0685-2020"')
    expect(quoted('x'.repeat(MAX_QUOTED))).toBe(`"${'x'.repeat(MAX_QUOTED)}"`)
  })

  test('is shown by its beginning and its end where it is long', () => {
    expect(quoted(`begin${'x'.repeat(10_000)}end`)).toBe(`"begin${'x'.repeat(21)}…${'x'.repeat(10)}end"`)
    expect(shortened('x'.repeat(41))).toHaveLength(MAX_QUOTED)
  })

  test('is cut between characters, whatever plane they are of', () => {
    for (let before = 0; before < 4; before++) {
      const shown = shortened('a'.repeat(before) + '😀'.repeat(100))
      expect(shown.isWellFormed(), shown).toBe(true)
      expect(shown.length).toBeLessThanOrEqual(MAX_QUOTED)
    }
  })

  test('is on one line', () => {
    expect(quoted('a\nb\0\u2028"')).toBe('"a\\nb\\u0000\\u{2028}\\""')
  })
})

const LONG = 'y'.repeat(5_000)

describe('a message about something long says what to send', () => {
  let asked: Asked
  beforeAll(async () => {
    asked = await askable(onPglite)
  })
  afterAll(() => asked.close())

  const madeUp = Buffer.from(JSON.stringify(['Query.topics', LONG])).toString('base64url')

  test.each([
    ['a cursor', '{ topics(first: 1, after: "$") { totalCount } }', / send an endCursor or startCursor/],
    ['an id', '{ node(id: "$") { id } }', / send an id such as Agreement:0685-2020$/],
    [
      'a day',
      '{ agreements(first: 1, filter: { activeOn: "$" }) { totalCount } }',
      / send a date such as "2020-01-31"/,
    ],
    ['the name of a field', '{ $ }', / on type "Query"\.$/],
    ['the name of a variable', '{ topics(first: $y$) { totalCount } }', / is not defined\.$/],
    ['a number', '{ topics(first: "$") { totalCount } }', /^Int cannot represent non-integer value: /],
    [
      'a value of an enum',
      '{ agreements(first: 1, filter: { extent: $ }) { totalCount } }',
      / does not exist in "Extent" enum\.$/,
    ],
  ])('%s', async (_what, query, advice) => {
    const { message = '' } = await asked.refusalOf(query.replace(/\$(?!y)/, LONG))
    expect(message).toMatch(advice)
    expect(message.match(/y+/)?.[0].length ?? 0).toBeLessThanOrEqual(MAX_QUOTED)
    expect(message.length).toBeLessThan(250)
  })

  test.each([
    [
      'a day',
      'query ($a: Date!) { agreement(id: "0685-2020") { lifecycle(on: $a) } }',
      / send a date such as "2020-01-31"/,
    ],
    [
      'a number',
      'query ($a: Int!) { topics(first: $a) { totalCount } }',
      /Int cannot represent non-integer value/,
    ],
    [
      'a cursor',
      'query ($a: String) { topics(first: 1, after: $a) { totalCount } }',
      / send an endCursor or startCursor/,
    ],
  ])('%s in a variable', async (_what, query, advice) => {
    for (const a of [LONG, '"'.repeat(5_000), '\\'.repeat(5_000), madeUp]) {
      const { message = '' } = await asked.refusalOf(query, { a })
      expect(message).toMatch(advice)
      expect(message.length).toBeLessThan(250)
    }
  })

  test('a setting', () => {
    expect(() => readConfig({ PORT: LONG })).toThrow(/^PORT "y{26}…y{13}": write a number from 0 to 65535$/)
  })

  test('a cell of a table', () => {
    const { problems } = parseTable(
      'extent.csv',
      `extent\n${LONG}\n`,
      { extent: agreements.columns.extent },
      new Origins(),
    )
    expect(problems.map(({ message }) => message)).toEqual([
      `extent: "${'y'.repeat(26)}…${'y'.repeat(13)}" is not valid; write one of transcribed, catalogued`,
    ])
  })
})
