import { addressOf, municipalityPart } from '../../site/addresses.ts'
import { inLanguage, type Language } from '../../site/language.ts'
import { countStandings, type Standing, standingLabels, standingOf, standings } from '../../site/standing.ts'
import { readTiles, type Tile } from '../../site/tiles.ts'
import type { MaybeKnown } from '../../site/unknown.ts'
import { chart } from '../chart.ts'
import type { Fill } from '../figure.ts'
import { lastAgreementTexts } from '../texts/last-agreement.ts'

/** What is known about the last agreement of a municipality. */
interface LastAgreementRow {
  readonly tile: Tile
  readonly standing: Standing
  readonly end: MaybeKnown<string>
}

/** How each class is drawn. */
export const standingFills: { readonly [S in Standing]: Fill } = {
  active: 'c4',
  upcoming: 'c4-dotted',
  recent: 'c3',
  earlier: 'c2',
  oldest: 'c1',
  unknown: 'dot',
  none_found: 'dash',
  not_researched: 'hatch',
}

/** The last day of the last known agreement, with the known precision. */
function lastDayOf({ last }: Tile, standing: Standing): MaybeKnown<string> {
  if (standing === 'not_researched') return { unknown: 'NOT_RESEARCHED' }
  if (standing === 'none_found') return { unknown: 'NONE_FOUND' }
  const [latest] = last.nodes
  if (latest?.periodEnd) return { value: latest.periodEnd }
  return { unknown: latest?.periodUnknownReason ?? 'NOT_STATED' }
}

/** The label of each class. It names the day, since a picture may be looked at later. */
export function standingNames(language: Language, day: string): { readonly [S in Standing]: string } {
  return { ...standingLabels(day)[language], active: lastAgreementTexts[language].active(day) }
}

const { sv, en } = lastAgreementTexts

/** When the last known agreement of each municipality ended. */
export const lastAgreement = chart({
  slug: 'senast-kanda-lofte',
  title: { sv: sv.title, en: en.title },
  how: { sv: sv.how, en: en.how },
  read: (ask, day) => readTiles(ask, day),
  rows: (tiles, day): readonly LastAgreementRow[] =>
    tiles.map((tile) => {
      const standing = standingOf(tile, day)
      return { tile, standing, end: lastDayOf(tile, standing) }
    }),
  columns: [
    { name: 'municipality_code', text: ({ tile }) => tile.code },
    {
      name: 'municipality',
      label: { sv: 'Kommun', en: 'Municipality' },
      text: ({ tile }) => tile.name,
    },
    {
      name: 'county',
      label: { sv: 'Län', en: 'County' },
      text: ({ tile }) => tile.county.nameSv,
      show: ({ tile }, language) => inLanguage(language, tile.county, 'name'),
    },
    {
      name: 'class',
      label: { sv: 'Läge', en: 'State' },
      text: ({ standing }) => standing,
      show: ({ standing }, language, day) => standingNames(language, day)[standing],
    },
    {
      name: 'agreement',
      text: ({ tile }) => tile.last.nodes[0]?.key ?? '',
    },
    {
      name: 'period_end',
      label: { sv: 'Slutdag', en: 'Last day' },
      value: ({ end }) => end,
    },
  ],
  figure(rows, { language, day }) {
    const labels = standingNames(language, day)
    const counts = countStandings(
      rows.map(({ tile }) => tile),
      day,
    )
    return {
      kind: 'tiles',
      tiles: rows.map(({ tile, standing }) => ({
        code: tile.code,
        name: tile.name,
        group: tile.county.code,
        fill: standingFills[standing],
        words: `${tile.name}: ${labels[standing]}`,
        href: addressOf(language, 'municipality', municipalityPart(tile)),
      })),
      keys: standings
        .filter((standing) => standing !== 'upcoming' || counts.upcoming > 0)
        .map((standing) => ({
          fill: standingFills[standing],
          label: labels[standing],
          count: counts[standing],
        })),
    }
  },
  says: (rows, { language, day }) =>
    lastAgreementTexts[language].says(
      countStandings(
        rows.map(({ tile }) => tile),
        day,
      ),
      rows.length,
      day,
    ),
  notes: (_rows, { language }) => [lastAgreementTexts[language].note],
})
