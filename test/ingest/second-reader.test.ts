import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSecondReader } from '../../src/commands/second-reader-file.ts'
import { train } from '../../src/commands/train.ts'
import { readConfig } from '../../src/config.ts'
import { createLog } from '../../src/log/log.ts'

const FILE = 'data/lookups/second_reader.json'

test('the second reader of the data is what npm run train learns from the annotated documents', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'medborgarloften-train-'))
  const out = join(folder, 'second_reader.json')
  const told: (string | null)[] = []
  try {
    const config = readConfig()
    await train.run({
      config,
      log: createLog(config.logLevel),
      positionals: ['data/agreements', 'test/ingest/documents', 'test/ingest/printed'],
      options: { out },
      flags: new Set(),
      progress: () => {},
      result: (line) => told.push(line),
    })
    expect(readFileSync(out, 'utf8')).toBe(readFileSync(FILE, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true })
  }
  expect(told[0]).toMatch(
    /^learnt \d+ features from \d+ items of \d+ lists of \d+ documents; of documents not/,
  )
})

test('it reads more than four lists of five right of documents that it has not learnt from', () => {
  const { crossValidated, weights } = readSecondReader(FILE)
  expect(crossValidated.lists).toBeGreaterThan(0.8)
  expect(crossValidated.items).toBeGreaterThan(0.8)
  // No feature is a name: words with a capital are left out, but for the first of a line.
  expect(Object.keys(weights).filter((feature) => /\p{Lu}/u.test(feature))).toEqual([])
})

test('a file that is damaged is told, with what to do', () => {
  expect(() => readSecondReader('data/README.md')).toThrow(
    /data\/README\.md.*: cannot be used: .*; run npm run train/,
  )
})
