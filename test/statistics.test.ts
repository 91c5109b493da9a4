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

/** What rows hold under one column, by another: of links, what each row leads to. */
function linked<R extends object>(rows: readonly R[], from: keyof R, to: keyof R): (key: string) => string[] {
  const byKey = Map.groupBy(rows, (row) => String(row[from]))
  return (key) => (byKey.get(key) ?? []).map((row) => String(row[to]))
}
const municipalitiesOf = linked(tables.agreement_municipalities, 'agreementId', 'municipalityCode')
const partiesOf = ({ id }: Agreement) => municipalitiesOf(id)
const upward = (topic: string): string[] => {
  const broader = broaderOf.get(topic)
  return broader ? [topic, ...upward(broader)] : [topic]
}
const actorsOf = linked(tables.activity_actors, 'activityId', 'actorId')
const ownActorsOf = linked(tables.promise_actors, 'promiseId', 'actorId')
const activitiesOf = linked(tables.activity_promises, 'promiseId', 'activityId')
const agreementTopics = linked(tables.agreement_topics, 'agreementId', 'topicId')
const promiseTopics = linked(tables.promise_topics, 'promiseId', 'topicId')
const activityTopics = linked(tables.activity_topics, 'activityId', 'topicId')
const statesOfPromise = linked(
  tables.outcomes.filter((each) => each.promiseId),
  'promiseId',
  'state',
)
const statesOfActivity = linked(
  tables.outcomes.filter((each) => each.activityId),
  'activityId',
  'state',
)
const statesOfAgreement = linked(tables.outcomes, 'agreementId', 'state')
const promisesOf = Map.groupBy(tables.promises, ({ agreementId }) => agreementId)
const activitiesIn = Map.groupBy(tables.activities, ({ agreementId }) => agreementId)
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
const orNone = (keys: readonly string[]): Keys => (keys.length > 0 ? keys : [null])

/** For each grouping: the groups of an agreement, of a promise and of an activity. */
interface Grouped {
  readonly agreement: (agreement: Agreement) => Keys
  readonly promise?: (promise: Row<'promises'>) => Keys
  readonly activity?: (activity: Row<'activities'>) => Keys
}

function byTopic(keys: (topics: readonly string[]) => readonly string[]): Grouped {
  return {
    agreement: ({ id }) => orNone(keys(agreementTopics(id))),
    promise: ({ id }) => orNone(keys(promiseTopics(id))),
    activity: ({ id }) => orNone(keys(activityTopics(id))),
  }
}

/** By what promises and activities have themselves; agreements by what theirs have, if they are listed. */
function byCommitment(
  promise: (promise: Row<'promises'>) => readonly string[],
  activity: (activity: Row<'activities'>) => readonly string[],
  more: (agreement: Agreement) => readonly string[] = () => [],
): Grouped {
  return {
    agreement: (own) => {
      const keys = [
        ...(activitiesIn.get(own.id) ?? []).flatMap(activity),
        ...(promisesOf.get(own.id) ?? []).flatMap(promise),
        ...more(own),
      ]
      return own.commitmentsSeen === 'none_listed' && keys.length === 0 ? [] : orNone(keys)
    },
    promise: (each) => orNone(promise(each)),
    activity: (each) => orNone(activity(each)),
  }
}

const whatOf = ({ targetValue, targetWhat }: Row<'promises'> | Row<'activities'>) =>
  targetValue !== null && targetWhat !== null ? [targetWhat] : []

