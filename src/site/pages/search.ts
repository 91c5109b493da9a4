import { addressOf, pathsOf, shortCounty } from '../addresses.ts'
import { formats } from '../formats.ts'
import { Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { pageKind } from '../page-kind.ts'
import { agreementName } from '../parts/agreement-details.ts'
import { commitmentWords } from '../parts/commitment-words.ts'
import { crumbs } from '../parts/crumbs.ts'
import { countiesQuery } from '../queries/counties.graphql.ts'
import { type SearchData, searchQuery } from '../queries/search.graphql.ts'
import { RefusedQuery } from '../query.ts'
import { type FoundType, searchTexts } from '../texts/search.ts'

type Edge = SearchData['search']['edges'][number]
type Node = NonNullable<Edge['node']>

interface Search {
  readonly typed: string
  readonly type: string
  readonly county: string
  readonly counties: readonly { readonly code: string; readonly nameSv: string }[]
  /** Null if nothing was searched for, or the search was not valid. */
  readonly found: SearchData['search'] | null
  readonly isRefused: boolean
}

/** The longest search text, in characters. */
const MOST_TYPED = 200

/** The kinds of results, with their names in the API's `types`. */
const TYPES: { readonly [T in FoundType]: string } = {
  Municipality: 'MUNICIPALITY',
  Topic: 'TOPIC',
  Agreement: 'AGREEMENT',
  Promise: 'PROMISE',
  Activity: 'ACTIVITY',
  Finding: 'FINDING',
  County: 'COUNTY',
  PoliceArea: 'POLICE_AREA',
  PoliceDistrict: 'POLICE_DISTRICT',
  PoliceRegion: 'POLICE_REGION',
  Signatory: 'SIGNATORY',
}
const KINDS = Object.keys(TYPES) as FoundType[] // Object.keys gives string[]

/** The search: results grouped by kind, with the matching words marked. */
export const searchPage = pageKind<Search>({
  name: 'search',
  paths: pathsOf('search'),
  summary: { sv: 'Sökning.', en: 'Search.' },
  search: ['q', 'slag', 'lan'],
  examples: ['/sok/', '/sok/?q=narkotika', '/sok/?q=vetalnda', '/sok/?q=a-traktor&lan=06', '/sok/?q=%3F'],
  async read({ ask, language, search }) {
    const typed = (search.get('q') ?? '').trim().slice(0, MOST_TYPED)
    const kind = KINDS.find((each) => TYPES[each] === search.get('slag'))
    const { nodes: counties } = (await ask(countiesQuery, {})).counties
    const county = counties.find(({ code }) => code === search.get('lan'))?.code ?? ''
    const type = kind ? TYPES[kind] : ''
    const shown = { typed, type, county, counties, found: null, isRefused: false }
    if (typed === '') return shown
    try {
      const { search: found } = await ask(searchQuery, {
        query: typed,
        language: language === 'sv' ? 'SV' : 'EN',
        ...(kind && { types: [TYPES[kind] as 'TOPIC'] }), // one of its values
        ...(county && { filter: { county } }),
      })
      return { ...shown, found }
    } catch (error) {
      if (!(error instanceof RefusedQuery)) throw error
      return { ...shown, isRefused: true }
    }
  },
  page(data, { language }) {
    const text = searchTexts[language]
    const { typed, found, isRefused } = data
    return {
      title: typed === '' ? text.title : text.titleOf(typed),
      description: text.description,
      isUnlisted: typed !== '',
      main: html`${crumbs(language)}<h1>${text.title}</h1>
${searchPageForm(language, data)}
${typed === '' ? html`<p class="sub measure">${text.how}</p>` : ''}
${isRefused ? html`<p class="says">${text.refused}</p>` : ''}
${found ? html`<p class="says" id="says">${text.says(typed, found.totalCount, found.edges.length)}</p>${groups(language, found.edges)}` : ''}`,
    }
  },
  table: ({ found }, { language }) => ({
    columns: ['id', 'kind', 'name', 'is_fuzzy'],
    rows: (found?.edges ?? []).flatMap(({ node, isFuzzy }) =>
      node ? [[node.id, node.__typename, nameOfHit(language, node), String(isFuzzy)]] : [],
    ),
  }),
})

function searchPageForm(language: Language, { typed, type, county, counties }: Search): Html {
  const text = searchTexts[language]
  const selected = (is: boolean) => (is ? new Html(' selected') : '')
  return html`<form class="find wide" action="${addressOf(language, 'search')}" role="search">
<label for="q">${text.label}</label><input id="q" name="q" type="search" value="${typed}" placeholder="${text.placeholder}" autocomplete="off" maxlength="${MOST_TYPED}"><button>${text.button}</button>
<div class="more"><label class="shown">${text.kind} <select name="slag"><option value="">${text.all}</option>${KINDS.map((kind) => html`<option value="${TYPES[kind]}"${selected(TYPES[kind] === type)}>${text.kinds[kind]}</option>`)}</select></label>
<label class="shown">${text.county} <select name="lan"><option value="">${text.all}</option>${counties.map(({ code, nameSv }) => html`<option value="${code}"${selected(code === county)}>${shortCounty(nameSv)}</option>`)}</select></label></div></form>`
}

function groups(language: Language, edges: readonly Edge[]): Html {
  const text = searchTexts[language]
  const byKind = Map.groupBy(edges, ({ node }) => node?.__typename)
  return html`${[...byKind].flatMap(([kind, within]) =>
    kind === undefined
      ? []
      : html`<section aria-labelledby="found-${kind}"><h2 class="minor" id="found-${kind}">${text.kinds[kind]}</h2><ul class="list">${within.map((edge) => hit(language, edge))}</ul></section>\n`,
  )}`
}

function hit(language: Language, { node, highlights, isFuzzy }: Edge): Html | '' {
  if (node === null) return ''
  const text = searchTexts[language]
  const shown = highlights
    .filter(({ field }) => field === 'TEXT' || field === 'SUMMARY' || field === 'TITLE' || field === 'ALIAS')
    .map(
      ({ pieces }) =>
        html`<p lang="sv">${pieces.map((piece) => (piece.isMatch ? html`<mark>${piece.text}</mark>` : piece.text))}</p>`,
    )
  const words =
    shown.length > 0
      ? shown
      : 'gistSv' in node
        ? html`<p>${commitmentWords(language, node)}</p>`
        : 'words' in node
          ? html`<p lang="sv">${node.words}</p>`
          : ''
  return html`<li><a href="${node.url}">${nameOfHit(language, node)}</a>${isFuzzy ? html` <span class="muted">(${text.fuzzy})</span>` : ''}${words}</li>\n`
}

function nameOfHit(language: Language, node: Node): string {
  switch (node.__typename) {
    case 'Municipality':
      return `${node.name}, ${inLanguage(language, node.county, 'name')}`
    case 'County':
      return inLanguage(language, node, 'name')
    case 'Topic':
      return inLanguage(language, node, 'label')
    case 'PoliceArea':
    case 'PoliceDistrict':
    case 'PoliceRegion':
    case 'Signatory':
      return node.name
    case 'Agreement':
      return agreementOf(language, node)
    default:
      return agreementOf(language, node.agreement)
  }
}

type FoundAgreement = Extract<Node, { readonly __typename: 'Agreement' }>

function agreementOf(
  language: Language,
  agreement: Omit<FoundAgreement, '__typename' | 'id' | 'url'>,
): string {
  const names = formats[language].list(agreement.municipalities.map(({ name }) => name))
  return agreement.title ?? `${names}: ${agreementName(language, agreement)}`
}
