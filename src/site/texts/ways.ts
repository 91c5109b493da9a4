import type { In } from '../language.ts'

const sv = {
  heading: 'Andra sätt att läsa löftena',
  names: {
    explore: 'Utforska',
    numbers: 'Löften som går att räkna',
    report: 'Redovisningar',
    calendar: 'Kalender',
    alike: 'Lika ord',
  },
}

/** The texts of the links to other views of the promises. */
export const wayTexts: In<typeof sv> = {
  sv,
  en: {
    heading: 'Other ways to read the promises',
    names: {
      explore: 'Explore',
      numbers: 'Promises that can be counted',
      report: 'Reports',
      calendar: 'Calendar',
      alike: 'Worded alike',
    },
  },
}