const GROUPINGS: { readonly [name: string]: Grouped } = {
  ALL: { agreement: () => ['all'] },
  MUNICIPALITY: { agreement: partiesOf },
  COUNTY: { agreement: (a) => partiesOf(a).map((code) => countyOf.get(code) ?? '') },
  POLICE_REGION: {
    agreement: (a) => partiesOf(a).map((code) => regionOf.get(countyOf.get(code) ?? '') ?? ''),
  },
  POLICE_AREA: { agreement: ({ policeAreaId }) => [policeAreaId] },
  YEAR: { agreement: (a) => orNone(yearsOf(a)) },
  EXTENT: { agreement: ({ extent }) => [extent] },
  KIND: { agreement: ({ kind }) => [kind] },
  TOPIC: byTopic((topics) => topics.flatMap(upward)),
  TOPIC_ITSELF: byTopic((topics) => topics),
  ACTOR: byCommitment(actorsOfPromise, ({ id }) => actorsOf(id)),
  ACTOR_ITSELF: {
    ...byCommitment(actorsOfPromise, ({ id }) => actorsOf(id)),
    promise: ({ id }) => orNone(ownActorsOf(id)),
  },
  TARGET_WHAT: byCommitment(whatOf, whatOf),
  REPORTED_STATE: byCommitment(
    ({ id }) => statesOfPromise(id),
    ({ id }) => statesOfActivity(id),
    ({ id }) => statesOfAgreement(id),
  ),
}

/** What is added up of one group. */
interface Added {
  readonly counts: { [count: string]: number }
  readonly municipalities: Set<string>
  readonly numbers: Map<string, { count: number; perYear: number[] }>
  atLeast: boolean
}

/** The groups that are not empty, counted here, by their keys: one, or two if there are two ways to group. */
function countedHere(ways: readonly Grouped[], holds: (agreement: Agreement) => boolean) {
  const kept = new Map(tables.agreements.filter(holds).map((each) => [each.id, each]))
  const groups = new Map<string, Added>()
  const groupsOf = (keys: readonly Keys[]) => {
    const [one = [], other = ['']] = keys
    const pairs = new Set(one.flatMap((first) => other.map((second) => JSON.stringify([first, second]))))
    return [...pairs].map((key) => {
      const group: Added = groups.get(key) ?? {
        counts: {},
        municipalities: new Set(),
        numbers: new Map(),
        atLeast: false,
      }
      groups.set(key, group)
      return group
    })
  }
  const add = (keys: readonly Keys[], counts: readonly string[], more: (group: Added) => void) => {
    for (const group of groupsOf(keys)) {
      for (const count of counts) group.counts[count] = (group.counts[count] ?? 0) + 1
      more(group)
    }
  }
  for (const each of kept.values()) {
    const isPromised = each.extent === 'transcribed' && each.followUpPromised === 'yes'
    add(
      ways.map(({ agreement }) => agreement(each)),
      [each.extent, ...(isPromised ? ['followUp'] : [])],
      (group) => {
        for (const code of partiesOf(each)) group.municipalities.add(code)
        if (['beginning', 'none_listed'].includes(each.commitmentsSeen)) group.atLeast = true
      },
    )
  }
  const addTarget =
    ({
      agreementId,
      targetWhat,
      targetValue,
      targetOperator,
      targetPerYear,
    }: Row<'promises'> | Row<'activities'>) =>
    (group: Added) => {
      if (kept.get(agreementId)?.commitmentsSeen === 'beginning') group.atLeast = true
      if (targetWhat === null || targetValue === null) return
      const target = group.numbers.get(targetWhat) ?? { count: 0, perYear: [] }
      group.numbers.set(targetWhat, target)
      target.count++
      if (targetPerYear !== null && targetOperator !== 'at_most') target.perYear.push(targetPerYear)
    }
  for (const each of tables.promises) {
    const own = kept.get(each.agreementId)
    const activities = activitiesOf(each.id)
    const isMeasurable = each.targetValue !== null || activities.some((id) => withTarget.has(id))
    const actors = [...ownActorsOf(each.id), ...activities.flatMap(actorsOf)]
    const counts = [
      'promises',
      `promises ${own?.extent}`,
      ...(isMeasurable ? ['promisesWithTarget'] : []),
      ...(actors.length > 0 ? ['promisesWithActor'] : []),
      ...(each.reportState === 'not_researched' ? [] : ['promisesLooked', `promises ${each.reportState}`]),
    ]
    if (own)
      add(
        ways.map(({ promise, agreement }) => (promise ? promise(each) : agreement(own))),
        counts,
        addTarget(each),
      )
  }
  for (const each of tables.activities) {
    const own = kept.get(each.agreementId)
    const counts = [
      'activities',
      `activities ${own?.extent}`,
      ...(each.targetValue === null ? [] : ['withTarget']),
      ...(actorsOf(each.id).length > 0 ? ['withActor'] : []),
      ...(each.reportState === 'not_researched'
        ? []
        : ['activitiesLooked', `activities ${each.reportState}`]),
    ]
    if (own)
      add(
        ways.map(({ activity, agreement }) => (activity ? activity(each) : agreement(own))),
        counts,
        addTarget(each),
      )
  }
  return new Map(Array.from(groups, ([key, group]) => [key, shapeOf(group)]))
}

