import { formats } from '../../site/formats.ts'
import type { In } from '../../site/language.ts'
import type { Standing } from '../../site/standing.ts'

type StandingCounts = { readonly [S in Standing]: number }

const sv = {
  title: 'När slutade det senaste löftet vi känner till?',
  how: 'En ruta är en kommun. Ju starkare färg, desto senare slutade det senast kända medborgarlöftet att gälla.',
  active: (day: string) => `Gäller ${formats.sv.day(day)}`,
  says: (counts: StandingCounts, all: number, day: string) =>
    `Den ${formats.sv.day(day)} gäller ett känt medborgarlöfte i ${formats.sv.number(counts.active)} av ${formats.sv.number(all)} kommuner. I ${formats.sv.number(counts.recent + counts.earlier + counts.oldest)} har det senast kända gått ut. ${counts.not_researched === 0 ? 'Alla kommuner är undersökta.' : `${formats.sv.plural(counts.not_researched, { one: 'En kommun', other: `${formats.sv.number(counts.not_researched)} kommuner` })} har vi ännu inte undersökt.`}`,
  note: 'Löften som publicerats efter att källorna lästes finns inte med: en svag färg betyder att vi inte känner till något nyare, inte att inget finns. Ett löfte som flera kommuner har tillsammans räknas för var och en av dem.',
}

/** Texts of the chart of the last known agreements. */
export const lastAgreementTexts: In<typeof sv> = {
  sv,
  en: {
    title: 'When did the last agreement that we know of end?',
    how: 'A square is a municipality. The stronger the colour, the later its last known agreement ended.',
    active: (day) => `In force on ${formats.en.day(day)}`,
    says: (counts, all, day) =>
      `On ${formats.en.day(day)}, a known agreement is in force in ${formats.en.number(counts.active)} of ${formats.en.number(all)} municipalities. In ${formats.en.number(counts.recent + counts.earlier + counts.oldest)} the last known one has ended. ${counts.not_researched === 0 ? 'All municipalities have been researched.' : `${formats.en.plural(counts.not_researched, { one: 'One municipality has', other: `${formats.en.number(counts.not_researched)} municipalities have` })} not been researched yet.`}`,
    note: 'Agreements published after the sources were read are not included: a weak colour means that we know of nothing newer, not that there is nothing. An agreement that several municipalities share counts for each of them.',
  },
}
