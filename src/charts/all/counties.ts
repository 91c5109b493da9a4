import { addressOf, countyPart } from '../../site/addresses.ts'
import { formats } from '../../site/formats.ts'
import { inLanguage } from '../../site/language.ts'
import { countStandings, type Standing, standings } from '../../site/standing.ts'
import { readTiles, type Tile } from '../../site/tiles.ts'
import { chart } from '../chart.ts'
import { countiesChartTexts } from '../texts/counties.ts'
import { standingFills, standingNames } from './last-agreement.ts'

/** The municipalities of a county, by the class of each. */
interface CountyRow {
  readonly county: Tile['county']
  readonly counts: { readonly [S in Standing]: number }
  readonly all: number
}

const { sv, en } = countiesChartTexts

/** How many municipalities of each county are in each class. */
export const counties = chart({
  slug: 'kommuner-per-lan',
  title: { sv: sv.title, en: en.title },
  how: { sv: sv.how, en: en.how },
  read: (ask, day) => readTiles(ask, day),
  rows(tiles, day): readonly CountyRow[] {
    const byCode = new Map(tiles.map(({ county }) => [county.code, county]))
    return [...byCode.values()]
      .sort((a, b) => formats.sv.compare(a.nameSv, b.nameSv))
      .map((county) => {
        const own = tiles.filter((tile) => tile.county.code === county.code)
        return { county, counts: countStandings(own, day), all: own.length }
      })
  },
  columns: [
    { name: 'county_code', text: ({ county }) => county.code },
    {
      name: 'county',
      label: { sv: 'Län', en: 'County' },
      text: ({ county }) => county.nameSv,
      show: ({ county }, language) => inLanguage(language, county, 'name'),
    },
    {
      name: 'municipalities',
      label: { sv: 'Kommuner', en: 'Municipalities' },
      value: ({ all }) => ({ value: all }),
    },
    ...standings.map((standing) => ({
      name: standing,
      label: { sv: sv.classes[standing], en: en.classes[standing] },
      value: ({ counts }: CountyRow) => ({ value: counts[standing] }),
    })),
  ],
  figure(rows, { language, day }) {
    const labels = standingNames(language, day)
    const shown = standings.filter((standing) => rows.some(({ counts }) => counts[standing] > 0))
    return {
      kind: 'bars',
      heads: [countiesChartTexts[language].county, countiesChartTexts[language].municipalities],
      keys: shown.map((standing) => ({ fill: standingFills[standing], label: labels[standing] })),
      rows: rows.map(({ county, counts, all }) => ({
        name: inLanguage(language, county, 'name'),
        href: addressOf(language, 'county', countyPart(county)),
        number: formats[language].number(all),
        parts: shown
          .filter((standing) => counts[standing] > 0)
          .map((standing) => ({
            fill: standingFills[standing],
            label: labels[standing],
            value: { value: counts[standing] },
          })),
      })),
    }
  },
  says(rows, { language, day }) {
    const sum = (standing: Standing) => rows.reduce((all, { counts }) => all + counts[standing], 0)
    const counties = rows.filter(({ counts }) => counts.active > 0).length
    return countiesChartTexts[language].says(counties, rows.length, sum('active'), day)
  },
  notes: (_rows, { language }) => [countiesChartTexts[language].note],
})
