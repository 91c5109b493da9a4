import { addressOf } from '../../site/addresses.ts'
import { formats } from '../../site/formats.ts'
import type { MaybeKnown } from '../../site/unknown.ts'
import { chart } from '../chart.ts'
import { type MunicipalityYearsData, municipalityYearsQuery } from '../queries/municipality-years.graphql.ts'
import { regionsTexts } from '../texts/regions.ts'
import { yearsFrom } from '../years.ts'

type MunicipalityWithYears = MunicipalityYearsData['municipalities']['nodes'][number]

/** The municipalities of a police region in one year. */
interface RegionInYear {
  readonly region: MunicipalityWithYears['county']['policeRegion']
  readonly municipalities: number
  readonly year: number
  /** Those with a known agreement that is in force in the year. */
  readonly known: MaybeKnown
  /** Those that have not been researched for the year, or only in part. */
  readonly notResearched: MaybeKnown
}

const { sv, en } = regionsTexts

/** The number of municipalities with a known agreement, by police region and year. */
export const regions = chart({
  slug: 'polisregioner',
  title: { sv: sv.title, en: en.title },
  how: { sv: sv.how, en: en.how },
  read: async (ask) => (await ask(municipalityYearsQuery, {})).municipalities.nodes,
  rows(municipalities): readonly RegionInYear[] {
    const byKey = new Map(
      municipalities.map(({ county: { policeRegion } }) => [policeRegion.key, policeRegion]),
    )
    const years = yearsFrom(municipalities.flatMap((each) => each.years.map(({ year }) => year)))
    return [...byKey.values()]
      .sort((a, b) => formats.sv.compare(a.name, b.name))
      .flatMap((region) => {
        const own = municipalities.filter(({ county }) => county.policeRegion.key === region.key)
        return years.map((year): RegionInYear => {
          const states = own.map((each) => each.years.find((other) => other.year === year)?.state)
          const known = states.filter((state) => state === 'KNOWN').length
          const researched = states.filter((state) => state === 'KNOWN' || state === 'NONE_FOUND').length
          return {
            region,
            municipalities: own.length,
            year,
            known: researched === 0 ? { unknown: 'NOT_RESEARCHED' } : { value: known },
            notResearched: { value: own.length - researched },
          }
        })
      })
  },
  columns: [
    { name: 'police_region', text: ({ region }) => region.key },
    {
      name: 'name',
      label: { sv: 'Polisregion', en: 'Police region' },
      text: ({ region }) => region.name,
    },
    {
      name: 'year',
      label: { sv: 'År', en: 'Year' },
      value: ({ year }) => ({ value: year }),
      show: ({ year }) => String(year),
    },
    {
      name: 'municipalities',
      label: { sv: 'Kommuner', en: 'Municipalities' },
      value: ({ municipalities }) => ({ value: municipalities }),
    },
    {
      name: 'with_known_agreement',
      label: { sv: 'Med känt löfte', en: 'With a known agreement' },
      value: ({ known }) => known,
    },
    {
      name: 'not_researched',
      label: { sv: 'Inte undersökta för året', en: 'Not researched for the year' },
      value: ({ notResearched }) => notResearched,
    },
  ],
  figure(rows, { language }) {
    const text = regionsTexts[language]
    const regions = [...new Map(rows.map((row) => [row.region.key, row])).values()]
    return {
      kind: 'panels',
      heads: [text.year, text.known],
      keys: [{ fill: 'hatch', label: text.notResearched }],
      panels: regions.map(({ region, municipalities }) => ({
        name: text.panel(region.name, municipalities),
        href: addressOf(language, 'policeRegion', region.key),
        columns: rows
          .filter((row) => row.region.key === region.key)
          .map(({ year, known }) => ({ name: String(year), fill: 'c3', value: known })),
      })),
    }
  },
  says(rows, { language }) {
    const regions = new Set(rows.map(({ region }) => region.key)).size
    const years = rows.map(({ year }) => year)
    return regionsTexts[language].says(regions, Math.min(...years), Math.max(...years))
  },
  notes: (_rows, { language }) => [regionsTexts[language].note],
})
