import { tileCountsQuery } from './queries/tile-counts.graphql.ts'
import { type TilesData, tilesQuery } from './queries/tiles.graphql.ts'
import type { Ask } from './query.ts'

/** A municipality with what is known of its agreements on a day. */
export type Tile = TilesData['municipalities']['nodes'][number] & {
  /** How many agreements are known. */
  readonly agreements: number
  readonly hasActive: boolean
}

/** The municipalities that match a filter, or all of them. They are counted by groups, which takes less than each by itself. */
export async function readTiles(ask: Ask, day: string, filter?: object): Promise<readonly Tile[]> {
  const [{ municipalities }, counts] = await Promise.all([
    ask(tilesQuery, { day, ...(filter && { filter }) }),
    ask(tileCountsQuery, { day }),
  ])
  const [all, active] = [counts.all, counts.active].map(
    (groups) => new Map(groups.map(({ key, agreements: of }) => [key, of.transcribed + of.catalogued])),
  )
  return municipalities.nodes.map((each) => ({
    ...each,
    agreements: all?.get(each.code) ?? 0,
    hasActive: (active?.get(each.code) ?? 0) > 0,
  }))
}
