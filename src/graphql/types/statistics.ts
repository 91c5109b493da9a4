import type { GroupingName } from '../../database/groupings.ts'
import { type Group, readStatistics } from '../../database/statistics.ts'
import { builder } from '../builder.ts'
import { agreementFilter } from '../filters/agreement.ts'
import { AgreementCounts, TextType } from './dataset.ts'

// Counts by group, so that a chart needs one query.

const GROUPINGS: { readonly [N in GroupingName]: string } = {
  ALL: 'One group of everything, for totals. Its key is "all".',
  MUNICIPALITY: 'By municipality that is a party. The key is its code.',
  COUNTY: 'By county of the municipalities that are parties. The key is its code.',
  POLICE_REGION: 'By police region of the municipalities that are parties. The key is that of the region.',
  POLICE_AREA:
    'By local police area that the source names as a party. The key is that of the area; null where the source names none.',
  TOPIC:
    'By topic. A topic holds what is about it or one that is narrower, as `topic` of the filters and the connections of Topic: agreements, promises and activities each by their own topics. The key is that of the topic; null for what has none.',
  TOPIC_ITSELF:
    'By topic, as TOPIC, but a topic holds what is about the topic itself; what is about a narrower one alone is left out, as by `topicItself` of the filters and `itself` of the connections of Topic.',
  YEAR: 'By year that the period of the agreement has a day in, as in AgreementFilter.year. An open-ended one counts in every year from its first. The years go to that of `dataset.date`, and on to the last that a period is known to reach. The key is the year; null where the period is not known.',
  ACTOR:
    'By actor: activities by who is to carry them out, promises by who is to keep them or to carry out an activity of theirs, agreements by either. Transcribed agreements alone, since of others it is not known. The key is that of the actor; null for what the source gives no actor.',
  ACTOR_ITSELF:
    'By actor, as ACTOR, but promises by who is to keep the promise itself; where an actor is only to carry out an activity of it, the promise is left out, as by `actorItself` of the filter and `itself` of Actor.promises.',
}

const Grouping = builder.enumType('StatisticsGrouping', {
  description: 'What `statistics` puts together in a group.',
  values: Object.fromEntries(
    Object.entries(GROUPINGS).map(([name, description]) => [name, { value: name, description }]),
  ) as { [N in GroupingName]: { value: N; description: string } },
})

/** How many of how many, in a group. */
interface Part {
  readonly count: number
  readonly of: number
  readonly group: Group
}

const ShareUnknownReason = builder.enumType('ShareUnknownReason', {
  description: 'Why there is no share.',
  values: {
    NOTHING: { description: 'Nothing is counted in the group.' },
    NOT_LOOKED_FOR: {
      description:
        'The group has catalogued agreements alone. Nobody looked for both answers in them, so how many there are says nothing of how large a share they are.',
    },
  } as const,
})

const Share = builder.objectRef<Part>('Share').implement({
  description: 'How many of how many, of what both answers were looked for in: yes and no.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'How many there are.' }),
    of: t.exposeInt('of', { description: 'Of how many. What that is, the field with the share says.' }),
    share: t.float({
      nullable: true,
      description:
        'The one divided by the other, from 0 to 1. Null where it would be of none, see shareUnknownReason.',
      resolve: ({ count, of }) => (of === 0 ? null : count / of),
    }),
    shareUnknownReason: t.field({
      type: ShareUnknownReason,
      nullable: true,
      description: 'Why there is no share. Null where there is one.',
      resolve: ({ of, group: { agreements } }) => {
        if (of > 0) return null
        return agreements.transcribed === 0 && agreements.catalogued > 0 ? 'NOT_LOOKED_FOR' : 'NOTHING'
      },
    }),
  }),
})

const StatisticsGroup = builder.objectRef<Group>('StatisticsGroup').implement({
  description:
    'What there is in one group. What is in several groups counts in each, so groups do not add up.',
  fields: (t) => {
    /** A share of what stands in transcribed agreements, or of these themselves. */
    const share = (description: string, part: (group: Group) => Omit<Part, 'group'>) =>
      t.field({ type: Share, description, resolve: (group) => ({ ...part(group), group }) })
    return {
      key: t.exposeString('key', {
        nullable: true,
        description: 'The key of the group, as its grouping says. Null for all that is in no other group.',
      }),
      label: t.field({
        type: TextType,
        description: 'What to call the group.',
        resolve: ({ label }) => label,
      }),
      agreements: t.field({
        type: AgreementCounts,
        description: 'Agreements, by extent.',
        resolve: ({ agreements }) => ({
          transcribed: agreements.transcribed,
          catalogued: agreements.catalogued,
        }),
      }),
      promises: t.int({
        description: 'Promises, of transcribed agreements alone.',
        resolve: ({ promises }) => promises.all,
      }),
      promisesWithTarget: share(
        'How many of the promises of transcribed agreements have a measurable target, of their own or in an activity, as PromiseFilter.hasTarget.',
        ({ promises }) => ({ count: promises.withTarget, of: promises.all }),
      ),
      promisesWithActor: share(
        'For how many of the promises of transcribed agreements the source names an actor, of their own or of an activity, as PromiseFilter.hasActor.',
        ({ promises }) => ({ count: promises.withActor, of: promises.all }),
      ),
      activities: t.int({
        description: 'Activities, of transcribed agreements alone.',
        resolve: ({ activities }) => activities.all,
      }),
      activitiesWithTarget: share(
        'How many of the activities of transcribed agreements have a measurable target.',
        ({ activities }) => ({ count: activities.withTarget, of: activities.all }),
      ),
      activitiesWithActor: share(
        'For how many of the activities of transcribed agreements the source names an actor.',
        ({ activities }) => ({ count: activities.withActor, of: activities.all }),
      ),
      agreementsWithFollowUp: share(
        'How many of the transcribed agreements promise a follow-up. Catalogued ones that do are found by AgreementFilter.followUpPromised, but nobody looked for those that promise none, so they are in neither number.',
        ({ agreements }) => ({ count: agreements.followUpPromised, of: agreements.transcribed }),
      ),
    }
  },
})

builder.queryField('statistics', (t) =>
  t.field({
    type: [StatisticsGroup],
    description:
      'Counts and shares by group, by key. An agreement in several groups (topics, years, the municipalities of a joint one) counts in each. Groups without anything are there with zeros, so that charts of different filters share an axis; the group with key null comes last, and only if it holds anything.',
    args: {
      groupBy: t.arg({ type: Grouping, required: true, description: 'What to put together in a group.' }),
      filter: t.arg({
        type: agreementFilter.input,
        description: 'Which agreements to count, with their promises and activities.',
      }),
    },
    resolve: (_root, { groupBy, filter }, { db }) =>
      readStatistics(db, groupBy, agreementFilter.where(filter)),
  }),
)
