import type { DocumentReading } from './reading.ts'
import { tidy } from './words.ts'

/** Reads plain text. Lines are kept; a form feed begins a page. */
export function readPlainText(text: string): DocumentReading {
  const pages = text.split('\f').map(tidy)
  const last = pages.length - 1
  return {
    parts: pages.map((page, index) => (index < last && !page.endsWith('\n') ? `${page}\n` : page)),
    title: null,
    issues: [],
  }
}