function shapeOf({ counts, municipalities, numbers, atLeast }: Added) {
  const number = (name: string) => counts[name] ?? 0
  const [transcribed, catalogued] = [number('transcribed'), number('catalogued')]
  const isCatalogued = catalogued > 0 && transcribed === 0
  const share = (count: number, of: number, isUnsought = isCatalogued) =>
    of === 0
      ? { count, of, share: null, shareUnknownReason: isUnsought ? 'NOT_LOOKED_FOR' : 'NOTHING' }
      : { count, of, share: count / of, shareUnknownReason: null }
  const byExtent = (name: string) => ({
    transcribed: number(`${name} transcribed`),
    catalogued: number(`${name} catalogued`),
  })
  const reported = (name: string) =>
    share(number(`${name} found`), number(`${name}Looked`), isCatalogued || number(name) > 0)
  const targets = Array.from(numbers, ([what, { count, perYear }]) => ({
    what: what.toUpperCase(),
    count,
    withNumberPerYear: perYear.length,
    sumPerYear:
      perYear.length === 0 ? null : Math.round(perYear.reduce((sum, each) => sum + each, 0) * 100) / 100,
    minPerYear: perYear.length === 0 ? null : Math.min(...perYear),
    maxPerYear: perYear.length === 0 ? null : Math.max(...perYear),
  }))
  return {
    agreements: { transcribed, catalogued },
    municipalities: municipalities.size,
    promises: number('promises'),
    promisesByExtent: byExtent('promises'),
    promisesWithTarget: share(number('promisesWithTarget'), number('promises')),
    promisesWithActor: share(number('promisesWithActor'), number('promises')),
    promisesReported: reported('promises'),
    activities: number('activities'),
    activitiesByExtent: byExtent('activities'),
    activitiesWithTarget: share(number('withTarget'), number('activities')),
    activitiesWithActor: share(number('withActor'), number('activities')),
    activitiesReported: reported('activities'),
    agreementsWithFollowUp: share(number('followUp'), transcribed),
    atLeast,
    targets: targets.sort(
      (one, other) => other.count - one.count || (one.what.toLowerCase() < other.what.toLowerCase() ? -1 : 1),
    ),
  }
}

const EMPTY = shapeOf({ counts: {}, municipalities: new Set(), numbers: new Map(), atLeast: false })

/** The fields of a group that are shares. */
const statisticsGroup = schema.getType('StatisticsGroup')
const SHARES = isObjectType(statisticsGroup)
  ? Object.values(statisticsGroup.getFields()).flatMap(({ name, type }) =>
      getNamedType(type).name === 'Share' ? name : [],
    )
  : []

const FIELDS = `key label { sv en } second { key label { sv en } }
  agreements { transcribed catalogued } municipalities atLeast
  promises promisesByExtent { transcribed catalogued } activities activitiesByExtent { transcribed catalogued }
  targets { what count withNumberPerYear sumPerYear minPerYear maxPerYear }
  ${SHARES.map((name) => `${name} { count of share shareUnknownReason }`).join(' ')}`

