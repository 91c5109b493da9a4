import { languages } from '../../site/language.ts'
import { startPage } from '../../site/pages/start.ts'
import { htmlForm } from './forms.ts'
import type { Pages } from './pages.ts'

/**
 * Begins to make the start pages, so that nobody has to wait for them. Most other pages show something that these read: the
 * municipalities on the map with what is known of each.
 */
export function makeStartPages(pages: Pages): void {
  for (const language of languages) {
    const path = startPage.paths[language]
    const request = { kind: startPage, language, path, parameters: {}, search: new URLSearchParams() }
    // What fails now fails again when the page is requested, and is reported then.
    pages.get({ ...request, form: htmlForm }, path).catch(() => {})
  }
}
