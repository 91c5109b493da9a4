import type { Language } from '../site/language.ts'
import type { MadeChart } from './chart.ts'
import type { DrawnFrom } from './sheet.ts'

/** A chart as JSON: what it is, its rows, and what is not known of them. */
export function chartJson(made: MadeChart, language: Language, origin: DrawnFrom): string {
  return `${JSON.stringify(
    {
      chart: made.slug,
      title: made.title[language],
      how: made.how[language],
      says: made.says(language),
      notes: made.notes(language),
      day: made.day,
      ...origin,
      rows: made.records,
    },
    null,
    2,
  )}\n`
}
