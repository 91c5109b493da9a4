import { getNamedType, isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Row } from '../src/datasets/index.ts'
import { schema } from '../src/graphql/schema.ts'
import { databases } from './support/databases.ts'
import { type Asked, askable } from './support/graphql.ts'
import { withOwnCommitments } from './support/own-commitments.ts'

const loaded = withOwnCommitments()
const { tables, date } = loaded
/** Open-ended agreements count up to the last year that there is a group of. */
const LAST_YEAR = Math.max(
  ...[date, ...tables.agreements.flatMap((each) => each.periodEnd ?? each.periodStart ?? [])].map((day) =>
    Number(day.slice(0, 4)),
  ),
)
type Agreement = Row<'agreements'>

type Keys = readonly (string | null)[]

const countyOf = new Map(tables.municipalities.map(({ code, countyCode }) => [code, countyCode]))
const regionOf = new Map(tables.counties.map(({ code, policeRegionId }) => [code, policeRegionId]))
const broaderOf = new Map(tables.topics.map(({ id, broaderId }) => [id, broaderId]))

const partiesOf = ({ id }: Agreement) =>
  tables.agreement_municipalities
    .filter(({ agreementId }) => agreementId === id)
    .map(({ municipalityCode }) => municipalityCode)
const upward = (topic: string): string[] => {
  const broader = broaderOf.get(topic)
  return broader ? [topic, ...upward(broader)] : [topic]
}
const actorsOf = (id: string) =>
  tables.activity_actors.filter(({ activityId }) => activityId === id).map(({ actorId }) => actorId)
const ownActorsOf = (id: string) =>
  tables.promise_actors.filter(({ promiseId }) => promiseId === id).map(({ actorId }) => actorId)
const activitiesOf = (id: string) =>
  tables.activity_promises.filter(({ promiseId }) => promiseId === id).map(({ activityId }) => activityId)
const withTarget = new Set(
  tables.activities.flatMap(({ id, targetValue }) => (targetValue === null ? [] : id)),
)
/** A promise is by its own actors and those of its activities, if it has any. */
const actorsOfPromise = ({ id }: Row<'promises'>) => [
  ...ownActorsOf(id),
  ...activitiesOf(id).flatMap(actorsOf),
]
const yearsOf = ({ periodStart, periodEnd, periodUnknownReason }: Agreement): string[] => {
  const first = periodStart ?? periodEnd
  if (first === null) return []
  const low = Number(first.slice(0, 4))
  const isOpen = periodEnd === null && periodUnknownReason === 'open_ended'
  const high = isOpen ? LAST_YEAR : Number((periodEnd ?? first).slice(0, 4))
  return Array.from({ length: high - low + 1 }, (_, at) => String(low + at))
}
const topicsOf = (links: readonly { topicId: string }[]) => links.flatMap(({ topicId }) => upward(topicId))
const ownTopicsOf = (links: readonly { topicId: string }[]) => links.map(({ topicId }) => topicId)
const orNone = (keys: readonly string[]): Keys => (keys.length > 0 ? keys : [null])

/** For each grouping: the groups of an agreement, of a promise and of an activity. */
interface Grouped {
  readonly agreement: (agreement: Agreement) => Keys
  readonly promise?: (promise: Row<'promises'>) => Keys
  readonly activity?: (activity: Row<'activities'>) => Keys
}

function byTopic(of: (links: readonly { topicId: string }[]) => readonly string[]): Grouped {
  return {
    agreement: ({ id }) =>
      orNone(of(tables.agreement_topics.filter(({ agreementId }) => agreementId === id))),
    promise: ({ id }) => orNone(of(tables.promise_topics.filter(({ promiseId }) => promiseId === id))),
    activity: ({ id }) => orNone(of(tables.activity_topics.filter(({ activityId }) => activityId === id))),
  }
}

function byActor(ofPromise: (promise: Row<'promises'>) => readonly string[]): Grouped {
  return {
    agreement: ({ id, extent }) => {
      if (extent === 'catalogued') return []
      const isOwn = ({ agreementId }: { agreementId: string }) => agreementId === id
      return orNone([
        ...tables.activities.filter(isOwn).flatMap((each) => actorsOf(each.id)),
        ...tables.promises.filter(isOwn).flatMap(actorsOfPromise),
      ])
    },
    promise: (promise) => orNone(ofPromise(promise)),
    activity: ({ id }) => orNone(actorsOf(id)),
  }
}

