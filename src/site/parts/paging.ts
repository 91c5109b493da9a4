import { Html, html } from '../html.ts'
import type { Language } from '../language.ts'
import { agreementsTexts } from '../texts/agreements.ts'

/** How many rows of a long list are on a page. */
export const ROWS_SHOWN = 100

/** The page number in an address, from 1. */
export function pageNumber(search: URLSearchParams, rows: number): number {
  const last = Math.max(1, Math.ceil(rows / ROWS_SHOWN))
  const asked = Number(search.get('sida') ?? 1)
  return Number.isInteger(asked) && asked >= 1 ? Math.min(asked, last) : 1
}

/** The rows of one page. */
export function rowsOfPage<T>(rows: readonly T[], number: number): readonly T[] {
  return rows.slice((number - 1) * ROWS_SHOWN, number * ROWS_SHOWN)
}

/** Returns the address of each page of a list, keeping the chosen filters. The first page has no number. */
export function hrefOfPages(
  path: string,
  chosen: { readonly [name: string]: string },
): (page: number) => string {
  return (page) => {
    const search = new URLSearchParams({ ...chosen, ...(page > 1 && { sida: String(page) }) }).toString()
    return search ? `${path}?${search}` : path
  }
}

/** Links to the pages of a long list; nothing if it has only one. */
export function paging(
  language: Language,
  number: number,
  rows: number,
  hrefOf: (number: number) => string,
): Html {
  const last = Math.ceil(rows / ROWS_SHOWN)
  if (last <= 1) return html``
  const text = agreementsTexts[language]
  return html`<nav aria-label="${text.pages}"><ul class="acts pages">${Array.from(
    { length: last },
    (_, index) =>
      html`<li><a href="${hrefOf(index + 1)}"${index + 1 === number ? new Html(' aria-current="page"') : ''}>${text.page(index + 1)}</a></li>`,
  )}</ul></nav>`
}
