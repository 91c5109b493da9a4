import { type Html, html } from '../html.ts'
import { knownIn } from '../known-in.ts'
import type { Setting, ShownPage } from '../page-kind.ts'
import { placeTexts } from '../texts/places.ts'
import type { Tile } from '../tiles.ts'
import { cite } from './cite.ts'
import { crumbs } from './crumbs.ts'
import { facts } from './facts.ts'
import { municipalityTable } from './municipality-table.ts'
import { says } from './says.ts'
import { locator } from './tile-map.ts'

/** What a page about an area shows besides its municipalities. */
interface ShownArea {
  readonly name: string
  readonly above: Parameters<typeof crumbs>[1]
  readonly facts: Parameters<typeof facts>[0]
  readonly section?: Html
  readonly source?: Html
}

/** The page of an area that consists of municipalities: its facts, what is known about each, a map and a table. */
export function areaPage(
  { name, above, facts: known, section, source }: ShownArea,
  tiles: readonly Tile[],
  setting: Setting & { readonly path: string },
): ShownPage {
  const { language, day } = setting
  const text = placeTexts[language]
  const sentences = text.says(name, knownIn(tiles, day))
  const codes = tiles.map(({ code }) => code)
  return {
    title: name,
    description: sentences,
    section: 'municipality',
    main: html`${crumbs(language, above)}
<div class="pagehead"><div><h1>${name}</h1>${says(language, sentences)}
${facts(known)}</div><div class="mini">${locator([], codes)}</div></div>
${section}<section aria-labelledby="municipalities"><h2 id="municipalities">${text.municipalities}</h2>${municipalityTable(language, tiles, day)}</section>
<section class="cols">${cite(setting, name)}${source}</section>`,
  }
}
