import { formats } from '../../site/formats.ts'
import type { In } from '../../site/language.ts'

/** A topic with its number of agreements. */
interface TopicCount {
  readonly name: string
  readonly count: number
}

const sv = {
  title: 'Vad handlar löftena om?',
  how: 'Antal kända medborgarlöften som tar upp ämnet. Underämnen står indragna under sitt huvudämne, som räknar in dem.',
  agreements: 'Löften',
  says: (first?: TopicCount, second?: TopicCount) =>
    first === undefined
      ? 'Vi känner inte till ämnena för något medborgarlöfte.'
      : `Av de medborgarlöften vi känner till tar ${formats.sv.number(first.count)} upp ${first.name}${second ? ` och ${formats.sv.number(second.count)} ${second.name}` : ''}.`,
  note: (unknown: number) =>
    `Ett löfte kan ha flera ämnen, så talen ska inte läggas ihop. ${unknown === 0 ? 'Ämnena är kända för alla löften.' : `För ${formats.sv.number(unknown)} löften vet vi inte vilka ämnena är.`}`,
}

/** Texts of the chart of topics. */
export const topicChartTexts: In<typeof sv> = {
  sv,
  en: {
    title: 'What are the agreements about?',
    how: 'The number of known agreements that take up the topic. Narrower topics stand indented below the one that they are part of, which includes them.',
    agreements: 'Agreements',
    says: (first, second) =>
      first === undefined
        ? 'We do not know the topics of any agreement.'
        : `Of the agreements that we know of, ${formats.en.number(first.count)} take up ${first.name}${second ? ` and ${formats.en.number(second.count)} ${second.name}` : ''}.`,
    note: (unknown) =>
      `An agreement can have several topics, so the numbers are not to be added up. ${unknown === 0 ? 'The topics of all agreements are known.' : `Of ${formats.en.number(unknown)} agreements we do not know the topics.`}`,
  },
}
