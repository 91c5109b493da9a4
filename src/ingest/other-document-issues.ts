import type { IssueList } from './issue-list.ts'
import type { Page } from './layouts/page.ts'
import type { ReadPage } from './layouts/read-page.ts'
import type { Span } from './text/source.ts'
import { periodsIn } from './values/period.ts'
import { isPeriodAlone } from './values/period-alone.ts'

// Contents that need documents of their own: other promises of the page, and documents that it links to.

/** Another promise on the same page, with its years in its heading. */
export function earlierIssues({ source }: Page, { sections, older }: ReadPage, issues: IssueList): void {
  const add = (span: Span) => {
    const words = source.slice(span)
    const sv = `Sidan har också ett annat löfte: ”${words}”. Det läses inte in här; lägg det i ett eget dokument.`
    const en = `The page also has another agreement: "${words}". It is not read here; put it in a document of its own.`
    issues.add('ambiguous', null, span, sv, en, 'earlier')
  }
  for (const sentence of older) add(sentence)
  for (const { heading, kind, blocks } of sections) {
    if (kind !== 'earlier' || heading === null || blocks.length === 0) continue
    const hasYears = periodsIn(source, heading.span).length > 0
    // "Föregående löfte" may be a heading of links to other documents.
    const promises = blocks.some(({ span }) => /(?<!\p{L})lova/u.test(source.foldedSlice(span)))
    const namesPromise = /löft/.test(source.foldedSlice(heading.span)) || isPeriodAlone(source, heading.span)
    if (!namesPromise || !(hasYears || promises)) continue
    add(heading.span)
  }
}

/** Documents that the page links to: the agreement may be only in one of them. */
export function linkIssue({ links }: Page, issues: IssueList): void {
  if (links.length === 0) return
  const named = links.map(({ url, words }) => (words === '' ? url : `${words} (${url})`)).join('; ')
  const sv = `Sidan länkar till dokument som kan innehålla löftet: ${named}. Läs in dem med knappen, eller med npm run ingest -- --follow och sidans adress.`
  const en = `The page links to documents that may hold the agreement: ${named}. Read them with the button, or with npm run ingest -- --follow and the address of the page.`
  issues.add('ambiguous', null, null, sv, en, 'links')
}
