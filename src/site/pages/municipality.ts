import { addressOf, countyPart, municipalityPart, pathsOf } from '../addresses.ts'
import { formats } from '../formats.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { latestOf, yearsOf } from '../latest-agreement.ts'
import { Moved, pageKind, type Setting } from '../page-kind.ts'
import { agreementFacts, agreementName, agreementRest } from '../parts/agreement-details.ts'
import { agreementEntry, agreementInShort } from '../parts/agreement-entry.ts'
import { cite } from '../parts/cite.ts'
import { confirmationsOf } from '../parts/confirmations.ts'
import { correctionsBox } from '../parts/corrections-box.ts'
import { crumbs } from '../parts/crumbs.ts'
import { facts, inlineLinks } from '../parts/facts.ts'
import { hostOf } from '../parts/hosts.ts'
import { promisesOf } from '../parts/promises.ts'
import { says } from '../parts/says.ts'
import { locator } from '../parts/tile-map.ts'
import { timeline } from '../parts/timeline.ts'
import { periodIn, yearOf } from '../periods.ts'
import type { AgreementCommitments, AgreementInShort } from '../queries/fragments.graphql.ts'
import { type MunicipalityData, municipalityQuery } from '../queries/municipality.graphql.ts'
import { namesQuery } from '../queries/names.graphql.ts'
import { agreementTexts } from '../texts/agreement.ts'
import { type MunicipalitySays, municipalityTexts } from '../texts/municipality.ts'

type Municipality = NonNullable<MunicipalityData['municipality']>

/** The page of a municipality. */
export const municipalityPage = pageKind<Municipality>({
  name: 'municipality',
  paths: pathsOf('municipality', ':municipality'),
  summary: { sv: 'En kommun.', en: 'A municipality.' },
  // With a transcribed one; with several; many, of several parts of the town; only other documents; none found; one in force.
  examples: [
    '/kommun/0685-vetlanda/',
    '/kommun/1383-varberg/',
    '/kommun/1480-goteborg/',
    '/kommun/1284-hoganas/',
    '/kommun/2514-kalix/',
    '/kommun/1784-arvika/',
  ],
  parts: async (ask) => (await ask(namesQuery, {})).municipalities.nodes.map(municipalityPart),
  async read({ ask, language, day, parameters }) {
    const asked = parameters.municipality ?? ''
    const code = asked.slice(0, 4)
    if (!/^\d{4}$/.test(code)) return null
    const { municipality } = await ask(municipalityQuery, { code, day })
    if (municipality === null) return null
    const part = municipalityPart(municipality)
    return part === asked ? municipality : new Moved(addressOf(language, 'municipality', part))
  },
  page(municipality, setting) {
    const { language, path } = setting
    const text = municipalityTexts[language]
    const sentences = text.says(municipalitySays(municipality, language))
    const { known, formalName, officialName, researchState } = municipality
    const agreements = promisesOnly(municipality)
    return {
      title: officialName,
      description: sentences,
      section: 'municipality',
      main: html`${crumbs(
        language,
        { href: addressOf(language, 'municipality'), name: text.all },
        {
          href: addressOf(language, 'county', countyPart(municipality.county)),
          name: inLanguage(language, municipality.county, 'name'),
        },
      )}
<div class="pagehead"><div><h1>${officialName}</h1>
${says(language, sentences, { canCopy: known.totalCount > 0 })}
${municipalityFacts(language, municipality)}
${confirmationsOf(language, municipality.confirmations)}${timeline(language, agreements, setting.day)}</div>
${area(language, municipality)}</div>
${agreementSections(setting, municipality)}
${
  known.totalCount === 0
    ? html`<section aria-labelledby="help"><h2 id="help">${text.helpHeading}</h2><p class="sub measure">${text.help(formalName)}</p></section>`
    : ''
}
<section class="cols">${correctionsBox(setting, {
        name: officialName,
        path,
        municipality: { code: municipality.code, name: formalName },
      })}${cite(setting, officialName)}</section>`,
      linkedData: {
        '@context': 'https://schema.org',
        '@type': 'AdministrativeArea',
        name: officialName,
        identifier: municipality.code,
        url: `${setting.url}${path}`,
        sameAs: [`https://www.wikidata.org/wiki/${municipality.wikidata}`, municipality.website],
        ...(researchState === 'NOT_RESEARCHED' ? {} : { description: sentences }),
      },
    }
  },
  table(municipality, { language }) {
    return {
      columns: ['id', 'kind', 'extent', 'period_start', 'period_end', 'lifecycle', 'summary', 'source'],
      rows: allAgreements(municipality).map((agreement) => [
        agreement.key,
        agreement.kind.toLowerCase(),
        agreement.extent.toLowerCase(),
        agreement.periodStart,
        agreement.periodEnd,
        agreement.lifecycle.toLowerCase(),
        inLanguage(language, agreement, 'summary') ?? agreement.title,
        agreement.documents.map(({ url }) => url ?? '').join(' '),
      ]),
    }
  },
})

