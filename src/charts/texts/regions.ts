import { formats } from '../../site/formats.ts'
import type { In } from '../../site/language.ts'

const sv = {
  title: 'Polisregion för polisregion',
  how: 'Antal kommuner i regionen där vi känner till ett medborgarlöfte som gäller under året. Alla regioner har samma skala.',
  year: 'År',
  known: 'Kommuner med känt löfte',
  notResearched: 'Inget i regionen är undersökt för året',
  panel: (name: string, municipalities: number) =>
    `${name} (${formats.sv.number(municipalities)} ${formats.sv.plural(municipalities, { one: 'kommun', other: 'kommuner' })})`,
  says: (regions: number, first: number, last: number) =>
    Number.isFinite(first)
      ? `Diagrammet visar var medborgarlöften är kända i ${formats.sv.words(regions)} polisregioner, från ${first} till ${last}.`
      : 'Inget år är undersökt.',
  note: 'Regionerna har olika många kommuner. Kommuner som inte är undersökta för ett år är inte med i stapeln: de kan ha haft ett löfte som vi inte känner till. Hur många de är står i tabellen.',
}

/** Texts of the chart of the police regions. */
export const regionsTexts: In<typeof sv> = {
  sv,
  en: {
    title: 'Police region by police region',
    how: 'The number of municipalities of the region of which we know an agreement that is in force in the year. All regions have the same scale.',
    year: 'Year',
    known: 'Municipalities with a known agreement',
    notResearched: 'Nothing in the region has been researched for the year',
    panel: (name, municipalities) =>
      `${name} (${formats.en.number(municipalities)} ${formats.en.plural(municipalities, { one: 'municipality', other: 'municipalities' })})`,
    says: (regions, first, last) =>
      Number.isFinite(first)
        ? `The chart shows where agreements are known in ${formats.en.words(regions)} police regions, from ${first} to ${last}.`
        : 'No year has been researched.',
    note: 'Regions differ in how many municipalities they have. Those not researched for a year are not in the column: they may have had an agreement that we do not know of. The table says how many they are.',
  },
}
