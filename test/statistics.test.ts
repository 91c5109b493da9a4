import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Row } from '../src/datasets/index.ts'
import { bundledData, databases } from './support/databases.ts'
import { type Asked, askable } from './support/graphql.ts'

const { tables, date } = bundledData()
const DATA_YEAR = Number(date.slice(0, 4))
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
const yearsOf = ({ periodStart, periodEnd, periodUnknownReason }: Agreement): string[] => {
  const first = periodStart ?? periodEnd
  if (first === null) return []
  const low = Number(first.slice(0, 4))
  const isOpen = periodEnd === null && periodUnknownReason === 'open_ended'
  const high = isOpen ? Math.max(low, DATA_YEAR) : Number((periodEnd ?? first).slice(0, 4))
  return Array.from({ length: high - low + 1 }, (_, at) => String(low + at))
}
const topicsOf = (links: readonly { topicId: string }[]) => links.flatMap(({ topicId }) => upward(topicId))
const orNone = (keys: readonly string[]): Keys => (keys.length > 0 ? keys : [null])

/** For each grouping: the groups of an agreement, of a promise and of an activity. */
interface Grouped {
  readonly agreement: (agreement: Agreement) => Keys
  readonly promise?: (promise: Row<'promises'>) => Keys
  readonly activity?: (activity: Row<'activities'>) => Keys
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
  TOPIC: {
    agreement: ({ id }) =>
      orNone(topicsOf(tables.agreement_topics.filter(({ agreementId }) => agreementId === id))),
    promise: ({ id }) => orNone(topicsOf(tables.promise_topics.filter(({ promiseId }) => promiseId === id))),
    activity: ({ id }) =>
      orNone(topicsOf(tables.activity_topics.filter(({ activityId }) => activityId === id))),
  },
  ACTOR: {
    agreement: ({ id }) =>
      tables.activities
        .filter(({ agreementId }) => agreementId === id)
        .flatMap((each) => orNone(actorsOf(each.id))),
    promise: ({ id }) =>
      tables.activity_promises
        .filter(({ promiseId }) => promiseId === id)
        .flatMap(({ activityId }) => orNone(actorsOf(activityId))),
    activity: ({ id }) => orNone(actorsOf(id)),
  },
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
    const isKnown = each.followUpPromised !== 'unclear'
    add(
      agreement(each),
      each.extent,
      ...(isKnown ? ['followUpKnown'] : []),
      ...(each.followUpPromised === 'yes' ? ['followUp'] : []),
    )
  }
  for (const each of tables.promises) {
    const own = kept.get(each.agreementId)
    if (own) add(promise ? promise(each) : agreement(own), 'promises')
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
  followUpKnown = 0,
  promises = 0,
  activities = 0,
  withTarget = 0,
  withActor = 0,
}: {
  [count: string]: number
}) {
  const share = (count: number, of: number) => ({ count, of, share: of === 0 ? null : count / of })
  return {
    agreements: { transcribed, catalogued },
    promises,
    activities,
    activitiesWithTarget: share(withTarget, activities),
    activitiesWithActor: share(withActor, activities),
    agreementsWithFollowUp: share(followUp, followUpKnown),
  }
}

const EMPTY = shapeOf({})

const FIELDS = `key label { sv en } agreements { transcribed catalogued } promises activities
  activitiesWithTarget { count of share } activitiesWithActor { count of share } agreementsWithFollowUp { count of share }`

describe.each(databases)('on $name', (testDatabase) => {
  let asked: Asked
  beforeAll(async () => {
    asked = await askable(testDatabase)
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
      const none = await groupsOf(groupBy, ', filter: { municipality: "9999" }')
      expect(asked.statements()).toHaveLength(4)
      const keys = all.map(({ key }) => key).filter((key) => key !== null)
      expect(none.map(({ key }) => key)).toEqual(keys)
      expect(keys).toEqual(keys.toSorted())
      for (const { key: _key, label: _label, ...counts } of none) expect(counts).toEqual(EMPTY)
    })
  })

  test('a group has what the same filter finds', async () => {
    const groups = await groupsOf('TOPIC')
    const data = await asked.dataOf(
      '{ agreements(first: 1, filter: { topic: "substances" }) { totalCount } }',
    )
    const { agreements } = groups.find(({ key }) => key === 'substances') ?? EMPTY
    expect(agreements.transcribed + agreements.catalogued).toBe(data.agreements.totalCount)
    expect(data.agreements.totalCount).toBeGreaterThan(0)
    const years = await groupsOf('YEAR')
    const inYear = await asked.dataOf('{ agreements(first: 1, filter: { year: 2019 }) { totalCount } }')
    const year = years.find(({ key }) => key === '2019') ?? EMPTY
    expect(year.agreements.transcribed + year.agreements.catalogued).toBe(inYear.agreements.totalCount)
  })

  test('years have no gaps, and the group of unknown periods comes last', async () => {
    const groups = await groupsOf('YEAR')
    expect(groups.at(-1)).toMatchObject({ key: null, label: { sv: 'Okänd period', en: 'Unknown period' } })
    const years = groups.slice(0, -1).map(({ key }) => Number(key))
    expect(years).toEqual(years.map((_, at) => Number(groups[0]?.key) + at))
  })

  test('a share of none is null', async () => {
    const [group] = await groupsOf('ALL', ', filter: { extent: CATALOGUED }')
    expect(group?.activitiesWithTarget).toEqual({ count: 0, of: 0, share: null })
  })
})
