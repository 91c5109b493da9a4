import { describe, expect, test } from 'vitest'
import { parseYaml } from '../../src/records/yaml-file.ts'
import { writeRecord } from '../../src/review/keeping/record-yaml.ts'
import { isTaken } from '../../src/review/kinds/already-taken.ts'
import { type Decision, decide, Undecidable } from '../../src/review/kinds/decide.ts'
import { kinds } from '../../src/review/kinds/index.ts'
import { idFor, withId } from '../../src/review/record/agreement-id.ts'
import { placesOf } from '../../src/review/record/places.ts'
import { undecided } from '../../src/review/record/states.ts'
import { type Unfinished, unfinishedSchema } from '../../src/review/record/unfinished.ts'
import { Words } from '../../src/review/record/words.ts'
import { madeUpRecord } from './support/record.ts'

const { record: draft, yaml, words } = madeUpRecord()

const decided = (...decisions: Decision[]): Unfinished =>
  decisions.reduce((record, decision) => decide(record, decision, words), draft)
const reviewOf = ({ review }: Unfinished, value: string) => review.find((each) => each.value === value)
/** What a decision is refused for: what is wrong with each field, or the message. */
const refusal = (decision: Decision, record = draft) => {
  try {
    decide(record, decision, words)
  } catch (error) {
    if (!(error instanceof Undecidable)) throw error
    return error.wrong.length > 0
      ? Object.fromEntries(error.wrong.map(({ field, message }) => [field, message.en]))
      : error.message
  }
  return null
}
const target = { operator: 'at_least', value: '12', unit: 'trafikkontroller', per: 'year' }

test('every value of a draft waits for a decision, and is named by what it belongs to', () => {
  expect(placesOf(draft).map(({ value }) => value)).toEqual([
    'title',
    'kind',
    'municipalities.0643',
    'period',
    'signing',
    'document',
    '0643-2019-p1.text',
    '0643-2019-p1.actors.police',
    '0643-2019-p1.actors.municipality',
    '0643-2019-p1.topics',
    '0643-2019-a1.text',
    '0643-2019-a1.actors.police',
    '0643-2019-a1.target',
    '0643-2019-a1.topics',
    '0643-2019-a1.promises',
    '0643-2019-a2.text',
    '0643-2019-a2.actors.police',
    '0643-2019-a2.topics',
    '0643-2019-a2.promises',
    '0643-2019-a3.text',
    '0643-2019-a3.actors.municipality',
    '0643-2019-a3.topics',
    '0643-2019-a3.promises',
    '0643-2019-s1',
    '0643-2019-i1',
  ])
  expect(undecided(draft)).toHaveLength(25)
})

test('a reading is named by the id of its value, not by where that stood in the draft', () => {
  expect(draft.reading).toContainEqual({
    value: '0643-2019-a1.actors.police',
    rule: 'actor-subject',
    confidence: 0.95,
  })
})

describe('accepting', () => {
  test('changes nothing of the record but what was decided', () => {
    const record = decided({ do: 'accept', values: ['0643-2019-a1.target', 'period'] })
    expect(record).toEqual({ ...draft, review: record.review })
    expect(record.review).toEqual([
      { value: 'period', state: 'accepted', words: '2019' },
      { value: '0643-2019-a1.target', state: 'accepted', words: 'minst femton trafikkontroller per år' },
    ])
  })

  test('a value that is no longer there is refused', () => {
    const record = decided({ do: 'reject', value: '0643-2019-a1.target' })
    expect(refusal({ do: 'accept', values: ['0643-2019-a1.target'] }, record)).toContain('no longer')
  })
})

