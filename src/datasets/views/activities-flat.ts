import { activities } from '../activities.ts'
import { agreements } from '../agreements.ts'
import { activityId, agreementId } from '../columns.ts'
import type { Column, Dataset, Text } from '../dataset.ts'

/** A column that holds several values, in an order that the columns beside it share. */
function listColumn(title: Text, description: Text) {
  return { type: 'list', title, description } as const satisfies Column
}

const { columns: agreement } = agreements
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
/** What else an activity says of itself: a column more of activities is one more here. */
export const partsOfActivity = others

const noPoliceArea = {
  sv: 'Källan namnger inget lokalpolisområde.',
  en: 'The source names no local police area.',
}
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
    agreementTitle: {
      ...agreement.title,
      title: { sv: 'Medborgarlöftets rubrik', en: 'Title of the agreement' },
    },
    agreementExtent: {
      ...agreement.extent,
      title: { sv: 'Medborgarlöftets omfattning', en: 'Extent of the agreement' },
    },
    agreementKind: { ...agreement.kind, title: { sv: 'Medborgarlöftets typ', en: 'Kind of the agreement' } },
    municipalityCodes: listColumn(
      { sv: 'Kommunkoder', en: 'Municipality codes' },
      {
        sv: 'Kommunerna som är parter, ordnade efter kod. Ett gemensamt medborgarlöfte har flera.',
        en: 'The municipalities that are parties, ordered by code. A joint agreement has several.',
      },
    ),
    municipalityNames: listColumn(
      { sv: 'Kommuner', en: 'Municipalities' },
      {
        sv: 'Kommunernas namn, i kodernas ordning.',
        en: 'The names of the municipalities, in the order of the codes.',
      },
    ),
    countyCodes: listColumn(
      { sv: 'Länskoder', en: 'County codes' },
      {
        sv: 'Länen som kommunerna ligger i, ordnade efter kod.',
        en: 'The counties that the municipalities lie in, ordered by code.',
      },
    ),
    countyNamesSv: listColumn(
      { sv: 'Län', en: 'Counties in Swedish' },
      {
        sv: 'Länens namn, i kodernas ordning.',
        en: 'The Swedish names of the counties, in the order of the codes.',
      },
    ),
    countyNamesEn: listColumn(
      { sv: 'Län på engelska', en: 'Counties' },
      {
        sv: 'Länens namn på engelska, i kodernas ordning.',
        en: 'The English names of the counties, in the order of the codes.',
      },
    ),
    policeAreaId: agreement.policeAreaId,
    policeAreaName: {
      type: 'text',
      title: { sv: 'Lokalpolisområdets namn', en: 'Name of the local police area' },
      description: { sv: 'Lokalpolisområdets namn.', en: 'The name of the local police area.' },
      absent: noPoliceArea,
    },
    policeDistrictId: {
      type: 'text',
      title: { sv: 'Polisområde', en: 'Police district' },
      description: {
        sv: 'Polisområdet som lokalpolisområdet ligger i.',
        en: 'The police district that the local police area lies in.',
      },
      absent: noPoliceArea,
      references: 'police_districts',
    },
    policeDistrictName: {
      type: 'text',
      title: { sv: 'Polisområdets namn', en: 'Name of the police district' },
      description: { sv: 'Polisområdets namn.', en: 'The name of the police district.' },
      absent: noPoliceArea,
    },
    policeRegionId: {
      type: 'text',
      title: { sv: 'Polisregion', en: 'Police region' },
      description: {
        sv: 'Polisregionen som lokalpolisområdet ligger i.',
        en: 'The police region that the local police area lies in.',
      },
      absent: noPoliceArea,
      references: 'police_regions',
    },
    policeRegionName: {
      type: 'text',
      title: { sv: 'Polisregionens namn', en: 'Name of the police region' },
      description: { sv: 'Polisregionens namn.', en: 'The name of the police region.' },
      absent: noPoliceArea,
    },
    periodStart: agreement.periodStart,
    periodEnd: agreement.periodEnd,
    signedOn: agreement.signedOn,
    position,
    heading,
    gistSv,
    gistEn,
    text,
    commitment,
    actorIds: listColumn(
      { sv: 'Aktörer', en: 'Actors' },
      {
        sv: 'De som ska genomföra aktiviteten, i källans ordning.',
        en: 'Those who are to carry out the activity, in the order of the source.',
      },
    ),
    actorLabelsSv: listColumn(
      { sv: 'Aktörernas benämningar', en: 'Labels of the actors in Swedish' },
      { sv: 'Aktörerna på svenska, i samma ordning.', en: 'The actors in Swedish, in the same order.' },
    ),
    actorLabelsEn: listColumn(
      { sv: 'Aktörernas benämningar på engelska', en: 'Labels of the actors' },
      { sv: 'Aktörerna på engelska, i samma ordning.', en: 'The actors in English, in the same order.' },
    ),
    topicIds: listColumn(
      { sv: 'Ämnen', en: 'Topics' },
      {
        sv: 'Ämnen som aktiviteten rör, ordnade efter id.',
        en: 'The topics that the activity is about, ordered by id.',
      },
    ),
    topicLabelsSv: listColumn(
      { sv: 'Ämnenas benämningar', en: 'Labels of the topics in Swedish' },
      { sv: 'Ämnena på svenska, i samma ordning.', en: 'The topics in Swedish, in the same order.' },
    ),
    topicLabelsEn: listColumn(
      { sv: 'Ämnenas benämningar på engelska', en: 'Labels of the topics' },
      { sv: 'Ämnena på engelska, i samma ordning.', en: 'The topics in English, in the same order.' },
    ),
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
