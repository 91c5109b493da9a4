import { formats } from '../../site/formats.ts'
import type { In } from '../../site/language.ts'

const sv = {
  title: 'Vad lovas i siffror?',
  how: 'Hur många löften och aktiviteter som anger ett antal, efter vad som räknas och året då medborgarlöftet började gälla.',
  counted: 'Vad som räknas',
  notRecorded: 'inte antecknat',
  says: (total: number, first: string | null) =>
    first === null
      ? 'Vi känner inte till något löfte som anger ett antal.'
      : `Vi känner till ${formats.sv.count(total, { one: 'ett löfte eller en aktivitet', other: 'löften och aktiviteter' })} som anger ett antal. Vanligast är ${first}.`,
  note: (shown: number, all: number) =>
    `Diagrammet visar de ${formats.sv.words(shown)} vanligaste av ${formats.sv.number(all)} slag; tabellen och filerna har alla. Där finns också summan av talen omräknade till ett år, när alla går att räkna om. Flera löften är bara lästa till en del: i dem kan det finnas fler tal.`,
}

/** Texts of the chart of promised numbers. */
export const targetChartTexts: In<typeof sv> = {
  sv,
  en: {
    title: 'What is promised in numbers?',
    how: 'How many promises and activities name a number, by what is counted and the year in which the agreement came into force.',
    counted: 'What is counted',
    notRecorded: 'not recorded',
    says: (total, first) =>
      first === null
        ? 'We know of no promise that names a number.'
        : `We know of ${formats.en.count(total, { one: 'one promise or activity', other: 'promises and activities' })} that name a number. The most common is ${first}.`,
    note: (shown, all) =>
      `The chart shows the ${formats.en.words(shown)} most common of ${formats.en.number(all)} kinds; the table and the files have all. They also have the sum of the numbers per year, where that of each can be told. Several agreements have been read only in part: they may have more numbers.`,
  },
}
