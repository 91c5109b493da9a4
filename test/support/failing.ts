import { expect, test } from 'vitest'

test('fails', () => {
  expect('this').toBe('that')
})

test('passes', () => {
  expect('this').toBe('this')
})

test.skip('is skipped', () => {})
