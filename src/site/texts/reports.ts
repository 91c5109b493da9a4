import { formats } from '../formats.ts'
import type { In } from '../language.ts'

const sv = {
  title: 'Redovisningar',
  description:
    'Redovisningar av hur det gick med medborgarlöften: vad parterna själva eller andra har berättat. Vi bedömer ingenting.',
  says: (shown: number, all: number) => {
    if (all === 0) return 'Vi känner inte till någon redovisning. Det betyder inte att ingen har gjorts.'
    return shown === all
      ? `Vi känner till ${formats.sv.count(all, { one: 'en redovisning', other: 'redovisningar' })} av hur det gick.`
      : `${formats.sv.number(shown)} av ${formats.sv.number(all)} kända redovisningar stämmer med urvalet.`
  },
  note: 'I en redovisning berättar parterna oftast om sig själva. Här står vad den säger och vem som har publicerat den. Att en kommun inte finns med betyder att vi inte har hittat någon redovisning, eller inte letat.',
  none: 'Ingen redovisning som vi känner till stämmer med urvalet.',
  municipality: 'Kommun',
  published: 'Publicerad',
  notStated: 'anges inte',
  by: 'Av vem',
  state: 'Vad den säger',
  about: 'Innehåll',
  outcomes: 'Uppgifter om enskilda löften',
  county: 'Län',
  year: 'Publicerad år',
  publishers: {
    POLICE: 'polisen',
    MUNICIPALITY: 'kommunen',
    NEWS: 'en tidning eller nyhetstjänst',
    OTHER: 'någon annan',
  },
  titleOf: (name: string, period: string | null) =>
    `Redovisning, ${name}${period === null ? '' : `, ${period}`}`,
  saysOne: (name: string, publisher: string, state: string, outcomes: number) =>
    `En redovisning om ${name}, publicerad av ${publisher}: ${state}. ${
      outcomes === 0
        ? 'Vi har inte fört in vad den säger om enskilda löften.'
        : `Vi har fört in vad den säger i ${formats.sv.count(outcomes, { one: 'en uppgift', other: 'uppgifter' })}.`
    }`,
  source: 'Var den står',
  kind: 'Slag',
  covers: 'Gäller tiden',
  read: 'Läst av oss',
  agreements: 'Följer upp',
  noAgreement: 'Den säger inte vilket medborgarlöfte den följer upp.',
  noteHeading: 'Anteckning',
  outcomesHeading: 'Vad redovisningen säger',
  outcomesNote:
    'Orden är våra sammanfattningar av redovisningen. Den som redovisar berättar om sitt eget arbete.',
  promised: 'Det som lovades',
  reported: 'Enligt redovisningen',
  number: 'Redovisat tal',
  noNumber: 'inget tal',
  whole: 'Medborgarlöftet i sin helhet',
  more: (shown: number, all: number) =>
    `Här visas de ${formats.sv.number(shown)} första av ${formats.sv.number(all)}.`,
}

/** What the list of reports, and the page of each, say. */
export const reportTexts: In<typeof sv> = {
  sv,
  en: {
    title: 'Reports',
    description:
      'Reports of how it went with citizen promises: what the parties themselves or others have told. We judge nothing.',
    says: (shown, all) => {
      if (all === 0) return 'We know of no report. That does not mean that none has been made.'
      return shown === all
        ? `We know of ${formats.en.count(all, { one: 'one report', other: 'reports' })} of how it went.`
        : `${formats.en.number(shown)} of ${formats.en.number(all)} known reports match.`
    },
    note: 'In a report the parties mostly tell of themselves. Here is what it says and who published it. A municipality that is not listed is one for which we have found no report, or have not searched.',
    none: 'No report that we know of matches.',
    municipality: 'Municipality',
    published: 'Published',
    notStated: 'not stated',
    by: 'By whom',
    state: 'What it says',
    about: 'Contents',
    outcomes: 'What it says of single promises',
    county: 'County',
    year: 'Year published',
    publishers: {
      POLICE: 'the police',
      MUNICIPALITY: 'the municipality',
      NEWS: 'a newspaper or news service',
      OTHER: 'somebody else',
    },
    titleOf: (name, period) => `Report, ${name}${period === null ? '' : `, ${period}`}`,
    saysOne: (name, publisher, state, outcomes) =>
      `A report on ${name}, published by ${publisher}: ${state}. ${
        outcomes === 0
          ? 'What it says of single promises we have not entered.'
          : `We have entered what it says in ${formats.en.count(outcomes, { one: 'one row', other: 'rows' })}.`
      }`,
    source: 'Where it stands',
    kind: 'Kind',
    covers: 'Covers',
    read: 'Read by us',
    agreements: 'Follows up',
    noAgreement: 'It does not say which agreement it follows up.',
    noteHeading: 'Note',
    outcomesHeading: 'What the report says',
    outcomesNote: 'The words are our summaries of the report. Whoever reports tells of their own work.',
    promised: 'What was promised',
    reported: 'According to the report',
    number: 'Number reported',
    noNumber: 'no number',
    whole: 'The agreement as a whole',
    more: (shown, all) => `The first ${formats.en.number(shown)} of ${formats.en.number(all)} are shown.`,
  },
}
