import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { soak } from '../scripts/soak/soak.ts'
import { fillDataDir } from './support/database-templates.ts'

// The short form of `npm run drill -- memory`: with so little room for what is remembered, it is full after the first questions.
test('a server that is asked ever other questions, good and bad, holds no more and more memory', {
  timeout: 180_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'medborgarloften-soak-'))
  const dataDir = join(folder, 'data')
  await fillDataDir(dataDir, 'sample')
  const { first, end, answers } = await soak({
    questions: 1_200,
    first: 500,
    heapMegabytes: 192,
    cacheMegabytes: 2,
    seed: 1,
    dataDir,
  })
  rmSync(folder, { recursive: true })
  expect(end.all / first.all).toBeLessThan(1.2)
  expect(end.heap / first.heap).toBeLessThan(1.2)
  expect(answers.get(2)).toBe(600)
  expect(answers.get(4)).toBe(600)
})
