import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { evaluate as command } from '../../src/commands/evaluate.ts'
import { lookupsOf } from '../../src/commands/reading.ts'
import { readConfig } from '../../src/config.ts'
import { draftAgreement } from '../../src/ingest/draft-agreement.ts'
import { evaluate } from '../../src/ingest/evaluate.ts'
import type { ExpectedRecord } from '../../src/ingest/expected-record.ts'
import { createLog } from '../../src/log/log.ts'

const TEXT =
  'Medborgarlöfte Habo kommun 2019\n\nPolisen lovar att:\n- vara synlig i centrum\n- minska skadegörelsen på skolor\n'
const draft = draftAgreement({ text: TEXT, title: null, url: null }, lookupsOf('data')).record

const at = (words: string): ExpectedRecord['promises'][number] => {
  const start = TEXT.indexOf(words)
  return { text: { words, at: [start, start + words.length] }, topics: [] }
}
const compare = (changes: Partial<ExpectedRecord>) =>
  evaluate([{ document: 'd', draft, expected: { ...draft, ...changes } }])

describe('a draft', () => {
  test('is all right beside itself', () => {
    const { scores, misses } = compare({})
    expect(misses).toEqual([])
    expect(scores.promises).toMatchObject({ right: 2, f1: 1 })
  })

  test('is missing what it lacks, and has extra what the record lacks', () => {
    const { misses, scores } = compare({ municipalities: [{ code: '0685' }] })
    expect(misses).toEqual([
      { document: 'd', field: 'municipality', kind: 'missing', value: '0685' },
      { document: 'd', field: 'municipality', kind: 'extra', value: '0643' },
    ])
    expect(scores.municipality).toMatchObject({ precision: 0, recall: 0, f1: 0 })
  })

  test('matches a promise of which it has more than half of the characters, and no other', () => {
    expect(
      compare({ promises: [at('vara synlig i'), at('minska skadegörelsen på skolor')] }).scores.promises
        .right,
    ).toBe(2)
    expect(
      compare({ promises: [at('vara'), at('minska skadegörelsen på skolor')] }).scores.promises,
    ).toMatchObject({
      right: 1,
      missing: 1,
      extra: 1,
    })
  })

  test('that reads a promise as an activity has its topics right all the same', () => {
    const { scores } = compare({ promises: [], activities: draft.promises })
    expect(scores.promises).toMatchObject({ right: 0, extra: 2 })
    expect(scores.activities).toMatchObject({ right: 0, missing: 2 })
    expect(scores.topics).toMatchObject({ right: 2, missing: 0, extra: 0 })
  })

  test('is not held to actors of which the record says nothing', () => {
    const promises = draft.promises.map(({ text, topics }) => ({ text, topics }))
    expect(compare({ promises }).scores.actors).toMatchObject({ right: 0, missing: 0, extra: 0 })
  })
})

test('promises and activities of either kind, and the facts, are counted together', () => {
  const { sums } = compare({ promises: [], activities: draft.promises, municipalities: [] })
  expect(sums['either kind']).toMatchObject({ right: 2, missing: 0, extra: 0 })
  expect(sums.facts).toMatchObject({ right: 1, missing: 0, extra: 1 })
})

describe('relations, findings and follow-ups', () => {
  const finding = { kind: 'finding', text: { words: 'Polisen', at: [35, 42] } } as const

  test('are found where their words stand, and not scored where the record leaves them out', () => {
    const expected: ExpectedRecord = { ...draft, findings: [finding] }
    const { relations: _, followUps: __, ...without } = expected
    const { scores } = evaluate([{ document: 'd', draft, expected: without }])
    expect(scores.findings).toMatchObject({ right: 0, missing: 1, extra: 0 })
    expect(scores['follow-ups']).toMatchObject({ right: 0, missing: 0, extra: 0 })
  })

  test('of another relation are not the same', () => {
    const relation = { relation: 'renews', text: finding.text } as const
    const read = {
      ...draft,
      relations: [
        {
          ...relation,
          relation: 'follows' as const,
          id: 'r',
          kind: 'citizen_promise' as const,
          agreement: null,
          years: null,
        },
      ],
    }
    const { misses } = evaluate([
      { document: 'd', draft: read, expected: { ...draft, relations: [relation] } },
    ])
    expect(misses.map(({ kind, value }) => [kind, value])).toEqual([
      ['missing', 'renews Polisen'],
      ['extra', 'follows Polisen'],
    ])
  })
})

