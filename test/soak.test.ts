import { expect, test } from 'vitest'
import { soak } from '../scripts/soak/soak.ts'

// The short form of `npm run drill -- memory`: with so little room for what is remembered, it is full after the first questions.
test('a server that is asked ever other questions, good and bad, holds no more and more memory', {
  timeout: 180_000,
}, async () => {
  const { first, end, answers } = await soak({
    questions: 1_200,
    first: 500,
    heapMegabytes: 192,
    cacheMegabytes: 2,
    seed: 1,
  })
  expect(end.all / first.all).toBeLessThan(1.2)
  expect(end.heap / first.heap).toBeLessThan(1.2)
  expect(answers.get(2)).toBe(600)
  expect(answers.get(4)).toBe(600)
})
