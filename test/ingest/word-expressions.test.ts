import { expect, test } from 'vitest'
import { everyWithWords, withWords, wordExpressions } from '../../src/ingest/text/word-expressions.ts'

const expression = wordExpressions([
  { list: 'promise_verbs', wording: 'förbinder' },
  { list: 'promise_verbs', wording: 'förbinder sig' },
  { list: 'promise_verbs', wording: 'lova*' },
  { list: 'goal_words', wording: '*trygg*' },
  { list: 'before_other_numbers', wording: 'kl.' },
])

test('a wording stands for whole words, with any spaces between them, and the longest counts', () => {
  const verb = expression(withWords`${'promise_verbs'}`)
  expect(verb.exec('polisen förbinder  sig att')?.[0]).toBe('förbinder  sig')
  expect(verb.test('oförbinder')).toBe(false)
  expect(verb.test('förbinderna')).toBe(false)
})

test('an asterisk says that a word may go on there', () => {
  expect(expression(withWords`^${'promise_verbs'}`).test('lovat')).toBe(true)
  expect(expression(withWords`${'goal_words'}`).test('otryggheten')).toBe(true)
})

test('a full stop of a wording is a full stop', () => {
  const label = expression(withWords`${'before_other_numbers'} ?$`)
  expect([label.test('kl. '), label.test('klo')]).toEqual([true, false])
})

test('everyWithWords finds each match', () => {
  const every = expression(everyWithWords`${'promise_verbs'}`)
  expect([...'vi lovar och förbinder'.matchAll(every)].map(([words]) => words)).toEqual(['lova', 'förbinder'])
})
