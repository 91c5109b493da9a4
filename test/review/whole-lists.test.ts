import { describe, expect, test } from 'vitest'
import { isTaken } from '../../src/review/kinds/already-taken.ts'
import { type Decision, decide, Undecidable } from '../../src/review/kinds/decide.ts'
import { suggestedTopics } from '../../src/review/kinds/suggest-topics.ts'
import { listAround } from '../../src/review/record/item-lists.ts'
import { statesOf } from '../../src/review/record/states.ts'
import type { Unfinished } from '../../src/review/record/unfinished.ts'
import { settingOf } from './support/drafts.ts'
import { madeUpRecord } from './support/record.ts'

/** A made-up document with a list whose lead-in does not say what it is. */
const LIST = `Medborgarlöfte Habo kommun 2019

Minskad buskörning i centrala Habo

Under året:
- genomföra minst femton trafikkontroller per år
- dela ut reflexer vid stationen
- sätta upp farthinder på Storgatan

Annat:
- förbättra belysningen på torget
`
const { record, words } = madeUpRecord(LIST)
const ID = '0643-2019'
const items = [1, 2, 3].map((number) => `${ID}-p${number}`)
const all = (...decisions: Decision[]) => decisions.reduce((now, each) => decide(now, each, words), record)
const wordsOf = (list: readonly { text: { words: string } }[]) => list.map(({ text }) => text.words)
const issuesThatAsk = ({ issues }: Unfinished) => issues.map(({ asks }) => asks)
const GOAL = { words: 'Minskad buskörning i centrala Habo', topics: ['reckless-driving'] }

describe('the items of a list', () => {
  test('stand below each other with only signs in between', () => {
    expect(listAround(record, words, items[1] ?? '').map(({ id }) => id)).toEqual(items)
    expect(listAround(record, words, `${ID}-p4`).map(({ id }) => id)).toEqual([`${ID}-p4`])
  })

  test('are turned, linked and given topics and actors at once', () => {
    const topics = ['traffic-safety']
    const after = all({
      do: 'list',
      items,
      answers: { kind: 'activity', topics, actors: ['police'], words: 'Medborgarlöfte' },
    })
    expect(wordsOf(after.promises)).toEqual(['förbättra belysningen på torget'])
    expect(after.activities.map((each) => each.topics)).toEqual([topics, topics, topics])
    expect(after.activities.map(({ actors }) => actors.map(({ id, basis }) => [id, basis]))).toEqual(
      items.map(() => [['police', 'lead_in']]),
    )
    const states = statesOf(after)
    for (const id of items) expect(states.get(id)).toBe('rejected')
    for (const { id } of after.activities) {
      expect(states.get(`${id}.text`)).toBe('corrected')
      expect(states.get(`${id}.topics`)).toBe('corrected')
      expect(states.get(`${id}.actors.police`)).toBe('added')
    }
    const linked = decide(
      after,
      { do: 'list', items: after.activities.map(({ id }) => id), answers: { promise: `${ID}-p4` } },
      words,
    )
    expect(linked.activities.map(({ promises }) => promises)).toEqual(
      items.map(() => [{ id: `${ID}-p4`, basis: 'whole_list' }]),
    )
  })

  test('are accepted as what they are; what was asked about the list is answered then', () => {
    expect(issuesThatAsk(record)).toContain('list')
    const after = all({ do: 'list', items, answers: { kind: 'promise' } })
    expect(items.map((id) => statesOf(after).get(`${id}.text`))).toEqual(items.map(() => 'accepted'))
    expect(after.promises).toEqual(record.promises)
    const asked = record.issues.filter(({ asks, record: about }) => asks === 'list' && about === items[0])
    expect(asked).toHaveLength(1)
    expect(after.issues).not.toContainEqual(asked[0])
    expect(statesOf(after).get(asked[0]?.id ?? '')).toBe('rejected')
  })

  test('need topics where topics are asked for, and words where nothing names an actor', () => {
    const refused = (answers: Decision & { do: 'list' }) => () => decide(record, answers, words)
    expect(refused({ do: 'list', items, answers: { topics: [] } })).toThrow(Undecidable)
    expect(refused({ do: 'list', items, answers: { actors: ['police'] } })).toThrow(Undecidable)
  })
})

describe('the goal of a list', () => {
  test('is a promise, and the items are its activities', () => {
    const decision = { do: 'goal', items, answers: GOAL } as const
    const after = all(decision)
    expect(wordsOf(after.promises)).toEqual([GOAL.words, 'förbättra belysningen på torget'])
    const [goal] = after.promises
    expect(goal).toMatchObject({ id: `${ID}-p5`, topics: GOAL.topics })
    expect(after.activities.map(({ promises }) => promises)).toEqual(
      items.map(() => [{ id: `${ID}-p5`, basis: 'whole_list' }]),
    )
    // Sent again, as by a page that never got the response, it has already been applied.
    expect(isTaken(after, decision, words)).toBe(true)
    expect(isTaken(record, decision, words)).toBe(false)
  })

  test('must stand in the document, with a topic', () => {
    const add = (answers: object) => () =>
      decide(record, { do: 'goal', items, answers: { ...GOAL, ...answers } }, words)
    expect(add({ words: 'Något annat' })).toThrow(Undecidable)
    expect(add({ topics: [] })).toThrow(Undecidable)
  })
})

test('topics are suggested by what an item belongs to, then by the rest of the record', () => {
  const { reference } = settingOf({ drafts: '', data: '' })
  const after = all({ do: 'goal', items, answers: GOAL })
  const item = after.activities.find(({ topics }) => topics.length === 0)?.id ?? null
  expect(item).not.toBeNull()
  expect(suggestedTopics(after, item, reference).slice(0, 3)).toEqual([
    'reckless-driving',
    'traffic-safety',
    'public-space-safety',
  ])
})

describe('an issue that is about the program', () => {
  test('goes when its cause does, and is not asked again', () => {
    const line = madeUpRecord()
    const [asked] = line.record.issues.filter(({ asks }) => asks === 'line')
    const after = decide(
      line.record,
      {
        do: 'add',
        kind: 'promise',
        item: null,
        answers: { words: 'Räddningstjänsten ska också vara med', topics: ['traffic-safety'] },
      },
      line.words,
    )
    expect(after.issues).toEqual([])
    expect(after.review).toContainEqual({ value: asked?.id, state: 'rejected', words: asked?.text?.words })
  })

  test('is not kept where somebody has seen it', () => {
    const line = madeUpRecord()
    const [asked] = line.record.issues
    const after = decide(line.record, { do: 'accept', values: [asked?.id ?? ''] }, line.words)
    expect(after.issues).toEqual([])
  })

  test('goes from an item that gets a topic, and stays while another has none', () => {
    const asked = issuesThatAsk(record).filter((each) => each === 'topics').length
    expect(asked).toBeGreaterThan(0)
    const item = record.promises.find(({ topics }) => topics.length === 0)?.id ?? ''
    const after = all({ do: 'correct', value: `${item}.topics`, answers: { topics: ['police-presence'] } })
    expect(issuesThatAsk(after).filter((each) => each === 'topics')).toHaveLength(asked - 1)
  })
})
