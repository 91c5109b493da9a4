import { standingOf } from './standing.ts'
import type { KnownMunicipalities } from './texts/places.ts'
import type { Tile } from './tiles.ts'

/** How much is known of some municipalities. */
export function knownIn(tiles: readonly Tile[], day: string): KnownMunicipalities {
  const having = (state: Tile['researchState']) =>
    tiles.filter(({ researchState }) => researchState === state).length
  return {
    all: tiles.length,
    known: tiles.filter(({ agreements }) => agreements > 0).length,
    active: tiles.filter((tile) => standingOf(tile, day) === 'active').length,
    notResearched: having('NOT_RESEARCHED'),
    noneFound: having('NONE_FOUND'),
  }
}