describe('rejecting', () => {
  test('an activity takes its parts and its issues with it, and its id is never given anew', () => {
    const unclear: Unfinished['issues'][number] = {
      id: '0643-2019-i2',
      kind: 'ambiguous',
      record: '0643-2019-a3',
      text: null,
      explanation: { sv: 'Oklart.', en: 'Unclear.' },
      asks: null,
    }
    const before = decide(
      { ...draft, issues: [...draft.issues, unclear] },
      { do: 'accept', values: ['0643-2019-a3.topics'] },
      words,
    )
    const record = decide(before, { do: 'reject', value: '0643-2019-a3.text' }, words)
    expect(record.activities.map(({ id }) => id)).toEqual(['0643-2019-a1', '0643-2019-a2'])
    expect(record.issues.map(({ id }) => id)).toEqual(['0643-2019-i1'])
    expect(record.review).toEqual([
      {
        value: '0643-2019-a3',
        state: 'rejected',
        words: 'Kommunen ska sätta upp farthinder på Storgatan.',
      },
      { value: '0643-2019-i2', state: 'rejected', words: null },
    ])
    const again = decide(
      record,
      {
        do: 'add',
        kind: 'activity',
        item: null,
        answers: { words: 'sätta upp farthinder', commitment: 'action' },
      },
      words,
    )
    expect(again.activities.at(-1)?.id).toBe('0643-2019-a4')
  })

  test('a promise takes the links of activities to it', () => {
    const record = decided({ do: 'reject', value: '0643-2019-p1.text' })
    expect(record.promises).toEqual([])
    expect(record.activities.map(({ promises }) => promises)).toEqual([[], [], []])
  })

  test('the period says that it is not stated', () => {
    expect(decided({ do: 'reject', value: 'period' }).period).toEqual({
      start: null,
      end: null,
      unknownReason: 'not_stated',
      quote: null,
    })
  })

  test('what every record has is refused', () => {
    expect(refusal({ do: 'reject', value: 'kind' })).toContain('Correct it instead')
  })
})

describe('correcting', () => {
  test('puts the answers in the place of the value, and finds its words where they stand', () => {
    const record = decided({
      do: 'correct',
      value: '0643-2019-a1.target',
      answers: { ...target, value: '15', words: 'genomföra minst  femton trafikkontroller' },
    })
    expect(record.activities[0]?.target).toEqual({
      operator: 'at_least',
      value: 15,
      valueTo: null,
      unit: 'trafikkontroller',
      what: null,
      per: 'year',
      quote: { words: 'genomföra minst femton trafikkontroller', at: [171, 210] },
    })
    expect(reviewOf(record, '0643-2019-a1.target')?.state).toBe('corrected')
  })

  test('says at each field what is wrong', () => {
    const answers = { ...target, value: 'tolv', unit: 'kontroller per år', words: 'minst tolv' }
    expect(refusal({ do: 'correct', value: '0643-2019-a1.target', answers })).toEqual({
      words: expect.stringContaining('not in the document'),
      value: 'Write a number greater than zero.',
    })
    const unit = { ...target, unit: 'poliser', words: 'minst femton trafikkontroller' }
    expect(refusal({ do: 'correct', value: '0643-2019-a1.target', answers: unit })).toHaveProperty('unit')
    const days = { on: '2018-02-30', words: '6 december 2018' }
    expect(refusal({ do: 'correct', value: 'signing', answers: days })).toHaveProperty('on')
    expect(refusal({ do: 'correct', value: 'period', answers: { start: '2019' } })).toHaveProperty(
      'unknownReason',
    )
  })

  test('an actor into another leaves the former as rejected', () => {
    const answers = { id: 'municipality', basis: 'stated', words: 'Polisen' }
    const record = decided({ do: 'correct', value: '0643-2019-a1.actors.police', answers })
    expect(record.activities[0]?.actors.map(({ id }) => id)).toEqual(['municipality'])
    expect(reviewOf(record, '0643-2019-a1.actors.police')?.state).toBe('rejected')
    expect(reviewOf(record, '0643-2019-a1.actors.municipality')?.state).toBe('corrected')
  })

  test('a finished record is to be finished anew', () => {
    const finished = { ...draft, reviewed: { by: 'Eva Exempel', on: '2026-12-01' } }
    expect(decide(finished, { do: 'accept', values: ['title'] }, words).reviewed).toBeNull()
  })
})

describe('turning', () => {
  const turned = decided(
    { do: 'accept', values: ['0643-2019-a1.target', '0643-2019-a1.promises', '0643-2019-a1.text'] },
    { do: 'turn', value: '0643-2019-a1.text' },
  )

  test('an activity into a promise keeps what belongs to it and what was decided, under an id of its own', () => {
    expect(turned.activities.map(({ id }) => id)).toEqual(['0643-2019-a2', '0643-2019-a3'])
    expect(turned.promises.at(-1)).toMatchObject({
      id: '0643-2019-p2',
      commitment: 'action',
      target: { value: 15 },
    })
    expect(turned.promises.at(-1)).not.toHaveProperty('promises')
    expect(turned.review.map(({ value, state }) => [value, state])).toEqual([
      ['0643-2019-p2.text', 'corrected'],
      ['0643-2019-p2.target', 'accepted'],
      ['0643-2019-a1', 'rejected'],
    ])
    expect(turned.reading).toContainEqual(expect.objectContaining({ value: '0643-2019-p2.target' }))
  })

  test('a promise into an activity takes the links to it, and the id is new each time', () => {
    const record = decided({ do: 'turn', value: '0643-2019-p1.text' })
    expect(record.promises).toEqual([])
    expect(record.activities[0]).toMatchObject({ id: '0643-2019-a4', commitment: 'action', promises: [] })
    expect(record.activities.slice(1).flatMap(({ promises }) => promises)).toEqual([])
    const back = decide(turned, { do: 'turn', value: '0643-2019-p2.text' }, words)
    expect(back.activities[0]).toMatchObject({ id: '0643-2019-a4', target: { value: 15 } })
  })

  test('nothing else is turned', () => {
    expect(refusal({ do: 'turn', value: '0643-2019-s1' })).toContain('Choose a promise or an activity')
  })
})

