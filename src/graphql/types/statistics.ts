import { type SQL, sql } from 'drizzle-orm'
import { findAll } from '../../database/search/find.ts'
import type {
  ByExtent,
  CountedGroup,
  GroupKey,
  Share,
  TargetCount,
} from '../../database/statistics/counting.ts'
import type { DimensionName } from '../../database/statistics/dimensions.ts'
import { MAX_COMMITMENTS } from '../../database/statistics/facts.ts'
import { type CountedKeys, TooManyFacts } from '../../database/statistics/statistics.ts'
import { targetWhat } from '../../datasets/vocabularies/target-what.ts'
import { builder } from '../builder.ts'
import { enumOf } from '../enums.ts'
import { clientError } from '../errors.ts'
import { type ReadingMeans, readAs } from '../field-reading.ts'
import { agreementFilter, agreementsWhere } from '../filters/agreement.ts'
import { askedFilter, type GivenFilter } from '../filters/filter.ts'
import { wordsSent } from '../search.ts'
import { AgreementCounts, TextType } from './dataset.ts'
import { ShareType } from './share.ts'

// Counts by group, so that a chart needs one query.

const GROUPINGS: { readonly [N in DimensionName]: string } = {
  ALL: 'One group with everything, for totals. Its key is "all".',
  MUNICIPALITY: 'By municipality that is a party. The key is its code.',
  COUNTY: 'By county of the municipalities that are parties. The key is its code.',
  POLICE_REGION: 'By police region of the municipalities that are parties. The key is that of the region.',
  POLICE_AREA:
    'By local police area that the source names as a party. The key is that of the area. Null if the source names none.',
  TOPIC:
    'By topic. A topic includes everything about it or a narrower topic, like `topic` of the filters and the connections of Topic. Agreements, promises and activities are grouped by their own topics. The key is that of the topic. Null for rows without a topic.',
  TOPIC_ITSELF:
    'By topic like TOPIC, but without the rows about narrower topics only, like `topicItself` of the filters and `itself` of the connections of Topic.',
  YEAR: 'By year with at least one day in the period of the agreement, like AgreementFilter.year. An open-ended agreement counts in every year from its first. The last group is the year of `dataset.date`, or the latest known year of a period if that is later. The key is the year. Null if the period is not known.',
  EXTENT: 'By how much of the agreement is held. The key is the value of Extent in lower case.',
  KIND: 'By kind of agreement. The key is the value of AgreementKind in lower case.',
  ACTOR:
    'By actor. An activity counts by those who are to carry it out, a promise by those who are to keep it or carry out one of its activities, and an agreement by both. Agreements whose promises are not listed are in no group. The key is that of the actor. Null if the source names no actor.',
  ACTOR_ITSELF:
    'By actor like ACTOR, but a promise counts only by those who are to keep it, like `actorItself` of the filter and `itself` of Actor.promises.',
  TARGET_WHAT:
    'By what a target counts. A promise or an activity counts by its own target, an agreement by those of its promises and activities; agreements whose promises are not listed are in no group. The key is the value of TargetWhat in lower case. Null for what has no number.',
  REPORTED_STATE:
    'By what a report says of the promise or the activity itself, and for an agreement also of the agreement as a whole. One with outcomes of several states counts in each. The key is the value of OutcomeState in lower case. Null where no reported outcome is known, which does not mean that nothing was done.',
}

const Grouping = builder.enumType('StatisticsGrouping', {
  description: 'How `statistics` groups rows.',
  values: Object.fromEntries(
    Object.entries(GROUPINGS).map(([name, description]) => [name, { value: name, description }]),
  ) as { [N in DimensionName]: { value: N; description: string } },
})

const ExtentCounts = builder.objectRef<ByExtent>('ExtentCounts').implement({
  description: 'The number of promises or activities, by extent of the agreement that they belong to.',
  fields: (t) => ({
    transcribed: t.exposeInt('transcribed', { description: 'Of transcribed agreements.' }),
    catalogued: t.exposeInt('catalogued', { description: 'Of catalogued agreements.' }),
  }),
})

const PER_YEAR =
  'Only numbers per year are added up, see `Target.perYear`, and none that is only an upper bound (AT_MOST). Null if there are none.'