type MunicipalityAgreement = AgreementInShort & Partial<Pick<AgreementCommitments, 'promises' | 'activities'>>

/** All agreements of every kind, newest first. */
function allAgreements({ transcribed, catalogued }: Municipality): readonly MunicipalityAgreement[] {
  return [...transcribed.nodes, ...catalogued.nodes].sort((a, b) =>
    (a.periodStart ?? '') < (b.periodStart ?? '') ? 1 : -1,
  )
}

function promisesOnly(municipality: Municipality): readonly MunicipalityAgreement[] {
  return allAgreements(municipality).filter(({ kind }) => kind === 'CITIZEN_PROMISE')
}

/** The data for the sentence at the top. */
function municipalitySays(municipality: Municipality, language: Language): MunicipalitySays {
  const { known, last, transcribed, catalogued } = municipality
  const latest = latestOf(promisesOnly(municipality))
  return {
    name: municipality.formalName,
    state: municipality.researchState,
    count: known.totalCount,
    years: yearsOf(known.nodes.concat(last.nodes)),
    others: transcribed.totalCount + catalogued.totalCount - known.totalCount,
    latest: latest && {
      lifecycle: latest.lifecycle,
      period: periodIn(language, latest),
      endYear: yearOf(latest.periodEnd),
      counts: latest.extent === 'TRANSCRIBED' ? countsOf(latest) : null,
    },
  }
}

function countsOf({ promises, activities }: MunicipalityAgreement) {
  const all = activities?.nodes ?? []
  return {
    promises: promises?.nodes.length ?? 0,
    activities: all.length,
    targets: all.filter(({ target }) => target !== null).length,
  }
}

function municipalityFacts(
  language: Language,
  { policeAreas, population, populationYear, website }: Municipality,
): Html {
  const text = municipalityTexts[language]
  const areas = policeAreas.map(({ key, name }) => ({ href: addressOf(language, 'police', key), name }))
  return facts([
    [text.policeArea, inlineLinks(areas) ?? text.notKnown],
    [text.population(populationYear), formats[language].number(population)],
    [text.website, inlineLinks([{ href: website, name: hostOf(website) }])],
  ])
}

function area(language: Language, { code, policeAreas }: Municipality): Html {
  const near = new Map(
    policeAreas.flatMap(({ municipalities }) =>
      municipalities.nodes.map((each) => [each.code, each.name] as const),
    ),
  )
  near.delete(code)
  const names = [...near.values()].sort(formats.sv.compare)
  return html`<div class="mini">${locator([code], near.keys())}${
    names.length > 0
      ? html`<p class="cap">${municipalityTexts[language].sameArea(formats[language].list(names))}</p>`
      : ''
  }</div>`
}

/** The agreements: transcribed ones, other citizen promises, and documents of other kinds. */
function agreementSections({ language }: Setting, municipality: Municipality): Html {
  const text = municipalityTexts[language]
  const { transcribed, catalogued } = municipality
  const rest = catalogued.nodes.filter(({ kind }) => kind === 'CITIZEN_PROMISE')
  const others = catalogued.nodes.filter(({ kind }) => kind !== 'CITIZEN_PROMISE')
  // The newest is shown with its promises; earlier ones are collapsed and abridged.
  const whole = new Map(municipality.recent.nodes.map((agreement) => [agreement.key, agreement]))
  const list = (entries: readonly Html[]) => html`<ul class="list">${entries}</ul>`
  const section = (id: string, heading: string, note: string, agreements: readonly AgreementInShort[]) => {
    if (agreements.length === 0) return ''
    const newest = agreements.flatMap((each) => whole.get(each.key) ?? [])
    const older = agreements.filter(({ key }) => !whole.has(key))
    return html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2><p class="sub measure">${note}</p>
${newest.length > 0 ? list(newest.map((agreement) => agreementEntry(language, agreement))) : ''}${
  older.length > 0
    ? html`<details><summary>${text.older(older.length)}</summary>${list(older.map((agreement) => agreementInShort(language, agreement)))}</details>`
    : ''
}</section>
`
  }
  const shown = transcribed.nodes.length + catalogued.nodes.length
  const all = transcribed.totalCount + catalogued.totalCount
  return html`${transcribed.nodes.map(
    (
      agreement,
    ) => html`<section aria-labelledby="${agreement.key}"><h2 id="${agreement.key}"><a href="${addressOf(language, 'agreement', agreement.key)}">${agreementName(language, agreement)}</a></h2>
${agreementFacts(language, agreement)}
${promisesOf(language, agreement)}
${agreementRest(language, agreement)}</section>
`,
  )}${section('known', transcribed.nodes.length > 0 ? text.othersHeading : text.knownHeading, agreementTexts[language].catalogued, rest)}${section('other-papers', agreementTexts[language].otherPapers, agreementTexts[language].otherPapersNote, others)}${
    shown < all ? html`<p class="cap">${text.more(shown, all)}</p>` : ''
  }`
}
