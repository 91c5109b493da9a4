import { formats } from '../../site/formats.ts'
import type { In } from '../../site/language.ts'

const sv = {
  title: 'Ämne för ämne, år för år',
  how: 'Antal kända medborgarlöften som tar upp ämnet, efter året de började gälla. Sista kolumnen (?) är de vars år inte är känt.',
  says: (topics: number, first: number, last: number) =>
    Number.isFinite(first)
      ? `Diagrammet visar ${formats.sv.words(topics)} ämnen i de medborgarlöften vi känner till, från ${first} till ${last}.`
      : 'Vi känner inte till något medborgarlöfte vars år är känt.',
  note: 'Ett löfte kan ha flera ämnen, och huvudämnena räknar in sina underämnen, så talen ska inte läggas ihop. Åren går inte att jämföra rakt av: vi känner till olika många löften från dem.',
}

/** Texts of the chart of topics by year. */
export const topicsByYearTexts: In<typeof sv> = {
  sv,
  en: {
    title: 'Topic by topic, year by year',
    how: 'The number of known agreements that take up the topic, by the year in which they came into force. The last column (?) has those whose year is not known.',
    says: (topics, first, last) =>
      Number.isFinite(first)
        ? `The chart shows ${formats.en.words(topics)} topics in the agreements that we know of, from ${first} to ${last}.`
        : 'We know of no agreement whose year is known.',
    note: 'An agreement can have several topics, and topics include narrower ones, so the numbers are not to be added up. Years cannot be compared as they are: we know of more agreements from some than from others.',
  },
}
