import { agreements } from '../agreements.ts'
import type { Column, Text } from '../dataset.ts'

/** A column with several values, in an order that the columns beside it share. */
export function listColumn(title: Text, description: Text) {
  return { type: 'list', title, description } as const satisfies Column
}

const { columns: agreement } = agreements

const noPoliceArea = {
  sv: 'Källan namnger inget lokalpolisområde.',
  en: 'The source names no local police area.',
}
/** The columns of every joined table about the agreement of a row. */
export const agreementParts = {
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
} as const

/** The years of a period, for charts. */
export const yearParts = {
  firstYear: {
    type: 'integer',
    title: { sv: 'Första året', en: 'First year' },
    description: {
      sv: 'Periodens första år. Är bara slutet känt, året för det.',
      en: 'The first year of the period. If only the end is known, the year of that.',
    },
    absent: { sv: 'Perioden är okänd.', en: 'The period is not known.' },
  },
  lastYear: {
    type: 'integer',
    title: { sv: 'Sista året', en: 'Last year' },
    description: {
      sv: 'Periodens sista år. Är slutet okänt, det första året.',
      en: 'The last year of the period. If the end is not known, the first year.',
    },
    absent: { sv: 'Perioden är okänd, eller tills vidare.', en: 'The period is not known, or open-ended.' },
  },
} as const satisfies { readonly [name: string]: Column }

/** The topics of a row, as labels. */
export const topicParts = {
  topicIds: listColumn(
    { sv: 'Ämnen', en: 'Topics' },
    {
      sv: 'Ämnen som raden rör, ordnade efter id.',
      en: 'The topics that the row is about, ordered by id.',
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
} as const

/** The actors of a row, as labels. */
export const actorParts = {
  actorIds: listColumn(
    { sv: 'Aktörer', en: 'Actors' },
    {
      sv: 'De som ska göra det, i källans ordning.',
      en: 'Those who are to do it, in the order of the source.',
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
} as const