describe('adding', () => {
  const answers = {
    words: 'Räddningstjänsten ska också vara med.',
    'words.at': '316-353',
    commitment: 'action',
    topics: ['participation-cooperation'],
    'promise.0643-2019-p1': 'stated',
  }

  test('an activity stands where the document has it, with all that was asked of it decided', () => {
    const early = { ...answers, words: 'genomföra minst femton', 'words.at': '' }
    const record = decided({ do: 'add', kind: 'activity', item: null, answers: early })
    expect(record.activities.map(({ id }) => id)).toEqual([
      '0643-2019-a1',
      '0643-2019-a4',
      '0643-2019-a2',
      '0643-2019-a3',
    ])
    const last = decided({ do: 'add', kind: 'activity', item: null, answers }).activities.at(-1)
    expect(last).toMatchObject({
      id: '0643-2019-a4',
      text: { words: 'Räddningstjänsten ska också vara med.', at: [316, 353] },
      topics: ['participation-cooperation'],
      promises: [{ id: '0643-2019-p1', basis: 'stated' }],
    })
    expect(record.review.map(({ value, state }) => [value, state])).toEqual([
      ['0643-2019-a4.text', 'added'],
      ['0643-2019-a4.topics', 'added'],
      ['0643-2019-a4.promises', 'added'],
    ])
  })

  test('an id that was published once and is withdrawn is not given', () => {
    const record = decide(draft, { do: 'add', kind: 'activity', item: null, answers }, words, [
      '0643-2019-a7',
    ])
    expect(record.activities.at(-1)?.id).toBe('0643-2019-a8')
  })

  test('a target needs to know whose it is', () => {
    const decision: Decision = {
      do: 'add',
      kind: 'target',
      item: '0643-2019-a9',
      answers: { ...target, words: 'minst femton trafikkontroller' },
    }
    expect(refusal(decision)).toContain('Choose the promise or activity')
    const record = decided({ ...decision, item: '0643-2019-a3' })
    expect(reviewOf(record, '0643-2019-a3.target')?.state).toBe('added')
  })

  test('what stands in every record cannot be added', () => {
    expect(refusal({ do: 'add', kind: 'document', item: null, answers: {} })).toContain('cannot be added')
  })

  test('a signature gets the identifier of its person', () => {
    const given = {
      name: 'Eva Exempel',
      role: 'municipal_board_chair',
      roleAsPrinted: 'ordförande',
      organisationKind: 'municipality',
      organisationMunicipality: '0643',
      capacity: 'presented',
    }
    const record = decided({ do: 'add', kind: 'signature', item: null, answers: given })
    expect(record.signatures.at(-1)).toMatchObject({ id: '0643-2019-s2', signatory: 'eva-exempel' })
    const wrong: Decision = {
      do: 'add',
      kind: 'signature',
      item: null,
      answers: { ...given, signatory: 'eva-b' },
    }
    expect(refusal(wrong)).toEqual({
      signatory: 'Write eva-exempel, or eva-exempel-2 for another person of the same name.',
    })
  })
})

test('a decision whose answer was lost is known when it comes again', () => {
  const decisions: Decision[] = [
    { do: 'accept', values: ['period', 'title'] },
    { do: 'reject', value: '0643-2019-a2.text' },
    { do: 'turn', value: '0643-2019-a2.text' },
    {
      do: 'correct',
      value: '0643-2019-a1.target',
      answers: { ...target, words: 'minst femton trafikkontroller per år' },
    },
    {
      do: 'add',
      kind: 'activity',
      item: null,
      answers: {
        words: 'Räddningstjänsten ska också vara med.',
        commitment: 'action',
        topics: ['narcotics'],
      },
    },
    { do: 'add', kind: 'targetGroup', item: '0643-2019-a1', answers: { words: 'Polisen' } },
  ]
  for (const decision of decisions) {
    expect(isTaken(draft, decision, words), decision.do).toBe(false)
    expect(isTaken(decided(decision), decision, words), decision.do).toBe(true)
  }
})

