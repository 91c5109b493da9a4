import { datasetNames, datasets } from '../datasets/index.ts'
import { licence, localCatalogue, title } from '../datasets/publication.ts'
import { addressOf } from './addresses.ts'
import { FEED_TYPE } from './feed.ts'
import { html } from './html.ts'
import type { Language } from './language.ts'
import type { Setting } from './page-kind.ts'
import type { CorrectionsData } from './queries/corrections.graphql.ts'
import { correctionsTexts } from './texts/corrections.ts'

type CorrectedRow = CorrectionsData['changes']['nodes'][number]

/** The path of the feed of corrections, beside their page. */
export function correctionsFeedPath(language: Language): string {
  return `${addressOf(language, 'corrections').slice(0, -1)}.atom`
}

/** The name of a dataset. */
export function datasetTitle(language: Language, dataset: string): string {
  const name = datasetNames.find((each) => each === dataset)
  return name ? datasets[name].title[language] : dataset
}

/**
 * The latest changes as an Atom feed (RFC 4287): which row changed, its address, and the revision. Withdrawn rows
 * have no key.
 */
export function correctionsFeed(
  rows: readonly CorrectedRow[],
  { language, url, day, revision, publisher }: Setting,
): string {
  const text = correctionsTexts[language]
  const page = `${url}${addressOf(language, 'corrections')}`
  const self = `${url}${correctionsFeedPath(language)}`
  const instant = (date: string) => `${date}T00:00:00Z`
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${self}</id>
<title>${text.title}: ${title[language]}</title>
<updated>${instant(rows[0]?.date ?? revision?.date ?? day)}</updated>
<link rel="self" type="${FEED_TYPE}" href="${self}"/>
<link rel="alternate" type="text/html" hreflang="${language}" href="${page}"/>
<link rel="license" href="${licence.url}"/>
<author><name>${publisher?.name ?? localCatalogue.publisher[language]}</name></author>
${rows.map(({ revision: number, date, dataset, rowKey, kind, isWithdrawn, node }, index) => {
  const what = isWithdrawn ? text.withdrawn : text.kinds[kind]
  const key = isWithdrawn ? '' : ` ${rowKey}`
  return html`<entry>
<id>${self}#r${number}-${isWithdrawn ? `w${rows.length - index}` : encodeURIComponent(`${dataset} ${rowKey}`)}</id>
<title>${datasetTitle(language, dataset)}${key}: ${what}</title>
<updated>${instant(date)}</updated>
<link rel="alternate" type="text/html" hreflang="${language}" href="${node ? `${url}${node.url}` : page}"/>
<summary>${text.revision} ${number}.</summary>
</entry>
`
})}</feed>
`.text
}