describe.each(databases)('on $name', (testDatabase) => {
  let asked: Asked
  beforeAll(async () => {
    asked = await askable(testDatabase, loaded)
  })
  afterAll(() => asked.close())

  async function groupsOf(groupBy: string, filter = '') {
    const data = await asked.dataOf(`{ statistics(groupBy: ${groupBy}${filter}) { ${FIELDS} } }`)
    type Key = { key: string | null; label: { sv: string; en: string } }
    return data.statistics as (typeof EMPTY & Key & { second: Key | null })[]
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
      const expected = countedHere([grouped], holds)
      const found = await groupsOf(groupBy, filter)
      for (const { key, label, second, ...counts } of found) {
        expect(counts, `${key}`).toEqual(expected.get(JSON.stringify([key, ''])) ?? EMPTY)
        expect(label.sv && label.en).toBeTruthy()
        expect(second).toBeNull()
        expected.delete(JSON.stringify([key, '']))
      }
      expect([...expected.keys()]).toEqual([])
    })

    test('filters share an axis', async () => {
      const all = await groupsOf(groupBy)
      const none = await groupsOf(groupBy, ', filter: { key: "none" }')
      const keys = all.map(({ key }) => key).filter((key) => key !== null)
      expect(none.map(({ key }) => key)).toEqual(keys)
      expect(keys).toEqual(keys.toSorted())
      for (const { key: _key, label: _label, second: _second, ...counts } of none)
        expect(counts).toEqual(EMPTY)
    })
  })

  test.each([
    ['TOPIC', 'YEAR'],
    ['COUNTY', 'YEAR'],
    ['TARGET_WHAT', 'YEAR'],
    ['REPORTED_STATE', 'KIND'],
    ['ACTOR', 'TOPIC_ITSELF'],
    ['EXTENT', 'POLICE_REGION'],
  ])('by %s and %s at once, groups that hold anything are there', async (one, other) => {
    const ways = [one, other].flatMap((name) => GROUPINGS[name] ?? [])
    const expected = countedHere(ways, () => true)
    const found = await groupsOf(`[${one}, ${other}]`)
    expect(found.length).toBeGreaterThan(4)
    for (const { key, label: _label, second, ...counts } of found) {
      const name = JSON.stringify([key, second?.key])
      expect(counts, name).toEqual(expected.get(name))
      expected.delete(name)
    }
    expect([...expected.keys()]).toEqual([])
  })

  test('a group by year tells how many municipalities were researched for it, in its place', async () => {
    const { national, counties, all } = await asked.dataOf(`{
      national: statistics(groupBy: [YEAR, EXTENT], filter: { county: "06" }) { key municipalitiesResearched }
      counties: statistics(groupBy: [COUNTY, YEAR]) { key second { key } municipalitiesResearched }
      all: statistics(groupBy: ALL) { municipalitiesResearched }
    }`)
    const researched = (year: string | null, holds: (code: string) => boolean) =>
      tables.municipality_years.filter(
        (each) =>
          String(each.year) === year && each.state !== 'not_researched' && holds(each.municipalityCode),
      ).length
    for (const { key, municipalitiesResearched } of national) {
      expect(municipalitiesResearched, key).toBe(key === null ? null : researched(key, () => true))
    }
    const known = counties.filter(({ second }: { second: { key: string | null } }) => second.key !== null)
    for (const { key, second, municipalitiesResearched } of known) {
      const expected = researched(second.key, (code) => countyOf.get(code) === key)
      expect(municipalitiesResearched, `${key} ${second.key}`).toBe(expected)
    }
    expect(
      known.some((each: { municipalitiesResearched: number }) => each.municipalitiesResearched > 5),
    ).toBe(true)
    expect(all[0].municipalitiesResearched).toBeNull()
  })

  test('targets are those of the kinds asked for', async () => {
    const { statistics } = await asked.dataOf(
      '{ statistics(groupBy: ALL) { targets(what: [TRAFFIC_CHECKS]) { what label { sv en } count agreements municipalities byExtent { transcribed catalogued } } } }',
    )
    const checks = [...tables.promises, ...tables.activities].filter(
      ({ targetWhat, targetValue }) => targetWhat === 'traffic_checks' && targetValue !== null,
    )
    const agreements = new Set(checks.map(({ agreementId }) => agreementId))
    expect(statistics[0].targets).toEqual([
      {
        what: 'TRAFFIC_CHECKS',
        label: {
          sv: expect.stringContaining('rafikkontroller'),
          en: expect.stringContaining('raffic checks'),
        },
        count: checks.length,
        agreements: agreements.size,
        municipalities: new Set([...agreements].flatMap(municipalitiesOf)).size,
        byExtent: { transcribed: 1, catalogued: checks.length - 1 },
      },
    ])
  })

  test('the text of a search leaves what it finds, and the agreements that hold it', async () => {
    const query = 'hundsök'
    const keys: string[] = []
    for (let after = ''; ; ) {
      const { search } = await asked.dataOf(
        `{ search(query: "${query}", first: 100, types: [AGREEMENT, PROMISE, ACTIVITY]${after}) { nodes { __typename ... on Agreement { key } ... on Promise { key agreement { key } } ... on Activity { key agreement { key } } } pageInfo { hasNextPage endCursor } } }`,
      )
      for (const { __typename, key, agreement } of search.nodes)
        keys.push(`${__typename} ${key} ${agreement?.key ?? key}`)
      if (!search.pageInfo.hasNextPage) break
      after = `, after: "${search.pageInfo.endCursor}"`
    }
    const count = (type: string) => keys.filter((key) => key.startsWith(type)).length
    const agreements = new Set(keys.map((key) => key.split(' ')[2]))
    const [all] = await groupsOf('ALL', `, search: "${query}"`)
    expect(all?.promises).toBe(count('Promise'))
    expect(all?.activities).toBe(count('Activity'))
    expect(count('Activity')).toBeGreaterThan(3)
    expect((all?.agreements.transcribed ?? 0) + (all?.agreements.catalogued ?? 0)).toBe(agreements.size)
    const [none] = await groupsOf('ALL', `, search: "${query}", filter: { key: "none" }`)
    expect(none).toMatchObject({ promises: 0, activities: 0, agreements: { transcribed: 0, catalogued: 0 } })
  })

  test('what was read once is not read again, and a filter takes one statement', async () => {
    const text = `{ a: statistics(groupBy: [TOPIC, YEAR]) { key } b: statistics(groupBy: ALL, filter: { extent: CATALOGUED }) { promises } }`
    await asked.dataOf(text)
    expect(asked.statements()).toHaveLength(9)
  })

  test.each([
    ['[]', 'groupBy has 0 groupings; send one, or 2 different ones'],
    ['[YEAR, YEAR]', 'groupBy has 2 groupings; send one, or 2 different ones'],
    ['[YEAR, TOPIC, ACTOR]', 'groupBy has 3 groupings'],
  ])('grouping by %s is refused', async (groupBy, message) => {
    const refusal = await asked.refusalOf(`{ statistics(groupBy: ${groupBy}) { key } }`)
    expect(refusal).toEqual({ code: 'BAD_FILTER', message: expect.stringContaining(message) })
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
    expect(SHARES.length).toBe(7)
    const [catalogued] = await groupsOf('ALL', ', filter: { extent: CATALOGUED }')
    const [nothing] = await groupsOf('ALL', ', filter: { key: "none" }')
    const none = { count: 0, of: 0, share: null }
    expect(catalogued?.agreementsWithFollowUp).toEqual({ ...none, shareUnknownReason: 'NOT_LOOKED_FOR' })
    for (const name of SHARES)
      expect(nothing, name).toHaveProperty(name, { ...none, shareUnknownReason: 'NOTHING' })
  })

  test('agreements with a follow-up are a share of those that were read in full', async () => {
    const [all] = await groupsOf('ALL')
    const promising = await asked.dataOf(
      '{ agreements(first: 1, filter: { followUpPromised: YES }) { totalCount } }',
    )
    expect(all?.agreementsWithFollowUp).toEqual({ count: 4, of: 5, share: 0.8, shareUnknownReason: null })
    expect(promising.agreements.totalCount).toBeGreaterThan(15)
  })
})