describe('the id of a record', () => {
  test('follows from its municipality and first year, and those of its parts with it', () => {
    const record = decided({
      do: 'correct',
      value: 'period',
      answers: { start: '2018-12', end: '2019', words: '2019' },
    })
    expect(idFor(draft)).toBe('0643-2019')
    expect(idFor(record)).toBe('0643-2018')
    const renamed = withId(record, '0643-2018')
    expect(JSON.stringify(renamed)).not.toContain('0643-2019')
    expect(renamed.document.id).toBe('0643-2018-d1')
    expect(renamed.activities[0]?.promises).toEqual([{ id: '0643-2018-p1', basis: 'stated' }])
    expect(renamed.review[0]?.value).toBe('period')
    expect(renamed.reading[4]?.value).toBe('0643-2018-p1.text')
  })

  test('takes a letter, and is given to a draft that has none', () => {
    expect(idFor(draft, 'b')).toBe('0643-2019-b')
    expect(withId(draft, '0643-2019-b').activities[0]?.id).toBe('0643-2019-b-a1')
    const { record: unknown } = madeUpRecord('Medborgarlöfte\n\nPolisen lovar att:\n- vara synlig\n')
    expect(idFor(unknown)).toBeNull()
    const placed = { ...unknown, municipalities: draft.municipalities }
    expect(withId(placed, idFor(placed) ?? '').promises[0]?.id).toBe('0643-undated-p1')
  })
})

describe('the YAML of a record', () => {
  test('of which nothing changed is the same, but for the names of readings', () => {
    const lines = yaml.split('\n')
    const written = writeRecord(draft, yaml).split('\n')
    expect(written.slice(0, lines.indexOf('reading:'))).toEqual(lines.slice(0, lines.indexOf('reading:')))
  })

  test('says the record, whatever is decided', () => {
    const decisions = placesOf(draft).flatMap(({ value, kind }): Decision[] => [
      { do: 'accept', values: [value] },
      ...('reject' in kinds[kind] ? [{ do: 'reject', value } as const] : []),
      ...(kind === 'promise' || kind === 'activity' ? [{ do: 'turn', value } as const] : []),
    ])
    for (const decision of decisions) {
      const record = decided({ do: 'accept', values: ['period'] }, decision)
      const read = parseYaml('agreement.yaml', writeRecord(record, yaml), unfinishedSchema)
      expect('read' in read && read.read.value, JSON.stringify(decision)).toEqual(record)
    }
  })

  test('keeps both items where somebody gave two the same id', () => {
    const [first, second, third] = draft.activities
    if (!first || !second || !third) throw new Error('The draft has three activities')
    const twice = { ...draft, activities: [first, { ...second, id: first.id }, third] }
    const before = yaml.replace('id: 0643-2019-a2', 'id: 0643-2019-a1')
    const read = parseYaml('agreement.yaml', writeRecord(twice, before), unfinishedSchema)
    expect('read' in read && read.read.value.activities).toEqual(twice.activities)
  })

  test('keeps the comments of an editor where they stand', () => {
    const commented = yaml
      .replace('title:', '# Säkert rätt\ntitle:')
      .replace('value: 15', 'value: 15 # enligt rubriken')
    const record = decided(
      { do: 'reject', value: '0643-2019-a2.text' },
      {
        do: 'correct',
        value: '0643-2019-a1.target',
        answers: { ...target, words: 'minst femton trafikkontroller per år' },
      },
    )
    const written = writeRecord(record, commented)
    expect(written).toContain('# Säkert rätt\ntitle:')
    expect(written).toContain('value: 12 # enligt rubriken')
    expect(written).not.toContain('reflexer vid stationen."\n      at')
  })
})

describe('words', () => {
  const source = new Words('🚓 Polisen\nska  köra. Polisen ska åka.')

  test('count in code points, as quotes do', () => {
    expect(source.find('ska köra', 0)).toEqual({ words: 'ska  köra', at: [10, 19] })
    expect(source.between(1, 11)).toEqual({ words: 'Polisen\ns', at: [2, 11] })
    expect(source.between(9, 10)).toBeNull()
  })

  test('that stand at several places are those nearest to another', () => {
    expect(source.find('Polisen', 0)?.at).toEqual([2, 9])
    expect(source.find('Polisen', 18)?.at).toEqual([21, 28])
    expect(source.find('a+(b', 0)).toBeNull()
  })
})
