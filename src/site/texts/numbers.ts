import { formats } from '../formats.ts'
import type { In } from '../language.ts'

const sv = {
  title: 'Löften som går att räkna',
  what: 'Vad som räknas',
  count: 'Löften och aktiviteter',
  agreements: 'Avtal',
  municipalities: 'Kommuner',
  named: { one: 'ett löfte eller en aktivitet', other: 'löften och aktiviteter' },
  places: { one: 'en kommun', other: 'kommuner' },
  says: (total: number, kinds: number) =>
    total === 0
      ? 'I det som vi har läst anger inget löfte ett antal. Det säger inget om källor som vi inte har läst.'
      : `I det som vi har läst anger ${formats.sv.count(total, sv.named)} ett antal, av ${formats.sv.count(kinds, { one: 'ett slag', other: 'olika slag' })}.`,
  note: 'Varje rad är ett slag av antal. Olika slag går inte att lägga ihop. Flera källor är bara lästa till en del: de kan lova mer än det som står här.',
  unnamed: (count: number) =>
    `Därtill anger ${formats.sv.count(count, sv.named)} ett antal av något som inte är antecknat i enhetlig form.`,
  chart: 'Diagram: vad lovas i siffror?',
  saysOne: (name: string, count: number, municipalities: number) =>
    count === 0
      ? `${name}: inget löfte som vi har läst anger ett antal. Det säger inget om källor som vi inte har läst.`
      : `${name}: vi känner till ${formats.sv.count(count, sv.named)} som anger ett antal, i ${formats.sv.count(municipalities, sv.places)}.`,
  beginning: (count: number) =>
    count === 0
      ? ''
      : `Av ${formats.sv.count(count, { one: 'ett avtal', other: 'avtal' })} har vi bara läst början: där kan finnas fler tal.`,
  where: 'Kommun och period',
  number: 'Antal',
  words: 'Vad som lovas',
  reported: 'Enligt redovisning',
}

/** What the pages of promised numbers say. */
export const numberTexts: In<typeof sv> = {
  sv,
  en: {
    title: 'Promises that can be counted',
    what: 'What is counted',
    count: 'Promises and activities',
    agreements: 'Agreements',
    municipalities: 'Municipalities',
    named: { one: 'one promise or activity', other: 'promises and activities' },
    places: { one: 'one municipality', other: 'municipalities' },
    says: (total, kinds) =>
      total === 0
        ? 'In what we have read no promise names a number. That says nothing of sources that we have not read.'
        : `In what we have read ${formats.en.count(total, numberTexts.en.named)} ${total === 1 ? 'names' : 'name'} a number, of ${formats.en.count(kinds, { one: 'one kind', other: 'different kinds' })}.`,
    note: 'Each row is a kind of number. Different kinds cannot be added up. Several sources have been read only in part: they may promise more than what stands here.',
    unnamed: (count) =>
      `Besides, ${formats.en.count(count, numberTexts.en.named)} ${count === 1 ? 'names' : 'name'} a number of something that is not recorded in uniform wording.`,
    chart: 'Chart: what is promised in numbers?',
    saysOne: (name, count, municipalities) =>
      count === 0
        ? `${name}: no promise that we have read names a number. That says nothing of sources that we have not read.`
        : `${name}: we know of ${formats.en.count(count, numberTexts.en.named)} that ${count === 1 ? 'names' : 'name'} a number, in ${formats.en.count(municipalities, numberTexts.en.places)}.`,
    beginning: (count) =>
      count === 0
        ? ''
        : `Of ${formats.en.count(count, { one: 'one agreement', other: 'agreements' })} we have read the beginning alone: there may be more numbers.`,
    where: 'Municipality and period',
    number: 'Number',
    words: 'What is promised',
    reported: 'According to a report',
  },
}
