import { addressOf, municipalityPart, pathsOf } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import type { Language } from '../language.ts'
import { pageKind } from '../page-kind.ts'
import { crumbs } from '../parts/crumbs.ts'
import { pageNumber, paging, rowsOfPage } from '../parts/paging.ts'
import { says } from '../parts/says.ts'
import { periodIn } from '../periods.ts'
import { alikeActivitiesQuery } from '../queries/alike-activities.graphql.ts'
import { type AlikePromisesData, alikePromisesQuery } from '../queries/alike-promises.graphql.ts'
import { type Stretch, sharedWords } from '../shared-words.ts'
import { alikeTexts } from '../texts/alike.ts'

type Compared = AlikePromisesData['promises']['nodes'][number]
type Alike = Pick<Compared, 'key' | 'text' | 'agreement'>

interface Pair {
  readonly kind: 'promise' | 'activity'
  readonly similarity: number
  /** The earlier agreement's text, and the other. */
  readonly both: readonly [Alike, Alike]
}

interface Pairs {
  readonly all: readonly Pair[]
  readonly number: number
}

/** Promises and activities of different agreements with similar wording, side by side. */
export const alikePage = pageKind<Pairs>({
  name: 'alike',
  paths: pathsOf('alike'),
  summary: { sv: 'Löften med nästan samma ord.', en: 'Promises worded alike.' },
  search: ['sida'],
  examples: ['/lika-ord/'],
  async read({ ask, search }) {
    const [{ promises }, { activities }] = await Promise.all([
      ask(alikePromisesQuery, {}),
      ask(alikeActivitiesQuery, {}),
    ])
    const all = [
      ...distinctPairs('promise', promises.nodes),
      ...distinctPairs('activity', activities.nodes),
    ].sort((a, b) => b.similarity - a.similarity || pairKey(a).localeCompare(pairKey(b)))
    return { all, number: pageNumber(search, all.length) }
  },
  page({ all, number }, { language, path }) {
    const text = alikeTexts[language]
    const agreements = new Set(all.flatMap(({ both }) => both.map(({ agreement }) => agreement.key)))
    const sentences = text.says(all.length, agreements.size)
    return {
      title: text.title,
      description: sentences,
      section: 'agreement',
      isUnlisted: number > 1,
      main: html`${crumbs(language)}<h1>${text.title}</h1>
${says(language, sentences)}
<p class="sub measure">${text.note}${all.length > 0 ? ` ${text.marked}` : ''}</p>
${rowsOfPage(all, number).map((pair) => pairBlock(language, pair))}
${paging(language, number, all.length, (page) => (page > 1 ? `${path}?sida=${page}` : path))}`,
    }
  },
  table: ({ all }) => ({
    columns: ['kind', 'similarity', 'id', 'text', 'similar_id', 'similar_text'],
    rows: all.map(({ kind, similarity, both: [one, other] }) => [
      kind,
      similarity,
      one.key,
      one.text,
      other.key,
      other.text,
    ]),
  }),
})

/** Each pair once, although each text names the other. */
function distinctPairs(kind: Pair['kind'], all: readonly Compared[]): Pair[] {
  const pairs = new Map<string, Pair>()
  for (const one of all)
    for (const { node: other, similarity } of one.similar.edges) {
      if (other === null) continue
      const both = [one, other].sort((a, b) => sortKey(a).localeCompare(sortKey(b))) as [Alike, Alike]
      const pair: Pair = { kind, similarity, both }
      pairs.set(pairKey(pair), pair)
    }
  return [...pairs.values()]
}

function sortKey({ agreement, key }: Alike): string {
  return `${agreement.periodStart ?? ''} ${key}`
}

function pairKey({ both: [one, other] }: Pair): string {
  return `${one.key}-${other.key}`
}

function pairBlock(language: Language, pair: Pair): Html {
  const text = alikeTexts[language]
  const [one, other] = pair.both
  const [left, right] = sharedWords(one.text ?? '', other.text ?? '')
  const id = pairKey(pair)
  return html`<article aria-labelledby="${id}"><h2 class="minor" id="${id}">${text.pair(placeAndYear(one), placeAndYear(other))}</h2><p class="small muted">${text[pair.kind]}. ${text.similarity(pair.similarity)}.</p>
<div class="cols alike">${half(language, one, left)}${half(language, other, right)}</div></article>
`
}

function placeAndYear({ agreement }: Alike): string {
  return `${agreement.municipalities.map(({ name }) => name).join(', ')} ${agreement.periodStart?.slice(0, 4) ?? ''}`.trim()
}

function half(language: Language, { key, agreement }: Alike, stretches: readonly Stretch[]): Html {
  const names = agreement.municipalities.map(
    (each, index) =>
      html`${index > 0 ? ', ' : ''}<a href="${addressOf(language, 'municipality', municipalityPart(each))}">${each.name}</a>`,
  )
  return html`<div><blockquote lang="sv">${stretches.map(({ text, isShared }) => (isShared ? html`<mark>${text}</mark>` : text))}</blockquote><p class="small">${names}, <a href="${addressOf(language, 'agreement', agreement.key)}#${key}">${periodIn(language, agreement)}<span class="vh"> ${key}</span></a></p></div>`
}
