import { addressOf, countyPart, municipalityPart, pathsOf, shortCounty } from '../addresses.ts'
import { formats } from '../formats.ts'
import { type Html, html } from '../html.ts'
import type { Language } from '../language.ts'
import { pageKind, type Setting } from '../page-kind.ts'
import { searchForm } from '../parts/search-form.ts'
import { bigNumber } from '../parts/targets.ts'
import { legend, tileMap } from '../parts/tile-map.ts'
import { topicBars } from '../parts/topic-bars.ts'
import { periodIn } from '../periods.ts'
import { type CountedData, countedQuery } from '../queries/counted.graphql.ts'
import { type StartData, startQuery } from '../queries/start.graphql.ts'
import { countStandings, type Standing } from '../standing.ts'
import { startTexts } from '../texts/start.ts'
import { readTiles, type Tile } from '../tiles.ts'
import { countedTopics } from '../topic-tree.ts'

/** How many promises with a number are shown. */
const COUNTED_SHOWN = 9
/** How many releases are listed. */
const RELEASES_SHOWN = 3

interface Start {
  readonly overview: StartData
  readonly tiles: readonly Tile[]
  readonly counted: CountedData['activities']
}

/** The start page. */
export const startPage = pageKind<Start>({
  name: 'start',
  paths: pathsOf('start'),
  summary: { sv: 'Startsidan.', en: 'The start page.' },
  examples: ['/'],
  async read({ ask, day }) {
    const [overview, tiles, counted] = await Promise.all([
      ask(startQuery, {}),
      readTiles(ask, day),
      ask(countedQuery, { first: COUNTED_SHOWN }),
    ])
    return { overview, tiles, counted: counted.activities }
  },
  page({ overview, tiles, counted }, setting) {
    const { language, day } = setting
    const text = startTexts[language]
    const counts = countStandings(tiles, day)
    const { total } = agreementCounts(overview)
    const withSome = tiles.filter(hasAgreements).length
    return {
      title: text.question,
      description: text.description(total, withSome, tiles.length),
      main: html`<div class="hero">
<div class="intro"><h1>${text.question}</h1>
<p class="lead">${text.lead}</p>
${searchForm(language)}
${startFacts(setting, overview, tiles, counts)}</div>
${map(setting, tiles, counts)}
${counties(language, tiles)}
</div>
${topics(language, overview)}
${countedPromises(language, counted)}
${news(setting)}
<section aria-labelledby="on"><h2 id="on">${text.onHeading}</h2><div class="three">
${(['newsrooms', 'letter', 'officers'] as const).map((kind) => html`<div><h3><a href="${addressOf(language, kind)}">${text.on[kind][0]}</a></h3><p>${text.on[kind][1]}</p></div>`)}
</div></section>`,
    }
  },
})

function agreementCounts({ all, transcribed }: StartData) {
  return { transcribed: transcribed.totalCount, total: all.totalCount }
}

function hasAgreements({ agreements }: Tile): boolean {
  return agreements > 0
}

function startFacts(
  { language, day }: Setting,
  overview: StartData,
  tiles: readonly Tile[],
  counts: { readonly [S in Standing]: number },
): Html {
  const text = startTexts[language]
  const { transcribed, total } = agreementCounts(overview)
  const fact = (term: string, value: number) =>
    html`<div><dt>${term}</dt><dd>${formats[language].number(value)}</dd></div>\n`
  return html`<dl class="facts num">
${fact(text.known(transcribed), total)}${fact(text.withSome(tiles.length), tiles.filter(hasAgreements).length)}${fact(text.inForce(day), counts.active)}${fact(text.notResearched, counts.not_researched)}</dl>`
}

function map(
  { language, day }: Setting,
  tiles: readonly Tile[],
  counts: { readonly [S in Standing]: number },
): Html {
  const text = startTexts[language]
  const { known, unknown } = legend(language, counts, day)
  return html`<section class="mapbox" aria-labelledby="map"><h2 id="map">${text.mapHeading}</h2>
<p class="sub">${text.mapHow}</p>
<figure>${tileMap(language, tiles, day)}${known}${unknown}</figure>
<p class="cap">${text.mapNote}</p>
<ul class="acts"><li><a href="${addressOf(language, 'municipality')}">${text.mapTable}</a></li><li><a href="${addressOf(language, 'charts', 'senast-kanda-lofte')}">${text.asChart}</a></li></ul></section>`
}

function counties(language: Language, tiles: readonly Tile[]): Html {
  const text = startTexts[language]
  const byCode = new Map(tiles.map(({ county }) => [county.code, county]))
  const sorted = [...byCode.values()].sort((a, b) => formats.sv.compare(a.nameSv, b.nameSv))
  return html`<section class="by-county" aria-labelledby="counties"><h2 class="minor" id="counties">${text.countiesHeading}</h2>
<ul class="counties num">${sorted.map((county) => {
    const within = tiles.filter((tile) => tile.county.code === county.code)
    return html`<li><a href="${addressOf(language, 'county', countyPart(county))}">${shortCounty(county.nameSv)}</a> <span class="muted">${text.countyKnown(within.filter(hasAgreements).length, within.length)}</span></li>\n`
  })}</ul>
<p class="cap">${text.countiesNote}</p></section>`
}

function topics(language: Language, overview: StartData): Html {
  const text = startTexts[language]
  const { total } = agreementCounts(overview)
  const { rows, without } = countedTopics(overview)
  return html`<section aria-labelledby="topics"><h2 id="topics">${text.topicsHeading}</h2>
<p class="sub measure">${text.topicsNote(without, total)}</p>
${topicBars(language, rows)}
<ul class="acts"><li><a href="${addressOf(language, 'charts', 'amnen')}">${text.asChart}</a></li><li><a href="${addressOf(language, 'charts')}">${text.allCharts}</a></li></ul></section>`
}

function countedPromises(language: Language, { totalCount, nodes }: CountedData['activities']): Html {
  const text = startTexts[language]
  return html`<section aria-labelledby="counted"><h2 id="counted">${text.countedHeading}</h2>
<p class="sub measure">${totalCount === 0 ? text.countedNone : text.countedNote(totalCount)}</p>
<ul class="targets">${nodes.flatMap(({ key, target, agreement, ...said }) => {
    const [party] = agreement.municipalities
    if (!target || !party) return []
    const href = `${addressOf(language, 'municipality', municipalityPart(party))}#${key}`
    return bigNumber(
      language,
      target,
      said,
      html`<a href="${href}">${party.name} ${periodIn(language, agreement)}</a>`,
    )
  })}</ul>
<ul class="acts"><li><a href="${addressOf(language, 'numbers')}">${text.countedAll}</a></li></ul></section>`
}

function news({ language, releases, areReleasesAway }: Setting): Html {
  const text = startTexts[language]
  return html`<section aria-labelledby="new"><h2 id="new">${text.newHeading}</h2>
${
  releases.length === 0
    ? html`<p class="sub">${areReleasesAway ? text.releasesAway : text.noRelease}</p>`
    : html`<ul class="plain">${releases.slice(0, RELEASES_SHOWN).map(({ release, date }) => html`<li><a href="${addressOf(language, 'exports', release)}">${text.newRelease(release, date)}</a></li>`)}</ul>`
}
<ul class="acts"><li><a href="${addressOf(language, 'exports')}">${text.allReleases}</a></li><li><a href="${addressOf(language, 'feed')}">Atom</a></li></ul></section>`
}