const GROUPINGS: { readonly [name: string]: Grouped } = {
  ALL: { agreement: () => ['all'] },
  MUNICIPALITY: { agreement: partiesOf },
  COUNTY: { agreement: (a) => partiesOf(a).map((code) => countyOf.get(code) ?? '') },
  POLICE_REGION: {
    agreement: (a) => partiesOf(a).map((code) => regionOf.get(countyOf.get(code) ?? '') ?? ''),
  },
  POLICE_AREA: { agreement: ({ policeAreaId }) => [policeAreaId] },
  YEAR: { agreement: (a) => orNone(yearsOf(a)) },
  TOPIC: byTopic(topicsOf),
  TOPIC_ITSELF: byTopic(ownTopicsOf),
  ACTOR: byActor(actorsOfPromise),
  ACTOR_ITSELF: byActor(({ id }) => ownActorsOf(id)),
}

/** The groups that hold anything, counted here. */
function countedHere({ agreement, promise, activity }: Grouped, holds: (agreement: Agreement) => boolean) {
  const kept = new Map(tables.agreements.filter(holds).map((each) => [each.id, each]))
  const groups = new Map<string | null, { [count: string]: number }>()
  const add = (keys: Keys, ...counts: string[]) => {
    for (const key of new Set(keys)) {
      const group = groups.get(key) ?? {}
      for (const count of counts) group[count] = (group[count] ?? 0) + 1
      groups.set(key, group)
    }
  }
  for (const each of kept.values()) {
    const isPromised = each.extent === 'transcribed' && each.followUpPromised === 'yes'
    add(agreement(each), each.extent, ...(isPromised ? ['followUp'] : []))
  }
  for (const each of tables.promises) {
    const own = kept.get(each.agreementId)
    const activities = activitiesOf(each.id)
    const isMeasurable = each.targetValue !== null || activities.some((id) => withTarget.has(id))
    const actors = [...ownActorsOf(each.id), ...activities.flatMap(actorsOf)]
    const counts = [
      'promises',
      ...(isMeasurable ? ['promisesWithTarget'] : []),
      ...(actors.length > 0 ? ['promisesWithActor'] : []),
    ]
    if (own) add(promise ? promise(each) : agreement(own), ...counts)
  }
  for (const each of tables.activities) {
    const own = kept.get(each.agreementId)
    const counts = [
      'activities',
      ...(each.targetValue === null ? [] : ['withTarget']),
      ...(actorsOf(each.id).length > 0 ? ['withActor'] : []),
    ]
    if (own) add(activity ? activity(each) : agreement(own), ...counts)
  }
  return new Map([...groups].map(([key, group]) => [key, shapeOf(group)]))
}

function shapeOf({
  transcribed = 0,
  catalogued = 0,
  followUp = 0,
  promises = 0,
  promisesWithTarget = 0,
  promisesWithActor = 0,
  activities = 0,
  withTarget = 0,
  withActor = 0,
}: {
  [count: string]: number
}) {
  const none = catalogued > 0 && transcribed === 0 ? 'NOT_LOOKED_FOR' : 'NOTHING'
  const share = (count: number, of: number) =>
    of === 0
      ? { count, of, share: null, shareUnknownReason: none }
      : { count, of, share: count / of, shareUnknownReason: null }
  return {
    agreements: { transcribed, catalogued },
    promises,
    promisesWithTarget: share(promisesWithTarget, promises),
    promisesWithActor: share(promisesWithActor, promises),
    activities,
    activitiesWithTarget: share(withTarget, activities),
    activitiesWithActor: share(withActor, activities),
    agreementsWithFollowUp: share(followUp, transcribed),
  }
}

const EMPTY = shapeOf({})

/** The fields of a group that are shares. */
const statisticsGroup = schema.getType('StatisticsGroup')
const SHARES = isObjectType(statisticsGroup)
  ? Object.values(statisticsGroup.getFields()).flatMap(({ name, type }) =>
      getNamedType(type).name === 'Share' ? name : [],
    )
  : []

const FIELDS = `key label { sv en } agreements { transcribed catalogued } promises activities ${SHARES.map(
  (name) => `${name} { count of share shareUnknownReason }`,
).join(' ')}`

