import type { MaybeKnown } from '../../site/unknown.ts'
import { chart } from '../chart.ts'
import { measurableQuery } from '../queries/measurable.graphql.ts'
import { measurableTexts } from '../texts/measurable.ts'

/** Agreements, promises or activities: how many have a measurable target. */
interface MeasurableRow {
  readonly what: 'agreements' | 'promises' | 'activities'
  readonly withTarget: MaybeKnown
  readonly without: MaybeKnown
  /** How many are unknown, since not all of their promises were read. */
  readonly notRead: MaybeKnown
}

const { sv, en } = measurableTexts

/** How much can be measured, of agreements that were read in full. */
export const measurable = chart({
  slug: 'matbara-mal',
  title: { sv: sv.title, en: en.title },
  how: { sv: sv.how, en: en.how },
  read: (ask) => ask(measurableQuery, {}),
  rows: (data): readonly MeasurableRow[] => [
    {
      what: 'agreements',
      withTarget: { value: data.agreementsWith.totalCount },
      without: { value: data.agreementsWithout.totalCount },
      notRead: { value: data.agreementsUnread.totalCount },
    },
    {
      what: 'promises',
      withTarget: { value: data.promisesWith.totalCount },
      without: { value: data.promisesWithout.totalCount },
      notRead: { unknown: 'NOT_TRANSCRIBED' },
    },
    {
      what: 'activities',
      withTarget: { value: data.activitiesWith.totalCount },
      without: { value: data.activitiesWithout.totalCount },
      notRead: { unknown: 'NOT_TRANSCRIBED' },
    },
  ],
  columns: [
    {
      name: 'counted',
      label: { sv: 'Vad som räknas', en: 'What is counted' },
      text: ({ what }) => what,
      show: ({ what }, language) => measurableTexts[language].names[what],
    },
    {
      name: 'with_target',
      label: { sv: 'Med mätbart mål', en: 'With a measurable target' },
      value: ({ withTarget }) => withTarget,
    },
    {
      name: 'without_target',
      label: { sv: 'Utan', en: 'Without' },
      value: ({ without }) => without,
    },
    {
      name: 'not_read_whole',
      label: { sv: 'Inte läst i sin helhet', en: 'Not read whole' },
      value: ({ notRead }) => notRead,
    },
  ],
  figure(rows, { language }) {
    const text = measurableTexts[language]
    return {
      kind: 'bars',
      heads: [text.counted, text.withOf],
      keys: [
        { fill: 'c4', label: text.withTarget },
        { fill: 'c1', label: text.without },
        { fill: 'hatch', label: text.notRead },
      ],
      rows: rows.map((row) => ({
        name: text.names[row.what],
        number: text.share(row.withTarget, row.without),
        parts: [
          { fill: 'c4', label: text.withTarget, value: row.withTarget },
          { fill: 'c1', label: text.without, value: row.without },
          { fill: 'hatch', label: text.notRead, value: row.notRead },
        ],
      })),
    }
  },
  says(rows, { language }) {
    const promises = rows.find(({ what }) => what === 'promises')
    return promises ? measurableTexts[language].says(promises.withTarget, promises.without) : ''
  },
  notes: (_rows, { language }) => [measurableTexts[language].note],
})
