import { activities } from '../activities.ts'
import { activityId, agreementId } from '../columns.ts'
import type { Dataset } from '../dataset.ts'
import { actorParts, agreementParts, listColumn, topicParts, yearParts } from './agreement-parts.ts'

const {
  id: _,
  agreementId: __,
  position,
  heading,
  gistSv,
  gistEn,
  text,
  commitment,
  ...others
} = activities.columns
/** Columns of the activity itself: a new column of activities is added here too. */
export const partsOfActivity = others

export const activitiesFlat = {
  name: 'activities_flat',
  title: { sv: 'Aktiviteter med alla benämningar', en: 'Activities with all their labels' },
  description: {
    sv: 'En rad per aktivitet i alla medborgarlöften, transkriberade och katalogiserade, med kommun, län, polis, period, aktörer, ämnen och löften i klartext: en enda fil att göra diagram av. Allt i den står också i de andra datamängderna.',
    en: 'A row for each activity of all agreements, transcribed and catalogued, with municipality, county, police, period, actors, topics and promises in words: one file to make charts of. All of it is in the other datasets too.',
  },
  leastRows: activities.leastRows,
  key: ['activityId'],
  columns: {
    activityId,
    agreementId,
    ...agreementParts,
    ...yearParts,
    position,
    heading,
    gistSv,
    gistEn,
    text,
    commitment,
    ...actorParts,
    ...topicParts,
    ...partsOfActivity,
    promiseIds: listColumn(
      { sv: 'Löften', en: 'Promises' },
      {
        sv: 'Löftena som aktiviteten hör till, i källans ordning.',
        en: 'The promises that the activity belongs to, in the order of the source.',
      },
    ),
    promiseGistsSv: listColumn(
      { sv: 'Löftena i korthet', en: 'Gists of the promises in Swedish' },
      {
        sv: 'Löftena i korthet, i samma ordning.',
        en: 'The promises in short, in the same order, in Swedish.',
      },
    ),
    promiseGistsEn: listColumn(
      { sv: 'Löftena i korthet på engelska', en: 'Gists of the promises' },
      {
        sv: 'Löftena i korthet på engelska, i samma ordning.',
        en: 'The promises in short, in the same order.',
      },
    ),
  },
} as const satisfies Dataset
