import { addressOf, municipalityPart, pathsOf } from '../addresses.ts'
import { formats } from '../formats.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { pageKind } from '../page-kind.ts'
import { agreementTable, agreementTableCsv } from '../parts/agreement-table.ts'
import { cite } from '../parts/cite.ts'
import { correctionsBox } from '../parts/corrections-box.ts'
import { crumbs } from '../parts/crumbs.ts'
import { facts, linked } from '../parts/facts.ts'
import { locator } from '../parts/tile-map.ts'
import { policeQuery } from '../queries/police.graphql.ts'
import { type PoliceAreaData, policeAreaQuery } from '../queries/police-area.graphql.ts'
import { placeTexts } from '../texts/places.ts'
import { known } from '../unknown.ts'

type ShownPoliceArea = NonNullable<PoliceAreaData['policeArea']>

/** The page of a local police area. */
export const policeAreaPage = pageKind<ShownPoliceArea>({
  name: 'police-area',
  paths: pathsOf('police', ':area'),
  summary: { sv: 'Ett lokalpolisområde.', en: 'A local police area.' },
  examples: ['/polis/hoglandet/', '/polis/taby/'],
  parts: async (ask) =>
    (await ask(policeQuery, {})).policeRegions.nodes.flatMap(({ policeDistricts }) =>
      policeDistricts.nodes.flatMap(({ policeAreas }) => policeAreas.nodes.map(({ key }) => key)),
    ),
  read: async ({ ask, day, parameters }) =>
    (await ask(policeAreaQuery, { key: parameters.area ?? '', day })).policeArea,
  page(area, setting) {
    const { language, path } = setting
    const text = placeTexts[language]
    const { agreements, replacedBy } = area
    const names = formats[language].list(today(area).map(({ municipality }) => municipality.name))
    return {
      title: area.officialName,
      description: `${area.officialName}. ${text.municipalities}: ${names || '–'}.`,
      section: 'municipality',
      main: html`${crumbs(
        language,
        { href: addressOf(language, 'police'), name: text.police },
        { href: addressOf(language, 'policeRegion', area.policeRegion.key), name: area.policeRegion.name },
        {
          href: addressOf(language, 'policeDistrict', area.policeDistrict.key),
          name: area.policeDistrict.name,
        },
      )}
<div class="pagehead"><div><h1>${area.officialName}</h1>
${replacedBy ? html`<p class="says">${text.replaced} <a href="${addressOf(language, 'police', replacedBy.key)}">${replacedBy.name}</a>.</p>` : ''}
${facts([
  [text.confirmed, area.verified ? (language === 'sv' ? 'Ja' : 'Yes') : text.unconfirmed],
  [text.from, area.validFrom && formats[language].day(area.validFrom)],
  [text.to, area.validTo && formats[language].day(area.validTo)],
  [text.aliases, area.aliases.length > 0 ? area.aliases.join(', ') : null],
])}
<section aria-labelledby="coverage"><h2 id="coverage">${text.coverage}</h2>${coverageTable(language, area)}</section></div>
<div class="mini">${locator(
        [],
        today(area).map(({ municipality }) => municipality.code),
      )}</div></div>
<section aria-labelledby="agreements"><h2 id="agreements">${text.agreements}</h2>${
        agreements.nodes.length === 0
          ? html`<p class="sub measure">${text.noAgreements}</p>`
          : html`${agreements.nodes.length < agreements.totalCount ? html`<p class="sub">${text.more(agreements.nodes.length, agreements.totalCount)}</p>` : ''}${agreementTable(language, agreements.nodes)}`
      }</section>
<section class="cols">${correctionsBox(setting, { name: area.officialName, path })}${cite(setting, area.officialName)}</section>
${area.source || area.noteSv ? html`<p class="cap">${inLanguage(language, area, 'note') ?? ''} ${area.source ? html`${text.source}: ${linked(area.source)}` : ''}</p>` : ''}`,
    }
  },
  table: ({ agreements }, { language }) => agreementTableCsv(language, agreements.nodes),
})

function today({ coverage }: ShownPoliceArea) {
  return coverage.filter(({ validTo }) => validTo === null)
}

/** Which municipalities belong to the area, from when to when, and whether that is confirmed. */
function coverageTable(language: Language, { coverage }: ShownPoliceArea): Html {
  const text = placeTexts[language]
  const month = (value: string | null) =>
    known(language, value, 'NOT_RECORDED', (each) => formats[language].month(each))
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${text.coverage}"><table class="num"><thead><tr><th scope="col">${text.municipalities}</th><th scope="col">${text.how}</th><th scope="col">${text.from}</th><th scope="col">${text.to}</th><th scope="col">${text.confirmed}</th></tr></thead><tbody>${coverage.map(
    (row) =>
      html`<tr><th scope="row"><a href="${addressOf(language, 'municipality', municipalityPart(row.municipality))}">${row.municipality.name}</a></th><td>${text.coverages[row.coverage]}</td><td>${month(row.validFrom)}</td><td>${row.validTo ? month(row.validTo) : text.today}</td><td>${row.verified ? (row.source ? linked(row.source) : text.confirmed) : text.unconfirmed}</td></tr>\n`,
  )}</tbody></table></div>`
}
