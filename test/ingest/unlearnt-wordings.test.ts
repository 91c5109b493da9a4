import { expect, test } from 'vitest'
import { lookupTablesOf } from '../../src/commands/reading.ts'
import { withoutOwnWordings } from '../../src/ingest/unlearnt-wordings.ts'

const tables = {
  ...lookupTablesOf('data'),
  leadIns: [
    { wording: 'genom att', says: 'activity' },
    { wording: 'lovar', says: 'promise' },
    { wording: 'tänker', says: 'promise' },
  ],
  wordLists: [
    { list: 'promise_verbs', wording: 'lovar' },
    { list: 'speech_verbs', wording: 'säger' },
    { list: 'speech_verbs', wording: 'menar' },
  ],
} as const

const wordingsFor = (texts: readonly string[]) =>
  withoutOwnWordings(tables, texts).map(({ leadIns, wordLists }) => [
    leadIns.map(({ wording }) => wording),
    wordLists.map(({ wording }) => wording),
  ])

test('a document is read without the wordings that it alone has', () => {
  const [first, second] = wordingsFor([
    'Vi lovar detta genom att vaka, säger polisen.',
    'Vi tänker vaka genom att gå.',
  ])
  expect(first).toEqual([
    ['genom att', 'tänker'],
    ['menar', 'lovar'],
  ])
  expect(second).toEqual([
    ['genom att', 'lovar'],
    ['lovar', 'säger', 'menar'],
  ])
})
