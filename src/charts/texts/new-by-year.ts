import { formats } from '../../site/formats.ts'
import type { In } from '../../site/language.ts'

const sv = {
  title: 'Nya löften, år för år',
  how: 'Kända medborgarlöften efter året de började gälla. Under dem: hur många kommuner vi har undersökt för året.',
  year: 'År',
  agreements: 'Nya medborgarlöften',
  researched: 'Kommuner som är undersökta för året',
  unknownStart: 'Året det började är inte känt',
  says: (count: number, years: readonly number[], unknown: number) => {
    const [first] = years
    const last = years.at(-1)
    if (first === undefined) return 'Vi känner inte till när något medborgarlöfte började gälla.'
    return `Vi känner till ${formats.sv.count(count, { one: 'ett medborgarlöfte', other: 'medborgarlöften' })} som började gälla ${first === last ? first : `${first}–${last}`}. ${unknown === 0 ? 'För alla är året känt.' : `För ${formats.sv.count(unknown, { one: 'ett', other: 'löften' })} är året inte känt.`}`
  },
  note: 'Färre löften ett år kan bero på att färre kommuner är undersökta för det året, eller på att nyare löften inte är insamlade än. Staplarna visar vad vi känner till, inte hur många löften som gavs.',
}

/** Texts of the chart of new agreements. */
export const newByYearTexts: In<typeof sv> = {
  sv,
  en: {
    title: 'New agreements, year by year',
    how: 'Known agreements by the year in which they came into force. Below them: how many municipalities we have researched for the year.',
    year: 'Year',
    agreements: 'New agreements',
    researched: 'Municipalities researched for the year',
    unknownStart: 'The year in which it began is not known',
    says: (count, years, unknown) => {
      const [first] = years
      const last = years.at(-1)
      if (first === undefined) return 'We do not know when any agreement came into force.'
      return `We know of ${formats.en.count(count, { one: 'one agreement', other: 'agreements' })} that came into force in ${first === last ? first : `${first}–${last}`}. ${unknown === 0 ? 'The year is known of all.' : `Of ${formats.en.count(unknown, { one: 'one', other: 'agreements' })} the year is not known.`}`
    },
    note: 'Fewer agreements in a year may be because fewer municipalities have been researched for it, or because newer agreements have not been collected yet. The columns show what we know of, not how many agreements were made.',
  },
}
