import { addressOf, pathsOf } from '../addresses.ts'
import { Html, html } from '../html.ts'
import type { Language } from '../language.ts'
import { pageKind } from '../page-kind.ts'
import { mailQuery } from '../parts/corrections-box.ts'
import { crumbs } from '../parts/crumbs.ts'
import { periodIn } from '../periods.ts'
import { type LetterData, letterQuery } from '../queries/letter.graphql.ts'
import { type NamesData, namesQuery } from '../queries/names.graphql.ts'
import { letterText, letterTexts } from '../texts/letter.ts'

interface LetterPage {
  readonly names: NamesData['municipalities']['nodes']
  readonly municipality: LetterData['municipality']
}

/** The letter that requests public documents, filled in for a municipality. */
export const letterPage = pageKind<LetterPage>({
  name: 'letter',
  paths: pathsOf('letter'),
  summary: { sv: 'Brev med begäran om allmän handling.', en: 'A letter that requests public documents.' },
  search: ['kommun'],
  examples: ['/begar-ut/', '/begar-ut/?kommun=0685', '/begar-ut/?kommun=1784'],
  async read({ ask, day, search }) {
    const { nodes: names } = (await ask(namesQuery, {})).municipalities
    const code = search.get('kommun') ?? ''
    const isKnown = names.some((each) => each.code === code)
    return { names, municipality: isKnown ? (await ask(letterQuery, { code, day })).municipality : null }
  },
  page({ names, municipality }, { language }) {
    const text = letterTexts[language]
    return {
      title: text.title,
      description: text.description,
      section: 'about',
      isUnlisted: municipality !== null,
      main: html`${crumbs(language)}<h1>${text.title}</h1><p class="lead">${text.description}</p>
<form class="choose" action="${addressOf(language, 'letter')}"><label>${text.municipality} <select name="kommun" required><option value="">${text.choose}</option>${names.map(
        ({ code, name }) =>
          html`<option value="${code}"${code === municipality?.code ? new Html(' selected') : ''}>${name}</option>`,
      )}</select></label> <button class="button">${text.make}</button></form>
${municipality ? letter(language, municipality) : ''}`,
    }
  },
})

function letter(
  language: Language,
  { formalName, policeAreas, agreements }: NonNullable<LetterData['municipality']>,
): Html {
  const text = letterTexts[language]
  const [agreement] = agreements.nodes
  const { subject, body } = letterText({
    municipality: formalName,
    policeAreas: policeAreas.map(({ name }) => name),
    agreement: agreement
      ? agreement.title
        ? `”${agreement.title}”`
        : `medborgarlöftet för ${periodIn('sv', agreement)}`
      : null,
    followUp: agreement?.followUps?.nodes[0]?.text ?? null,
  })
  return html`<section aria-labelledby="letter-heading"><h2 id="letter-heading">${text.letter}</h2>${text.inSwedish ? html`<p class="sub">${text.inSwedish}</p>` : ''}<p class="sub" lang="sv"><strong>${subject}</strong></p>
<pre id="letter" lang="sv" tabindex="0" role="group" aria-label="${text.letter}">${body}</pre>
<ul class="acts"><li><button class="quiet" data-copy="letter" hidden>${text.copy}</button></li><li><a href="mailto:?${mailQuery({ subject, body })}">${text.mail}</a></li></ul>
<p class="cap measure">${text.note}</p></section>`
}
