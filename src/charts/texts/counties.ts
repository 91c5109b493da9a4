import { formats } from '../../site/formats.ts'
import type { In } from '../../site/language.ts'
import type { Standing } from '../../site/standing.ts'

const sv = {
  title: 'Kommunerna, län för län',
  how: 'Länets kommuner efter när det senast kända medborgarlöftet slutade gälla. Ju starkare färg, desto senare.',
  county: 'Län',
  municipalities: 'Kommuner',
  classes: {
    active: 'Gäller',
    upcoming: 'Börjar senare',
    recent: 'Gick ut nyligen',
    earlier: 'Gick ut tidigare',
    oldest: 'Gick ut längst tillbaka',
    unknown: 'Slutår inte känt',
    none_found: 'Inget hittat',
    not_researched: 'Inte undersökt',
  } as { readonly [S in Standing]: string },
  says: (counties: number, all: number, active: number, day: string) =>
    `Den ${formats.sv.day(day)} gäller ett känt medborgarlöfte i ${formats.sv.number(active)} ${formats.sv.plural(active, { one: 'kommun', other: 'kommuner' })}, i ${formats.sv.number(counties)} av ${formats.sv.number(all)} län.`,
  note: 'Länen har olika många kommuner, och vi har hittat olika mycket i dem: diagrammet visar vad vi känner till, inte vilket län som lovat mest.',
}

/** Texts of the chart of the counties. */
export const countiesChartTexts: In<typeof sv> = {
  sv,
  en: {
    title: 'Municipalities, county by county',
    how: 'The municipalities of each county by when their last known agreement ended. The stronger the colour, the later.',
    county: 'County',
    municipalities: 'Municipalities',
    classes: {
      active: 'In force',
      upcoming: 'Begins later',
      recent: 'Ended lately',
      earlier: 'Ended earlier',
      oldest: 'Ended longest ago',
      unknown: 'End not known',
      none_found: 'None found',
      not_researched: 'Not researched',
    },
    says: (counties, all, active, day) =>
      `On ${formats.en.day(day)}, a known agreement is in force in ${formats.en.number(active)} ${formats.en.plural(active, { one: 'municipality', other: 'municipalities' })}, in ${formats.en.number(counties)} of ${formats.en.number(all)} counties.`,
    note: 'Counties differ in how many municipalities they have, and in how much we have found: the chart shows what we know of, not which county promised most.',
  },
}
