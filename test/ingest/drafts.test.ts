import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { lookupsOf } from '../../src/commands/reading.ts'
import type { DraftRecord } from '../../src/ingest/draft.ts'
import { draftAgreement } from '../../src/ingest/draft-agreement.ts'
import { evaluate, FIELDS } from '../../src/ingest/evaluate.ts'
import { agreementSchema } from '../../src/records/agreement-schema.ts'
import { madeUpDocuments } from '../support/made-up-documents.ts'

const lookups = lookupsOf('data')

const draftOf = (text: string, url: string | null = null): DraftRecord =>
  draftAgreement({ text, title: null, url }, lookups).record

describe('of the bundled documents', () => {
  const folders = readdirSync('data/agreements').filter((name) =>
    statSync(join('data/agreements', name)).isDirectory(),
  )
  const { scores, misses } = evaluate(
    folders.map((document) => {
      const read = (file: string) => readFileSync(join('data/agreements', document, file), 'utf8')
      const expected = agreementSchema.parse(parse(read('agreement.yaml')))
      return { document, draft: draftOf(read('source.txt')), expected }
    }),
  )

  test.each(['municipality', 'police area', 'period', 'signing date', 'signatories', 'targets'] as const)(
    'every %s is read, and no other',
    (field) => {
      expect(misses.filter((miss) => miss.field === field)).toEqual([])
    },
  )

  test.each(['promises', 'activities', 'actors', 'topics'] as const)(
    'the F1 of %s is 0.95 or more',
    (field) => {
      expect(scores[field].f1, JSON.stringify(misses)).toBeGreaterThanOrEqual(0.95)
    },
  )
})

describe('of made-up documents', () => {
  test.each(madeUpDocuments('documents'))(
    '$name: everything is read as expected',
    ({ name, text, url, expected, followUps }) => {
      const draft = draftOf(text, url)
      expect(evaluate([{ document: name, draft, expected }]).misses).toEqual([])
      if (followUps !== null) expect(draft.followUps).toHaveLength(followUps)
    },
  )
})

test('every field is scored', () => {
  const { scores } = evaluate([])
  expect(Object.keys(scores)).toEqual([...FIELDS])
})
