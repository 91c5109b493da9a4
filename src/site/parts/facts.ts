import { type Html, html } from '../html.ts'
import { hostOf } from './hosts.ts'

/** Facts side by side: labels and values. Facts without a value are left out. */
export function facts(all: readonly (readonly [term: string, value: Html | string | null])[]): Html {
  const shown = all.filter(([, value]) => value !== null)
  return html`<dl class="meta num">${shown.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>\n`)}</dl>`
}

/** Links side by side. */
export function inlineLinks(all: readonly { readonly href: string; readonly name: string }[]): Html | null {
  if (all.length === 0) return null
  return html`${all.map(({ href, name }, index) => html`${index > 0 ? ', ' : ''}<a href="${href}">${name}</a>`)}`
}

/** A text in which each address becomes a link with its host as text: sources are given as text with addresses. */
export function linked(text: string): Html {
  const parts = text.split(/(https?:\/\/[^\s;,)]+)/)
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${hostOf(part)}</a>` : part))}`
}
