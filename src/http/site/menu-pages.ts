import { languages } from '../../site/language.ts'
import { htmlForm } from './forms.ts'
import { pageKinds } from './page-kinds.ts'
import type { Pages } from './pages.ts'

/** The names of the start page and of the lists of the main menu, which show something of the whole country. */
const NAMES: readonly string[] = ['start', 'municipalities', 'topics', 'agreements', 'charts']

/**
 * Begins to make the start pages and the lists of the main menu, so that nobody has to wait for them. Most other pages show
 * something that these read: the municipalities on the map with what is known of each, and what is known by year and topic.
 */
export function makeMenuPages(pages: Pages): void {
  for (const kind of pageKinds.filter(({ name }) => NAMES.includes(name))) {
    for (const language of languages) {
      const path = kind.paths[language]
      const request = { kind, language, path, parameters: {}, search: new URLSearchParams() }
      // What fails now fails again when the page is requested, and is reported then.
      pages.get({ ...request, form: htmlForm }, path).catch(() => {})
    }
  }
}
