import type { MaybeKnown } from '../../site/unknown.ts'
import { chart } from '../chart.ts'
import { reportedQuery } from '../queries/reported.graphql.ts'
import { reportedTexts } from '../texts/reported.ts'

/** Agreements, promises or activities: for how many a report was found. */
interface ReportedRow {
  readonly what: 'agreements' | 'promises' | 'activities'
  readonly found: MaybeKnown<number>
  readonly noneFound: MaybeKnown<number>
  readonly notResearched: MaybeKnown<number>
}

const PARTS = [
  { name: 'found', fill: 'c3' },
  { name: 'noneFound', fill: 'dash' },
  { name: 'notResearched', fill: 'hatch' },
] as const

type ReportedPart = (typeof PARTS)[number]['name']

/** The size of a part: all three kinds are counted. */
function countIn(row: ReportedRow, part: ReportedPart): number {
  const value = row[part]
  return 'value' in value ? value.value : 0
}

const { sv, en } = reportedTexts

/** For how many promises we have found out how they turned out, and for how many not. */
export const reported = chart({
  slug: 'lovat-och-redovisat',
  title: { sv: sv.title, en: en.title },
  how: { sv: sv.how, en: en.how },
  read: (ask) => ask(reportedQuery, {}),
  rows: (data): readonly ReportedRow[] =>
    (['agreements', 'promises', 'activities'] as const).map((what) => ({
      what,
      found: { value: data[`${what}Found`].totalCount },
      noneFound: { value: data[`${what}NoneFound`].totalCount },
      notResearched: { value: data[`${what}NotResearched`].totalCount },
    })),
  columns: [
    {
      name: 'counted',
      label: { sv: 'Vad som räknas', en: 'What is counted' },
      text: ({ what }) => what,
      show: ({ what }, language) => reportedTexts[language].names[what],
    },
    {
      name: 'report_found',
      label: { sv: sv.parts.found, en: en.parts.found },
      value: ({ found }) => found,
    },
    {
      name: 'none_found',
      label: { sv: sv.parts.noneFound, en: en.parts.noneFound },
      value: ({ noneFound }) => noneFound,
    },
    {
      name: 'not_researched',
      label: { sv: sv.parts.notResearched, en: en.parts.notResearched },
      value: ({ notResearched }) => notResearched,
    },
  ],
  figure(rows, { language }) {
    const text = reportedTexts[language]
    return {
      kind: 'bars',
      heads: [text.counted, text.all],
      keys: PARTS.map(({ name, fill }) => ({ fill, label: text.parts[name] })),
      rows: rows.map((row) => ({
        name: text.names[row.what],
        number: text.share(
          countIn(row, 'found'),
          PARTS.reduce((sum, { name }) => sum + countIn(row, name), 0),
        ),
        parts: PARTS.map(({ name, fill }) => ({ fill, label: text.parts[name], value: row[name] })),
      })),
    }
  },
  says(rows, { language }) {
    const promises = rows.find(({ what }) => what === 'promises')
    const count = (part: ReportedPart) => (promises ? countIn(promises, part) : 0)
    return reportedTexts[language].says(count('found'), count('notResearched'))
  },
  notes: (_rows, { language }) => [reportedTexts[language].note],
})
