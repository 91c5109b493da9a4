import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { lookupsOf } from '../src/commands/reading.ts'
import { activities } from '../src/datasets/activities.ts'
import { activitiesFlat } from '../src/datasets/views/activities-flat.ts'
import { draftAgreement } from '../src/ingest/draft-agreement.ts'
import { evaluate } from '../src/ingest/evaluate.ts'
import type { ExpectedRecord } from '../src/ingest/expected-record.ts'
import { agreementSchema } from '../src/records/agreement-schema.ts'
import { activity, partFields } from '../src/records/commitment-fields.ts'
import { aboutOf, elementOf, isFields, shapeOf } from '../src/records/field.ts'
import { writeRecord } from '../src/review/keeping/record-yaml.ts'
import { decide } from '../src/review/kinds/decide.ts'
import { kinds } from '../src/review/kinds/index.ts'
import { kindOfField } from '../src/review/record/kind-names.ts'
import { madeUpRecord, TEXT } from './review/support/record.ts'

// What follows from the one definition of a record and of a dataset.

/** The names of fields that stand before one that the definition has before them. */
function outOfOrder(field: Parameters<typeof shapeOf>[0], part: unknown, path = ''): string[] {
  const element = elementOf(field)
  if (Array.isArray(part))
    return part.flatMap((each, index) => (element ? outOfOrder(element, each, `${path}#${index}`) : []))
  if (!isFields(part)) return []
  const shape = shapeOf(field)
  const known = Object.keys(shape).filter((name) => name in part)
  const names = Object.keys(part).filter((name) => name in shape)
  return names.flatMap((name, index) => [
    ...(known[index] === name ? [] : [`${path}.${name}`]),
    ...(shape[name] ? outOfOrder(shape[name], part[name], `${path}.${name}`) : []),
  ])
}

/** All fields of a part of a record, at whatever depth, by their path. */
function fieldsWithin(field: Parameters<typeof shapeOf>[0], path: string): [string, typeof field][] {
  const element = elementOf(field)
  if (element) return fieldsWithin(element, `${path}#`)
  return Object.entries(shapeOf(field)).flatMap(([name, each]): [string, typeof field][] => [
    [`${path}.${name}`, each],
    ...fieldsWithin(each, `${path}.${name}`),
  ])
}

describe('what a form says of a field', () => {
  const fields = fieldsWithin(agreementSchema, 'agreement')
  const texts = fields.flatMap(([path, field]) => {
    const { label, hint, dependence } = aboutOf(field)
    return [label, hint, dependence?.message].flatMap((text) => (text ? [[path, text] as const] : []))
  })

  test('is said in both languages', () => {
    expect(fields.length).toBeGreaterThan(100)
    expect(texts.length).toBeGreaterThan(60)
    expect(texts.filter(([, { sv, en }]) => sv.trim() === '' || en.trim() === '')).toEqual([])
  })
})

describe('the order of fields in a file is that of the definition', () => {
  const { record, yaml, words } = madeUpRecord()

  test('of a draft', () => {
    expect(outOfOrder(agreementSchema, parse(yaml))).toEqual([])
  })

  test('of what an editor adds, whatever the order of its form', () => {
    const added = [
      { kind: 'finding', answers: { words: 'Storgatan', kind: 'finding', basis: [] } },
      { kind: 'activity', answers: { words: 'Storgatan', commitment: 'action', topics: ['narcotics'] } },
      {
        kind: 'signature',
        answers: {
          name: 'Eva Exempel',
          role: 'municipal_board_chair',
          roleAsPrinted: 'ordförande',
          organisationKind: 'other',
          capacity: 'signed',
        },
      },
    ] as const
    const after = added.reduce((now, each) => decide(now, { do: 'add', item: null, ...each }, words), record)
    expect(after.findings.length + after.activities.length + after.signatures.length).toBe(1 + 4 + 2)
    expect(outOfOrder(agreementSchema, parse(writeRecord(after, yaml)))).toEqual([])
  })
})

describe('a part of an activity', () => {
  const draft = draftAgreement({ text: TEXT, title: null, url: null }, lookupsOf('data')).record

  test.each(partFields)('%s is a kind of value on the review page, with a label', (part) => {
    const { label } = kinds[kindOfField(part)]
    expect(label.sv).not.toBe(part)
    expect(label.en).not.toBe('')
  })

  test.each(partFields.filter((part) => part !== 'promises'))('%s is scored', (part) => {
    const [activity, ...others] = draft.activities
    const expected = { ...draft, activities: [{ ...activity, [part]: [{ id: 'x' }] }, ...others] }
    const [before, after] = [draft, expected].map(
      (each) => evaluate([{ document: 'd', draft, expected: each as ExpectedRecord }]).misses,
    )
    expect(before).toEqual([])
    expect(after?.filter(({ kind }) => kind === 'missing').map(({ value }) => value)).toEqual([
      `x: ${activity?.text.words}`,
    ])
  })

  test('is all that an activity has beside its words', () => {
    expect([...partFields, 'id', 'gist', 'text', 'heading', 'commitment'].sort()).toEqual(
      Object.keys(activity.shape).sort(),
    )
  })
})

test('every column of activities is in the flat file', () => {
  const columns = Object.keys(activities.columns).filter((name) => name !== 'id')
  expect(Object.keys(activitiesFlat.columns)).toEqual(expect.arrayContaining(columns))
})