describe('the actors of a promise', () => {
  test('are scored as those of its activities are', () => {
    const [first, ...rest] = draft.promises
    const silent = rest.map((each) => ({ ...each, actors: [] }))
    const expected: ExpectedRecord = { ...draft, promises: silent, activities: first ? [first] : [] }
    const { scores } = evaluate([{ document: 'd', draft, expected }])
    expect(scores.actors).toMatchObject({ right: 1, missing: 0, extra: 1 })
  })
})

test('a finding of another kind is not the same', () => {
  const text = { words: 'Polisen', at: [35, 42] } as const
  const read = { id: 'f', agreement: null, text, basis: [], basisText: null }
  const { misses } = evaluate([
    {
      document: 'd',
      draft: { ...draft, findings: [{ ...read, kind: 'method' }] },
      expected: { ...draft, findings: [{ kind: 'finding', text }] },
    },
  ])
  expect(misses.map(({ kind, value }) => [kind, value])).toEqual([
    ['missing', 'finding Polisen'],
    ['extra', 'method Polisen'],
  ])
})

test('what a target counts is not scored: no draft says it', () => {
  const target = { operator: 'at_least', value: 2, valueTo: null, what: 'traffic_checks', unit: 'kontroller' }
  const [first] = draft.promises
  const compared = (what: 'traffic_checks' | null) => [{ ...first, target: { ...target, what } }]
  const { scores } = evaluate([
    {
      document: 'd',
      draft: { ...draft, promises: compared(null) as unknown as typeof draft.promises },
      expected: { ...draft, promises: compared('traffic_checks') as unknown as ExpectedRecord['promises'] },
    },
  ])
  expect(scores.targets).toMatchObject({ right: 1, missing: 0, extra: 0 })
})

describe('npm run evaluate', () => {
  const run = async (positionals: string[], options: { by?: string } = {}) => {
    const told: [line: string, json: object][] = []
    const config = readConfig()
    await command.run({
      config,
      log: createLog(config.logLevel),
      positionals,
      options,
      flags: new Set(),
      progress: () => {},
      result: (line, json) => told.push([line ?? '', json]),
    })
    return told[0]
  }

  test('prints a line a field, and gives the same as JSON', async () => {
    const [line, json] = (await run([])) ?? []
    expect(line).toMatch(/^5 documents\s+precision/)
    expect(line).toMatch(/^targets\s+1\.000\s+1\.000\s+1\.000\s+7\s+0\s+0$/m)
    expect(line).toMatch(/^actors\s+1\.000\s+1\.000\s+1\.000\s+55\s+0\s+0$/m)
    expect(line).toMatch(/^target groups\s+1\.000\s+1\.000\s+1\.000\s+16\s+0\s+0$/m)
    expect(json).toMatchObject({ scores: { targets: { right: 7 }, topics: { missing: 0, extra: 0 } } })
  })

  test('prints how many values are right of those that the draft is so sure of', async () => {
    const [line, json] = (await run([])) ?? []
    expect(line).toMatch(/^how sure +at least +values +right +share$/m)
    expect(line).toMatch(/^promises +0\.90 +\d+ +\d+ +\d\.\d{3}$/m)
    expect(json).toMatchObject({
      calibration: expect.arrayContaining([expect.objectContaining({ band: 0.9 })]),
    })
  })

  test('reads annotated documents, several folders at once, and prints a line for each document', async () => {
    const [line, json] = (await run(['data/agreements', 'test/ingest/documents'], { by: 'document' })) ?? []
    const annotated = globSync('test/ingest/documents/*.yaml').length
    expect(line).toMatch(new RegExp(`^${annotated + 5} documents`))
    expect(line).toMatch(/^ +\d+ -0 \+0 +\d+ -0 \+0 .* 26-plain-list-no-lead-in$/m)
    expect(json).toMatchObject({ documents: expect.any(Array), sums: { 'either kind': { missing: 0 } } })
  })

  test('says what to write instead of an option or a file that is not valid', async () => {
    await expect(run([], { by: 'field' })).rejects.toThrow('--by "field" is not valid; write --by document')
    const folder = mkdtempSync(join(tmpdir(), 'medborgarloften-evaluate-'))
    try {
      writeFileSync(join(folder, 'a.yaml'), 'text: Medborgarlöfte\n')
      await expect(run([folder])).rejects.toThrow(/is not an annotated document: .*; write text and expected/)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('says what is wrong with a folder that holds no records', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'medborgarloften-evaluate-'))
    try {
      await expect(run([folder])).rejects.toThrow('contains no reviewed records; give a folder that')
      await expect(run([join(folder, 'none')])).rejects.toThrow('cannot be read')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
