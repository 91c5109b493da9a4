import { withinSentence } from '../capitals.ts'
import { formats } from '../formats.ts'
import type { In } from '../language.ts'

const sv = {
  title: 'Ämnen',
  description: 'Vad medborgarlöftena handlar om, ämne för ämne.',
  topic: 'Ämne',
  agreements: 'Löften',
  says: (largest: string, count: number, total: number, without: number) =>
    `Det ämne som flest kända medborgarlöften tar upp är ${withinSentence(largest)}: ${formats.sv.number(count)} av ${formats.sv.number(total)}. För ${formats.sv.number(without)} är ämnena inte kända.`,
  saysTopic: (label: string, count: number, total: number, municipalities: number) =>
    count === 0
      ? `Inget av de ${formats.sv.number(total)} medborgarlöften som vi känner till tar upp ${withinSentence(label)}.`
      : `${label} tas upp i ${formats.sv.number(count)} av de ${formats.sv.number(total)} medborgarlöften som vi känner till, i ${formats.sv.count(municipalities, { one: 'en kommun', other: 'kommuner' })}.`,
  broader: 'Del av',
  narrower: 'Delas i',
  source: 'Ämnet följer',
  byYear: 'År för år',
  byYearNote:
    'Medborgarlöften som gäller under året och tar upp ämnet, av dem som vi känner till. Hur många som samlats in skiljer sig mellan åren, så talen säger inte om ämnet blivit vanligare.',
  year: 'År',
  of: 'Av kända',
  noYear: 'Året anges inte',
  where: 'Var',
  newest: 'De senaste löftena om ämnet',
  all: (count: number) => `Alla ${formats.sv.number(count)}`,
}

/** What the pages of topics say. */
export const topicTexts: In<typeof sv> = {
  sv,
  en: {
    title: 'Topics',
    description: 'What the citizen promises are about, topic by topic.',
    topic: 'Topic',
    agreements: 'Agreements',
    says: (largest, count, total, without) =>
      `The topic that most known citizen promises take up is ${withinSentence(largest)}: ${formats.en.number(count)} of ${formats.en.number(total)}. Of ${formats.en.number(without)} the topics are not known.`,
    saysTopic: (label, count, total, municipalities) =>
      count === 0
        ? `None of the ${formats.en.number(total)} citizen promises that we know of takes up ${withinSentence(label)}.`
        : `${label}: taken up in ${formats.en.number(count)} of the ${formats.en.number(total)} citizen promises that we know of, in ${formats.en.count(municipalities, { one: 'one municipality', other: 'municipalities' })}.`,
    broader: 'Part of',
    narrower: 'Divided into',
    source: 'The topic follows',
    byYear: 'Year by year',
    byYearNote:
      'Agreements in force during the year that take up the topic, of those that we know of. How many were collected differs between years, so the numbers do not tell whether the topic has become more common.',
    year: 'Year',
    of: 'Of known ones',
    noYear: 'Year not stated',
    where: 'Where',
    newest: 'The latest agreements on the topic',
    all: (count) => `All ${formats.en.number(count)}`,
  },
}
