import { formats } from '../formats.ts'
import { Html, html } from '../html.ts'
import type { Language } from '../language.ts'

/** A row of a table whose numbers are drawn as bars. */
interface Bar {
  readonly name: string
  readonly href?: string | undefined
  readonly count: number
  /** Whether it is part of the row above it. */
  readonly isWithin?: boolean
}

/** A table with a bar for each number: it is its own chart, and can be read without seeing the bars. */
export function bars(
  language: Language,
  { name, count }: { readonly name: string; readonly count: string },
  rows: readonly Bar[],
): Html {
  const most = Math.max(1, ...rows.map((row) => row.count))
  const bar = (value: number) =>
    new Html(
      `<svg aria-hidden="true" preserveAspectRatio="none"><rect width="${((100 * value) / most).toFixed(1)}%" height="100%"/></svg>`,
    )
  return html`<table class="bars"><thead><tr><th scope="col">${name}</th><th scope="col" class="right">${count}</th><td></td></tr></thead><tbody>
${rows.map((row) => html`<tr${row.isWithin ? new Html(' class="child"') : ''}><th scope="row">${row.href ? html`<a href="${row.href}">${row.name}</a>` : row.name}</th><td class="right">${formats[language].number(row.count)}</td><td class="bar">${bar(row.count)}</td></tr>\n`)}</tbody></table>`
}
