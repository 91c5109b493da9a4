import type { MaybeKnown } from '../../site/unknown.ts'
import { chart } from '../chart.ts'
import { type AgreementYearsData, agreementYearsQuery } from '../queries/agreement-years.graphql.ts'
import { type MunicipalityYearsData, municipalityYearsQuery } from '../queries/municipality-years.graphql.ts'
import { newByYearTexts } from '../texts/new-by-year.ts'
import { countOfEach, UNKNOWN_YEAR, yearIn, yearsFrom } from '../years.ts'

/** The agreements that began in a year, and how many municipalities we have researched for that year. */
interface NewInYear {
  /** Null for those whose start is not known. */
  readonly year: number | null
  readonly agreements: MaybeKnown
  readonly researched: MaybeKnown
}

interface NewByYearData {
  readonly agreements: AgreementYearsData['agreements']['nodes']
  readonly municipalities: MunicipalityYearsData['municipalities']['nodes']
}

const { sv, en } = newByYearTexts

/** How many agreements began each year, with how many municipalities were researched for it. */
export const newByYear = chart<NewByYearData, NewInYear>({
  slug: 'nya-per-ar',
  title: { sv: sv.title, en: en.title },
  how: { sv: sv.how, en: en.how },
  async read(ask) {
    const [agreements, municipalities] = await Promise.all([
      ask(agreementYearsQuery, {}),
      ask(municipalityYearsQuery, {}),
    ])
    return { agreements: agreements.agreements.nodes, municipalities: municipalities.municipalities.nodes }
  },
  rows({ agreements, municipalities }) {
    const begun = countOfEach(agreements.map(({ periodStart }) => yearIn(periodStart)))
    const researched = countOfEach(
      municipalities.flatMap(({ years }) =>
        years.flatMap(({ year, state }) => (state === 'KNOWN' || state === 'NONE_FOUND' ? [year] : [])),
      ),
    )
    const years = yearsFrom(begun.keys())
    return [
      ...years.map((year): NewInYear => {
        const [count, known] = [begun.get(year) ?? 0, researched.get(year) ?? 0]
        return {
          year,
          agreements: count === 0 && known === 0 ? { unknown: 'NOT_RESEARCHED' } : { value: count },
          researched: { value: known },
        }
      }),
      { year: null, agreements: { value: begun.get(null) ?? 0 }, researched: { unknown: 'NOT_STATED' } },
    ]
  },
  columns: [
    {
      name: 'year',
      label: { sv: 'År', en: 'Year' },
      value: ({ year }) => (year === null ? { unknown: 'NOT_STATED' } : { value: year }),
      show: ({ year }) => String(year),
    },
    {
      name: 'new_agreements',
      label: { sv: 'Nya löften', en: 'New agreements' },
      value: ({ agreements }) => agreements,
    },
    {
      name: 'municipalities_researched',
      label: { sv: 'Undersökta kommuner', en: 'Municipalities researched' },
      value: ({ researched }) => researched,
    },
  ],
  figure(rows, { language }) {
    const text = newByYearTexts[language]
    const nameOf = ({ year }: NewInYear) => (year === null ? UNKNOWN_YEAR : String(year))
    return {
      kind: 'panels',
      heads: [text.year, text.agreements],
      keys: [{ fill: 'dot', label: text.unknownStart }],
      panels: [
        {
          name: text.agreements,
          columns: rows.map((row) => ({
            name: nameOf(row),
            fill: row.year === null ? 'dot' : 'c3',
            value: row.agreements,
          })),
        },
        {
          name: text.researched,
          columns: rows.map((row) => ({ name: nameOf(row), fill: 'c1', value: row.researched })),
        },
      ],
    }
  },
  says(rows, { language }) {
    const known = rows.flatMap(({ year, agreements }) =>
      year !== null && 'value' in agreements ? [agreements.value] : [],
    )
    const years = rows.flatMap(({ year }) => (year === null ? [] : [year]))
    const unknown = rows.find(({ year }) => year === null)?.agreements
    return newByYearTexts[language].says(
      known.reduce((sum, count) => sum + count, 0),
      years,
      unknown && 'value' in unknown ? unknown.value : 0,
    )
  },
  notes: (_rows, { language }) => [newByYearTexts[language].note],
})
