import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { breakingChanges, deprecations, wrongDeprecations } from '../scripts/schema-changes.ts'
import { printedSchema } from '../src/graphql/schema.ts'
import { bundledData } from './support/databases.ts'

const RELEASED = readFileSync('schema.released.graphql', 'utf8')
const CHANGELOG = readFileSync('CHANGELOG.md', 'utf8')

describe('the schema', () => {
  test('breaks nothing that was released, but by what was to go by now', () => {
    expect(breakingChanges(RELEASED, printedSchema(), bundledData().date)).toEqual([])
  })

  test('says of all that is to go until when it stays', () => {
    expect(wrongDeprecations(RELEASED, printedSchema(), CHANGELOG, bundledData().date)).toEqual([])
  })
})

const WORLD = `
  type Query { promises(filter: Filter, topic: String, from: Int): [Promise!]!  oldest: Old }
  type Promise { text: String!  heading: String  extent: Extent }
  type Old { name: String }
  enum Extent { WHOLE PART }
  input Filter { place: String }
`
const DAY = '2027-06-01'

/** The world with a change; that it is one is part of the test. */
function changed(part: string, other: string, schema = WORLD): string {
  expect(schema).toContain(part)
  return schema.replace(part, other)
}

describe('a change of a schema', () => {
  test.each([
    ['a field that is gone', 'heading: String', '', 'Field Promise.heading was removed.'],
    ['another type', 'heading: String', 'heading: Int', /Promise\.heading changed type from String to Int/],
    ['a value that may be null now', 'text: String!', 'text: String', /Promise\.text changed type/],
    ['a value of an enum that is gone', 'PART', '', 'Enum value Extent.PART was removed.'],
    ['an argument that is gone', ', from: Int', '', /Argument Query\.promises\(from:\) was removed/],
    ['a new argument that must be there', 'from: Int', 'from: Int, to: Int!', /required argument .*\(to:\)/],
    [
      'an argument that must be there now',
      'topic: String,',
      'topic: String!,',
      /\(topic:\) has changed type/,
    ],
    [
      'a new input that must be there',
      'Filter { place',
      'Filter { x: Int!  place',
      'A required field Filter.x was added.',
    ],
    ['a type that is gone', 'type Old', 'type New', /Old/],
  ])('breaks by %s', (_what, part, other, description) => {
    const current = changed(part, other).replace(
      'oldest: Old',
      part === 'type Old' ? 'oldest: New' : 'oldest: Old',
    )
    const found = breakingChanges(WORLD, current, DAY)
    expect(found.length).toBeGreaterThan(0)
    expect(found.join('\n')).toMatch(description)
  })

  test.each([
    ['a new field', 'text: String!', 'text: String!  number: Int'],
    ['a new argument that may be left out', 'from: Int', 'from: Int, to: Int, most: Int! = 10'],
    ['a new value of an enum', 'PART', 'PART NONE'],
    ['a value that is never null now', 'heading: String', 'heading: String!'],
    ['a new type', 'type Old', 'type New { name: String }  type Old'],
    ['a deprecation', 'heading: String', 'heading: String @deprecated(reason: "Use text.")'],
  ])('breaks nothing by %s', (_what, part, other) => {
    expect(breakingChanges(WORLD, changed(part, other), DAY)).toEqual([])
  })

  const until = (day: string) => `@deprecated(reason: "Use text. Removed no earlier than ${day}.")`

  test.each([
    ['a field', 'heading: String', 'heading: String'],
    ['an argument', ', from: Int', ', from: Int'],
    ['a value of an enum', 'PART', 'PART'],
    ['an input', 'place: String }', 'place: String'],
  ])('may take away %s on its day, and no day before', (_what, part, element) => {
    const rest = part === 'place: String }' ? ' x: Int }' : ''
    const gone = changed(part, rest)
    const released = (day: string) => changed(part, `${element} ${until(day)}${rest}`)
    expect(breakingChanges(released('2027-06-01'), gone, DAY)).toEqual([])
    expect(breakingChanges(released('2027-06-02'), gone, DAY)).not.toEqual([])
  })

  test('may take away a type with the last field that leads to it', () => {
    const released = changed('oldest: Old', `oldest: Old ${until(DAY)}`)
    const gone = changed('type Old { name: String }', '', changed('oldest: Old', ''))
    expect(breakingChanges(released, gone, DAY)).toEqual([])
    expect(breakingChanges(WORLD, gone, DAY)).toHaveLength(2)
  })

  test('that takes away what is deprecated without a day, or only now, breaks', () => {
    const gone = changed('heading: String', '')
    expect(
      breakingChanges(changed('heading: String', 'heading: String @deprecated'), gone, DAY),
    ).toHaveLength(1)
    expect(breakingChanges(WORLD, changed('heading: String', `x: Int ${until(DAY)}`), DAY)).toHaveLength(1)
  })
})

describe('what is to go', () => {
  const withReason = (reason: string) =>
    changed('heading: String', `heading: String @deprecated(reason: "${reason}")`)
  const named = 'Use text instead of `Promise.heading`.'

  test('is known by where it stands', () => {
    const all = changed(
      'from: Int',
      'from: Int @deprecated',
      changed('PART', 'PART @deprecated', withReason('Why.')),
    )
    expect(deprecations(all)).toEqual([
      { coordinate: 'Query.promises(from)', reason: '', until: null },
      { coordinate: 'Promise.heading', reason: 'Why.', until: null },
      { coordinate: 'Extent.PART', reason: '', until: null },
    ])
  })

  test('stays for six months from the release that says so', () => {
    const wrong = (day: string, released = WORLD) =>
      wrongDeprecations(released, withReason(`Use text. Removed no earlier than ${day}.`), named, DAY)
    expect(wrong('2027-12-01')).toEqual([])
    expect(wrong('2027-11-30')).toEqual(['Promise.heading: it stays until 2027-12-01, not 2027-11-30'])
    const released = withReason('Use text. Removed no earlier than 2027-07-01.')
    expect(wrong('2027-07-01', released)).toEqual([])
    expect(wrong('2027-06-30', released)).toHaveLength(1)
  })

  test.each([
    ['Use text.', named, 'Promise.heading: end its reason with "Removed no earlier than 2027-12-01."'],
    ['Use text. Removed no earlier than June.', named, /end its reason/],
    ['Use text. Removed no earlier than 2027-12-01.', '', 'Promise.heading: name it in CHANGELOG.md'],
  ])('is not told of enough by %j', (reason, changelog, message) => {
    const [wrong, ...others] = wrongDeprecations(WORLD, withReason(reason), changelog, DAY)
    expect(others).toEqual([])
    expect(wrong).toMatch(message)
  })
})