describe.each(databases)('on $name', (testDatabase) => {
  let asked: Asked
  beforeAll(async () => {
    asked = await askable(testDatabase, loaded)
  })
  afterAll(() => asked.close())

  async function groupsOf(groupBy: string, filter = '') {
    const data = await asked.dataOf(`{ statistics(groupBy: ${groupBy}${filter}) { ${FIELDS} } }`)
    return data.statistics as (typeof EMPTY & { key: string | null; label: { sv: string; en: string } })[]
  }

  describe.each(Object.entries(GROUPINGS))('by %s', (groupBy, grouped) => {
    test.each([
      ['everything', '', () => true],
      [
        'what is catalogued',
        ', filter: { extent: CATALOGUED }',
        ({ extent }: Agreement) => extent === 'catalogued',
      ],
      [
        'one county',
        ', filter: { county: "06" }',
        (a: Agreement) => partiesOf(a).some((code) => countyOf.get(code) === '06'),
      ],
    ])('%s', async (_what, filter, holds) => {
      const expected = countedHere(grouped, holds)
      const found = await groupsOf(groupBy, filter)
      for (const { key, label, ...counts } of found) {
        expect(counts, `${key}`).toEqual(expected.get(key) ?? EMPTY)
        expect(label.sv && label.en).toBeTruthy()
        expected.delete(key)
      }
      expect([...expected.keys()]).toEqual([])
    })

    test('takes four statements, and filters share an axis', async () => {
      const all = await groupsOf(groupBy)
      expect(asked.statements()).toHaveLength(4)
      const none = await groupsOf(groupBy, ', filter: { key: "none" }')
      expect(asked.statements()).toHaveLength(4)
      const keys = all.map(({ key }) => key).filter((key) => key !== null)
      expect(none.map(({ key }) => key)).toEqual(keys)
      expect(keys).toEqual(keys.toSorted())
      for (const { key: _key, label: _label, ...counts } of none) expect(counts).toEqual(EMPTY)
    })
  })

  test('promises with a number or an actor are those that the filter finds', async () => {
    const [all] = await groupsOf('ALL')
    const found = await asked.dataOf(`{
      target: promises(first: 1, filter: { hasTarget: true }) { totalCount }
      actor: promises(first: 1, filter: { hasActor: true }) { totalCount }
    }`)
    expect(found.target.totalCount).toBe(all?.promisesWithTarget.count)
    expect(found.actor.totalCount).toBe(all?.promisesWithActor.count)
  })

  test('where no actor is named, nothing has one', async () => {
    const none = (await groupsOf('ACTOR')).at(-1)
    expect(none).toMatchObject({
      key: null,
      promisesWithActor: { count: 0 },
      activitiesWithActor: { count: 0 },
    })
    expect(none?.promises).toBeGreaterThan(0)
    expect(none?.activities).toBeGreaterThan(0)
  })

  test('years have no gaps, and the group of unknown periods comes last', async () => {
    const groups = await groupsOf('YEAR')
    expect(groups.at(-1)).toMatchObject({ key: null, label: { sv: 'Okänd period', en: 'Unknown period' } })
    const years = groups.slice(0, -1).map(({ key }) => Number(key))
    expect(years).toEqual(years.map((_, at) => Number(groups[0]?.key) + at))
  })

  test('there is no share where one of the answers was never looked for', async () => {
    expect(SHARES.length).toBeGreaterThan(4)
    const [catalogued] = await groupsOf('ALL', ', filter: { extent: CATALOGUED }')
    const [nothing] = await groupsOf('ALL', ', filter: { key: "none" }')
    for (const name of SHARES) {
      const none = { count: 0, of: 0, share: null }
      expect(catalogued, name).toHaveProperty(name, { ...none, shareUnknownReason: 'NOT_LOOKED_FOR' })
      expect(nothing, name).toHaveProperty(name, { ...none, shareUnknownReason: 'NOTHING' })
    }
  })

  test('agreements with a follow-up are a share of those that were read in full', async () => {
    const [all] = await groupsOf('ALL')
    const promising = await asked.dataOf(
      '{ agreements(first: 1, filter: { followUpPromised: YES }) { totalCount } }',
    )
    expect(all?.agreementsWithFollowUp).toEqual({ count: 4, of: 5, share: 0.8, shareUnknownReason: null })
    expect(promising.agreements.totalCount).toBeGreaterThan(100)
  })
})
