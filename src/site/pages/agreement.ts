import { addressOf, municipalityPart, pathsOf } from '../addresses.ts'
import { formats } from '../formats.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { pageKind } from '../page-kind.ts'
import { agreementFacts, agreementName, agreementRest } from '../parts/agreement-details.ts'
import { cite } from '../parts/cite.ts'
import { confirmationsOf } from '../parts/confirmations.ts'
import { correctionsBox } from '../parts/corrections-box.ts'
import { crumbs } from '../parts/crumbs.ts'
import { facts, inlineLinks } from '../parts/facts.ts'
import { outcomesAsAWhole, promisesOf } from '../parts/promises.ts'
import { says } from '../parts/says.ts'
import { locator } from '../parts/tile-map.ts'
import { periodIn } from '../periods.ts'
import { type AgreementData, agreementQuery } from '../queries/agreement.graphql.ts'
import { agreementKeysQuery } from '../queries/agreement-keys.graphql.ts'
import { agreementTexts } from '../texts/agreement.ts'
import { agreementsTexts } from '../texts/agreements.ts'
import { statedIn } from '../texts/stated.ts'

type ShownAgreement = NonNullable<AgreementData['agreement']>

/** The page of an agreement. */
export const agreementPage = pageKind<ShownAgreement>({
  name: 'agreement',
  paths: pathsOf('agreement', ':agreement'),
  summary: { sv: 'Ett medborgarlöfte.', en: 'An agreement.' },
  examples: ['/lofte/0685-2020/', '/lofte/1415-2023/', '/lofte/1083-2022/'],
  parts: async (ask) => (await ask(agreementKeysQuery, {})).agreements.nodes.map(({ key }) => key),
  read: async ({ ask, day, parameters }) =>
    (await ask(agreementQuery, { key: parameters.agreement ?? '', day })).agreement,
  page(agreement, setting) {
    const { language, path } = setting
    const text = agreementsTexts[language]
    const names = formats[language].list(agreement.municipalities.map(({ name }) => name))
    const name = agreement.title ?? text.titleOf(periodIn(language, agreement), names)
    const sentences = describedAgreement(language, agreement, names)
    const [first] = agreement.municipalities
    return {
      title: name,
      description: sentences,
      section: 'agreement',
      main: html`${crumbs(
        language,
        { href: addressOf(language, 'agreement'), name: text.title },
        ...(first
          ? [{ href: addressOf(language, 'municipality', municipalityPart(first)), name: first.name }]
          : []),
      )}
<div class="pagehead"><div><h1${agreement.title && language === 'en' ? html` lang="sv"` : ''}>${name}</h1>${says(language, sentences)}
${agreementFacts(language, agreement)}
${confirmationsOf(language, agreement.confirmations)}${renewals(language, agreement)}
${agreement.topics.length > 0 ? html`<p class="tags">${agreement.topics.map((topic) => html`<a class="tag" href="${addressOf(language, 'topic', topic.key)}">${inLanguage(language, topic, 'label')}</a>`)}</p>` : ''}</div>
<div class="mini">${locator(agreement.municipalities.map(({ code }) => code))}</div></div>
<section aria-labelledby="promised"><h2 id="promised">${agreementTexts[language].promised}</h2>${promisesOf(language, agreement)}</section>${agreement.extent === 'CATALOGUED' ? html`<p class=\"cap measure\">${agreement.promises?.nodes.length || agreement.activities?.nodes.length ? agreementTexts[language].catalogued : statedIn(language, agreement)} ${agreementTexts[language].seen[agreement.commitmentsSeen]}</p>` : ''}
${outcomesAsAWhole(language, agreement.outcomes.nodes)}
<section>${agreementRest(language, agreement)}</section>
${sources(language, agreement)}
<section class="cols">${correctionsBox(setting, {
        name,
        path,
        ...(first && { municipality: { code: first.code, name: first.formalName } }),
      })}${cite(setting, name)}</section>`,
    }
  },
})

function describedAgreement(language: Language, agreement: ShownAgreement, names: string): string {
  const text = agreementsTexts[language]
  const summary = inLanguage(language, agreement, 'summary')
  const lifecycle = agreementTexts[language].lifecycle[agreement.lifecycle]
  const announced = agreement.stage === 'ANNOUNCED' ? ` ${agreementTexts[language].announced}` : ''
  return `${text.one(names, periodIn(language, agreement), lifecycle)}${summary ? ` ${summary}` : ''}${announced}`
}

function renewals(language: Language, { renews, renewedBy }: ShownAgreement): Html {
  const text = agreementsTexts[language]
  const linksTo = (all: ShownAgreement['renews']) =>
    inlineLinks(
      all.map((each) => ({
        href: addressOf(language, 'agreement', each.key),
        name: agreementName(language, each),
      })),
    )
  const rows = [
    [text.renews, linksTo(renews)],
    [text.renewedBy, linksTo(renewedBy)],
  ] as const
  return rows.every(([, value]) => value === null) ? html`` : facts(rows)
}

/** Where the agreement was published, and its text if we have it. */
function sources(language: Language, { documents, extent, noteSv, noteEn }: ShownAgreement): Html {
  const text = agreementsTexts[language]
  const note = language === 'sv' ? noteSv : noteEn
  return html`<section aria-labelledby="sources"><h2 class="minor" id="sources">${text.sources}</h2><ul class="unclear">${documents.map(
    ({ key, url, publisherKind, readOn }) =>
      html`<li>${url ? html`<a href="${url}" class="long">${url}</a>` : agreementTexts[language].noSource}${publisherKind ? `, ${text.publishedBy} ${text.published[publisherKind]}` : ''}, ${readOn ? text.retrieved(readOn) : text.notRetrieved}. <a href="${addressOf(language, 'source', key)}">${extent === 'TRANSCRIBED' ? text.readSource : key}</a></li>\n`,
  )}</ul>${note ? html`<p class="cap measure">${agreementTexts[language].note}: ${note}</p>` : ''}</section>`
}
