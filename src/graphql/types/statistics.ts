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
  YEAR: 'By year in which the agreement is in force, on some day of it, as in AgreementFilter.year. An open-ended one counts in every year from its first. The years go to that of `dataset.date`, and on to the last in which an agreement is known to be in force. The key is the year; null where the period is not known.',
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

const Share = builder.objectRef<{ count: number; of: number }>('Share').implement({
  description: 'How many of how many.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'How many there are.' }),
    of: t.exposeInt('of', { description: 'Of how many.' }),
    share: t.float({
      nullable: true,
      description: 'The one divided by the other, from 0 to 1; null where it would be of none.',
      resolve: ({ count, of }) => (of === 0 ? null : count / of),
    }),
  }),
})

const StatisticsGroup = builder.objectRef<Group>('StatisticsGroup').implement({
  description:
    'What there is in one group. What is in several groups counts in each, so groups do not add up.',
  fields: (t) => ({
    key: t.exposeString('key', {
      nullable: true,
      description: 'The key of the group, as its grouping says; null for all that is in no other group.',
    }),
    label: t.field({ type: TextType, description: 'What to call the group.', resolve: ({ label }) => label }),
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
    promisesWithTarget: t.field({
      type: Share,
      description:
        'How many of the promises have a measurable target, of their own or in an activity, as PromiseFilter.hasTarget. Transcribed agreements alone.',
      resolve: ({ promises }) => ({ count: promises.withTarget, of: promises.all }),
    }),
    promisesWithActor: t.field({
      type: Share,
      description:
        'For how many of the promises the source names an actor, of their own or of an activity, as PromiseFilter.hasActor. Transcribed agreements alone.',
      resolve: ({ promises }) => ({ count: promises.withActor, of: promises.all }),
    }),
    activities: t.int({
      description: 'Activities, of transcribed agreements alone.',
      resolve: ({ activities }) => activities.all,
    }),
    activitiesWithTarget: t.field({
      type: Share,
      description: 'How many of the activities have a measurable target. Transcribed agreements alone.',
      resolve: ({ activities }) => ({ count: activities.withTarget, of: activities.all }),
    }),
    activitiesWithActor: t.field({
      type: Share,
      description: 'For how many of the activities the source names an actor. Transcribed agreements alone.',
      resolve: ({ activities }) => ({ count: activities.withActor, of: activities.all }),
    }),
    agreementsWithFollowUp: t.field({
      type: Share,
      description:
        'How many of the agreements promise a follow-up, of those whose source, as far as it was read, is clear about it: YES of YES and NO. Those that are UNCLEAR, most catalogued ones, are in neither number.',
      resolve: ({ agreements }) => ({ count: agreements.followUpPromised, of: agreements.followUpKnown }),
    }),
  }),
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
