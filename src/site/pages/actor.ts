import { addressOf, pathsOf } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { pageKind } from '../page-kind.ts'
import { commitmentWords } from '../parts/commitment-words.ts'
import { crumbs } from '../parts/crumbs.ts'
import { facts, inlineLinks } from '../parts/facts.ts'
import { says } from '../parts/says.ts'
import { periodIn } from '../periods.ts'
import { type ActorData, actorQuery } from '../queries/actor.graphql.ts'
import { actorsQuery } from '../queries/actors.graphql.ts'
import { actorTexts } from '../texts/actor.ts'
import { agreementsTexts } from '../texts/agreements.ts'

interface ActorPage {
  readonly actor: ActorData['actors']['nodes'][number]
  readonly data: ActorData
}

/** The page of an actor: who is to keep promises, such as the police or a school. */
export const actorPage = pageKind<ActorPage>({
  name: 'actor',
  paths: pathsOf('actor', ':actor'),
  summary: {
    sv: 'En aktör: den som ska göra det som lovas.',
    en: 'An actor: who is to do what is promised.',
  },
  examples: ['/aktor/police/'],
  parts: async (ask) => (await ask(actorsQuery, {})).actors.nodes.map(({ key }) => key),
  async read({ ask, parameters }) {
    const key = parameters.actor ?? ''
    const data = await ask(actorQuery, { key })
    const actor = data.actors.nodes.find((each) => each.key === key)
    return actor ? { actor, data } : null
  },
  page({ actor, data }, { language }) {
    const text = actorTexts[language]
    const label = inLanguage(language, actor, 'label')
    const sentences = text.says(label, data.activities.totalCount)
    const others = data.actors.nodes.filter(({ key }) => key !== actor.key)
    return {
      title: label,
      description: sentences,
      section: 'agreement',
      main: html`${crumbs(language, { href: addressOf(language, 'agreement'), name: agreementsTexts[language].title })}
<h1>${label}</h1>${says(language, sentences)}
<p class="sub measure">${inLanguage(language, actor, 'description')}</p>
${facts([
  [
    text.others,
    inlineLinks(
      others.map((each) => ({
        href: addressOf(language, 'actor', each.key),
        name: inLanguage(language, each, 'label'),
      })),
    ),
  ],
])}
${commitmentList(language, text.promises, data.promises)}
${commitmentList(language, text.activities, data.activities)}`,
    }
  },
  table: ({ data }) => ({
    columns: ['id', 'agreement', 'text'],
    rows: data.activities.nodes.map(({ key, agreement, text, gistSv }) => [
      key,
      agreement.key,
      text ?? gistSv,
    ]),
  }),
})

function commitmentList(
  language: Language,
  heading: string,
  { nodes, totalCount }: ActorData['activities'],
): Html {
  if (nodes.length === 0) return html``
  const text = actorTexts[language]
  return html`<section><h2>${heading}</h2>${nodes.length < totalCount ? html`<p class="sub">${text.shown(nodes.length, totalCount)}</p>` : ''}<ul class="list">${nodes.map(
    ({ key, agreement, ...words }) =>
      html`<li>${commitmentWords(language, words)}<br><small><a href="${addressOf(language, 'agreement', agreement.key)}#${key}">${agreement.municipalities[0]?.name ?? ''} ${periodIn(language, agreement)}<span class="vh"> ${key}</span></a></small></li>\n`,
  )}</ul></section>`
}