const TargetSummary = builder.objectRef<TargetCount>('TargetSummary').implement({
  description: 'The targets of one kind in a group: nothing is added up over different kinds.',
  fields: (t) => ({
    what: t.expose('what', { type: enumOf(targetWhat), description: 'What they count.' }),
    label: t.field({ type: TextType, description: 'The same in words.', resolve: ({ label }) => label }),
    count: t.exposeInt('count', { description: 'How many promises and activities have such a target.' }),
    byExtent: t.field({
      type: ExtentCounts,
      description: 'The same, by extent.',
      resolve: ({ byExtent }) => byExtent,
    }),
    agreements: t.exposeInt('agreements', { description: 'In how many agreements they are.' }),
    municipalities: t.exposeInt('municipalities', {
      description: 'How many municipalities are parties to these agreements.',
    }),
    withNumberPerYear: t.exposeInt('withNumberPerYear', {
      description:
        'How many of them have the number per year that the sum, the least and the greatest are of.',
    }),
    sumPerYear: t.exposeFloat('sumPerYear', { nullable: true, description: `The sum. ${PER_YEAR}` }),
    minPerYear: t.exposeFloat('minPerYear', { nullable: true, description: `The least. ${PER_YEAR}` }),
    maxPerYear: t.exposeFloat('maxPerYear', { nullable: true, description: `The greatest. ${PER_YEAR}` }),
  }),
})

const KeyType = builder.objectRef<GroupKey>('StatisticsKey').implement({
  description: 'Which group it is, by one grouping.',
  fields: (t) => ({
    key: t.exposeString('key', {
      nullable: true,
      description: 'The key, as described for the grouping. Null for the rows that are in no other group.',
    }),
    label: t.field({ type: TextType, description: 'The label.', resolve: ({ label }) => label }),
  }),
})

const StatisticsGroup = builder.objectRef<CountedGroup>('StatisticsGroup').implement({
  description:
    'Counts for one group. A row in several groups counts in each of them, so groups do not add up to the total.',
  fields: (t) => {
    const share = (name: keyof CountedGroup & string, description: string) =>
      t.field({ type: ShareType, description, resolve: (group) => group[name] as Share }) // those named below are
    return {
      key: t.exposeString('key', {
        nullable: true,
        description:
          'The key of the group, as described for the first grouping. Null for the rows that are in no other group.',
      }),
      label: t.field({
        type: TextType,
        description: 'The label of the group by the first grouping.',
        resolve: ({ label }) => label,
      }),
      second: t.field({
        type: KeyType,
        nullable: true,
        description: 'The group by the second grouping. Null if there is one grouping alone.',
        resolve: ({ second }) => second,
      }),
      agreements: t.field({
        type: AgreementCounts,
        description: 'The number of agreements, by extent.',
        resolve: ({ agreements }) => ({ ...agreements }),
      }),
      municipalities: t.exposeInt('municipalities', {
        description: 'How many municipalities are parties to these agreements.',
      }),
      municipalitiesResearched: t.exposeInt('municipalitiesResearched', {
        nullable: true,
        description:
          'How many municipalities were researched for the year: of all, whatever is filtered, and in groups by municipality, county or police region of those in it. Beyond these nobody has looked. Null if the groups are not by year, or the year is unknown.',
      }),
      promises: t.exposeInt('promises', {
        description: 'Promises, of transcribed and catalogued agreements. See atLeast.',
      }),
      promisesByExtent: t.field({
        type: ExtentCounts,
        description: 'The same, by extent.',
        resolve: ({ promisesByExtent }) => promisesByExtent,
      }),
      activities: t.exposeInt('activities', {
        description: 'Activities, of transcribed and catalogued agreements. See atLeast.',
      }),
      activitiesByExtent: t.field({
        type: ExtentCounts,
        description: 'The same, by extent.',
        resolve: ({ activitiesByExtent }) => activitiesByExtent,
      }),
      atLeast: t.exposeBoolean('atLeast', {
        description:
          'Whether there may be more promises and activities than are counted: of an agreement of the group only the beginning was seen, or its promises are not listed. Then say "at least".',
      }),
      promisesWithTarget: share(
        'promisesWithTarget',
        'How many of the promises have a measurable target, of their own or in an activity, as PromiseFilter.hasTarget.',
      ),
      promisesWithActor: share(
        'promisesWithActor',
        'For how many of the promises the source names an actor, of their own or of an activity, as PromiseFilter.hasActor.',
      ),
      promisesReported: share(
        'promisesReported',
        'For how many promises a report was found, of those for which somebody has looked for one.',
      ),
      activitiesWithTarget: share(
        'activitiesWithTarget',
        'How many of the activities have a measurable target.',
      ),
      activitiesWithActor: share(
        'activitiesWithActor',
        'For how many of the activities the source names an actor.',
      ),
      activitiesReported: share(
        'activitiesReported',
        'For how many activities a report was found, of those for which somebody has looked for one.',
      ),
      agreementsWithFollowUp: share(
        'agreementsWithFollowUp',
        'How many transcribed agreements promise a follow-up. Catalogued agreements that do can be found with AgreementFilter.followUpPromised, but they are in neither number, since those that promise none have not been recorded.',
      ),
      targets: t.field({
        type: [TargetSummary],
        description:
          'The measurable targets, by what they count, the most frequent first. Where it is not known what a number counts, the target is left out.',
        args: {
          what: t.arg({ type: [enumOf(targetWhat)], description: 'Only these. All, if omitted.' }),
        },
        ...readAs({ kind: 'computed', columns: [], of: targetsOf }),
        resolve: targetsOf,
      }),
    }
  },
})

