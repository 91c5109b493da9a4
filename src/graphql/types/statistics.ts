import type { GroupingName } from '../../database/groupings.ts'
import { type Group, readStatistics } from '../../database/statistics.ts'
import { builder } from '../builder.ts'
import { agreementFilter } from '../filters/agreement.ts'
import { askedFilter } from '../filters/filter.ts'
import { AgreementCounts, TextType } from './dataset.ts'

// Counts by group, so that a chart needs one query.

const GROUPINGS: { readonly [N in GroupingName]: string } = {
  ALL: 'A single group of all rows, for totals. Its key is "all".',
  MUNICIPALITY: 'By municipality that is a party. The key is the code of the municipality.',
  COUNTY: 'By county of the municipalities that are parties. The key is the code of the county.',
  POLICE_REGION: 'By police region of the municipalities that are parties. The key is the key of the region.',
  POLICE_AREA:
    'By local police area that the source names as a party. The key is the key of the area, or null if the source names none.',
  TOPIC:
    'By topic. A topic includes rows about it or a narrower topic, like `topic` of the filters and the connections of Topic. Agreements, promises and activities are each grouped by their own topics. The key is the key of the topic, or null for rows without a topic.',
  TOPIC_ITSELF:
    'By topic, like TOPIC, but a topic includes only rows about the topic itself, like `topicItself` of the filters and `itself` of the connections of Topic. Rows about narrower topics only are not included.',
  YEAR: 'By year in which the period of the agreement has at least one day, like AgreementFilter.year. An agreement until further notice counts in every year from its first. The last year is that of `dataset.date` or the last year of any known period, whichever is later. The key is the year, or null if the period is unknown.',
  ACTOR:
    'By actor: activities by who is to carry them out, promises by who is to keep them or to carry out an activity of theirs, agreements by either; of agreements whose promises nobody listed it is not known, and they are in no group. The key is that of the actor; null for what the source gives no actor.',
  ACTOR_ITSELF:
    'By actor, like ACTOR, but promises only by who is to keep the promise itself, like `actorItself` of the filter and `itself` of Actor.promises. Promises of which the actor is only to carry out an activity are not included.',
}

const Grouping = builder.enumType('StatisticsGrouping', {
  description: 'How `statistics` groups the rows.',
  values: Object.fromEntries(
    Object.entries(GROUPINGS).map(([name, description]) => [name, { value: name, description }]),
  ) as { [N in GroupingName]: { value: N; description: string } },
})

/** How many of how many, in a group. */
interface GroupPart {
  readonly count: number
  readonly of: number
  readonly group: Group
}

const ShareUnknownReason = builder.enumType('ShareUnknownReason', {
  description: 'Why a share is null.',
  values: {
    NOTHING: { description: 'The group has no rows to count.' },
    NOT_LOOKED_FOR: {
      description:
        'The group has only catalogued agreements. For those, only one of the two answers has been recorded, so a share cannot be calculated.',
    },
  } as const,
})

const Share = builder.objectRef<GroupPart>('Share').implement({
  description: 'How many rows of how many, counted only where both answers (yes and no) have been recorded.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'The number of rows.' }),
    of: t.exposeInt('of', {
      description: 'The number of rows in total. The field of the share says which rows they are.',
    }),
    share: t.float({
      nullable: true,
      description:
        'The number divided by the total, from 0 to 1. Null if the total is 0, see shareUnknownReason.',
      resolve: ({ count, of }) => (of === 0 ? null : count / of),
    }),
    shareUnknownReason: t.field({
      type: ShareUnknownReason,
      nullable: true,
      description: 'Why the share is null. Null if there is a share.',
      resolve: ({ of, group: { agreements } }) => {
        if (of > 0) return null
        return agreements.transcribed === 0 && agreements.catalogued > 0 ? 'NOT_LOOKED_FOR' : 'NOTHING'
      },
    }),
  }),
})

const StatisticsGroup = builder.objectRef<Group>('StatisticsGroup').implement({
  description:
    'Counts for one group. A row in several groups counts in each of them, so groups do not add up to the total.',
  fields: (t) => {
    /** A share of what stands in transcribed agreements, or of these themselves. */
    const share = (description: string, part: (group: Group) => Omit<GroupPart, 'group'>) =>
      t.field({ type: Share, description, resolve: (group) => ({ ...part(group), group }) })
    return {
      key: t.exposeString('key', {
        nullable: true,
        description:
          'The key of the group, as described for the grouping. Null for the rows that are in no other group.',
      }),
      label: t.field({
        type: TextType,
        description: 'The label of the group.',
        resolve: ({ label }) => label,
      }),
      agreements: t.field({
        type: AgreementCounts,
        description: 'The number of agreements, by extent.',
        resolve: ({ agreements }) => ({
          transcribed: agreements.transcribed,
          catalogued: agreements.catalogued,
        }),
      }),
      promises: t.int({
        description:
          'Promises, of transcribed and catalogued agreements; a filter by extent counts those of one. Of agreements that are not known in full there may be more.',
        resolve: ({ promises }) => promises.all,
      }),
      promisesWithTarget: share(
        'How many of the promises have a measurable target, of their own or in an activity, as PromiseFilter.hasTarget.',
        ({ promises }) => ({ count: promises.withTarget, of: promises.all }),
      ),
      promisesWithActor: share(
        'For how many of the promises the source names an actor, of their own or of an activity, as PromiseFilter.hasActor.',
        ({ promises }) => ({ count: promises.withActor, of: promises.all }),
      ),
      activities: t.int({
        description:
          'Activities, of transcribed and catalogued agreements; a filter by extent counts those of one. Of agreements that are not known in full there may be more.',
        resolve: ({ activities }) => activities.all,
      }),
      activitiesWithTarget: share(
        'How many of the activities have a measurable target.',
        ({ activities }) => ({ count: activities.withTarget, of: activities.all }),
      ),
      activitiesWithActor: share(
        'For how many of the activities the source names an actor.',
        ({ activities }) => ({ count: activities.withActor, of: activities.all }),
      ),
      agreementsWithFollowUp: share(
        'How many transcribed agreements promise a follow-up. Catalogued agreements that do can be found with AgreementFilter.followUpPromised, but they are in neither number, since those that promise none have not been recorded.',
        ({ agreements }) => ({ count: agreements.followUpPromised, of: agreements.transcribed }),
      ),
    }
  },
})

builder.queryField('statistics', (t) =>
  t.field({
    type: [StatisticsGroup],
    description:
      'Counts and shares by group, ordered by key. An agreement in several groups (topics, years, the municipalities of a joint agreement) counts in each of them. Empty groups are included with zeros, so that charts with different filters have the same axis. The group with key null comes last, and only if it is not empty.',
    args: {
      groupBy: t.arg({ type: Grouping, required: true, description: 'How to group the rows.' }),
      filter: t.arg({
        type: agreementFilter.input,
        description: 'Which agreements to count, with their promises and activities.',
      }),
    },
    resolve: async (_root, { groupBy, filter }, { db, names }) => {
      const { given } = await askedFilter(agreementFilter, filter, names)
      return readStatistics(db, groupBy, agreementFilter.where(given))
    },
  }),
)
