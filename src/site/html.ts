/** A piece of HTML, as opposed to text that must still be escaped. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/**
 * HTML from a template. Values are escaped, unless they are HTML themselves; lists are joined, and null, undefined and
 * false add nothing.
 *
 * @example html`<p>${'Habo & Mullsjö'}</p>`.text // '<p>Habo &amp; Mullsjö</p>'
 */
export function html(parts: TemplateStringsArray, ...values: readonly unknown[]): Html {
  return new Html(
    parts.map((part, index) => part + (index < values.length ? render(values[index]) : '')).join(''),
  )
}

function render(value: unknown): string {
  if (value instanceof Html) return value.text
  if (Array.isArray(value)) return value.map(render).join('')
  if (value === null || value === undefined || value === false) return ''
  return escaped(String(value))
}

/** A text escaped for HTML and SVG. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
}

const ESCAPES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