function targetsOf(
  { targets }: CountedGroup,
  { what: wanted }: { readonly what?: readonly string[] | null | undefined },
): TargetCount[] {
  return targets.filter(({ what }) => !wanted || wanted.includes(what))
}

/** How many groups two groupings may make together. */
const MAX_GROUPINGS = 2

interface StatisticsArgs {
  readonly groupBy: readonly DimensionName[]
  readonly filter?: GivenFilter | null | undefined
  readonly search?: string | null | undefined
}

builder.queryField('statistics', (t) =>
  t.field({
    type: [StatisticsGroup],
    description: `Counts and shares by group, ordered by key. An agreement in several groups (topics, years, the municipalities of a joint agreement) counts in each of them. By one grouping, empty groups are included with zeros, so that charts with different filters have the same axis; by two, they are left out. A group with key null comes last, and only if it is not empty.`,
    args: {
      groupBy: t.arg({
        type: [Grouping],
        required: true,
        description: `How to group the rows: one grouping, or ${MAX_GROUPINGS} at once, such as [TOPIC, YEAR].`,
      }),
      filter: t.arg({
        type: agreementFilter.input,
        description: 'Which agreements to count, with their promises and activities.',
      }),
      search: t.arg.string({
        description:
          'Words to search for, as in `search`: only the promises and activities that it finds, and the agreements that it finds or that have such, are counted.',
      }),
    },
    ...readAs({ kind: 'values', read: readStatistics }),
    resolve: (_root, args, context) => readStatistics(args, context),
  }),
)

async function readStatistics(
  { groupBy, filter, search }: StatisticsArgs,
  means: ReadingMeans,
): Promise<CountedGroup[]> {
  const [one, other, ...more] = groupBy
  if (!one || more.length > 0 || one === other) {
    throw clientError(
      'BAD_FILTER',
      `groupBy has ${groupBy.length} groupings; send one, or ${MAX_GROUPINGS} different ones`,
    )
  }
  const { given } = await askedFilter(agreementFilter, filter, means.names)
  const where = agreementFilter.where(given)
  const words = typeof search === 'string' ? wordsSent(search) : null
  const filtered = where && (await agreementsBy(where, means))
  const found = words && (await keysFound(words, means))
  try {
    return await means.statistics.count([one, other], { filtered: filtered ?? null, found })
  } catch (error) {
    if (!(error instanceof TooManyFacts)) throw error
    throw clientError(
      'TOO_MANY_ROWS',
      `Statistics count at most ${MAX_COMMITMENTS} promises and activities; use the releases`,
      MAX_COMMITMENTS,
    )
  }
}

async function agreementsBy(where: SQL, { db }: ReadingMeans): Promise<ReadonlySet<string>> {
  const rows = await db.select({ id: sql<string>`id` }).from(sql`(${agreementsWhere(where)}) as wanted(id)`)
  return new Set(rows.map(({ id }) => id))
}

const COUNTED_TYPES = ['agreement', 'promise', 'activity'] as const

/** The keys of the agreements, promises and activities that a search finds. */
async function keysFound(
  words: readonly string[],
  { db, search }: ReadingMeans,
): Promise<CountedKeys['found']> {
  const found = await findAll(db, search, words, { types: COUNTED_TYPES, fuzzy: true })
  const entries = await found.entries(found.numbers)
  const keys = (isAgreement: boolean) =>
    entries.flatMap(({ type, key }) => ((type === 'agreement') === isAgreement ? key : []))
  return { agreements: new Set(keys(true)), commitments: new Set(keys(false)) }
}
