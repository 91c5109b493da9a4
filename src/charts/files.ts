import type { Language } from '../site/language.ts'
import type { MadeChart } from './chart.ts'
import type { DrawnFrom } from './sheet.ts'

/** A chart as JSON: its texts, its rows, and the reasons for unknown values. */
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
