import { formats } from '../formats.ts'
import type { In } from '../language.ts'

const sv = {
  question: 'Vad har din kommun och polisen lovat?',
  lead: 'Ett medborgarlöfte är det kommunen och lokalpolisen lovar invånarna att göra tillsammans mot brott och för trygghet. Här finns de löften vi känner till, med länk till källan.',
  description: (agreements: number, municipalities: number, all: number) =>
    `${formats.sv.number(agreements)} medborgarlöften från ${municipalities} av Sveriges ${all} kommuner, samlade med länk till källan.`,
  known: (transcribed: number) =>
    `kända medborgarlöften, varav ${transcribed === 1 ? 'ett avskrivet' : `${formats.sv.words(transcribed)} avskrivna`} ord för ord`,
  withSome: (all: number) => `av ${formats.sv.number(all)} kommuner har minst ett löfte som vi känner till`,
  inForce: (day: string) => `kommuner där ett känt löfte gäller i dag, ${formats.sv.day(day)}`,
  notResearched: 'kommuner har vi ännu inte undersökt',
  mapHeading: 'När slutade det senaste löftet vi känner till?',
  mapHow: 'En ruta är en kommun. Ju starkare färg, desto senare slutade löftet gälla.',
  mapNote:
    'Löften som publicerats efter att källorna lästes finns inte med: en svag färg betyder att vi inte känner till något nyare, inte att inget finns.',
  mapTable: 'Samma uppgifter som tabell',
  countiesHeading: 'Kommunerna, län för län',
  countyKnown: (known: number, all: number) => `${known} av ${all}`,
  countiesNote: 'Talen är kommuner med minst ett känt löfte, av länets alla.',
  topicsHeading: 'Vad löftena handlar om',
  topicsNote: (without: number, all: number) =>
    `Antal medborgarlöften som tar upp ämnet. Ett löfte kan ha flera ämnen, och huvudämnena räknar in sina underämnen, så talen ska inte läggas ihop. För ${formats.sv.number(without)} löften av ${formats.sv.number(all)} är ämnena inte kända.`,
  countedHeading: 'Löften som går att räkna',
  countedNote: (activities: number) =>
    `I det som vi har läst finns ${formats.sv.count(activities, { one: 'en aktivitet', other: 'aktiviteter' })} med ett mätbart mål. Orden är våra, utom där citattecken visar att de är källans. Olika slag går inte att lägga ihop.`,
  countedNone: 'I det som vi har läst finns ingen aktivitet med ett mätbart mål.',
  countedAll: 'Alla löften som går att räkna, slag för slag',
  asChart: 'Som diagram att ladda ner eller bädda in',
  allCharts: 'Alla diagram',
  newHeading: 'Nytt i data',
  newRelease: (release: string, day: string) => `Utgåva ${release}, data från ${formats.sv.day(day)}`,
  noRelease: 'Det finns ingen utgåva ännu.',
  releasesAway: 'Utgåvorna går inte att nå just nu.',
  allReleases: 'Alla utgåvor, med vad varje ändrat',
  onHeading: 'Gå vidare',
  on: {
    newsrooms: [
      'Skriv om det',
      'Färdiga meningar med siffror, vad data tål och inte tål, och adresser som alltid visar samma utgåva.',
    ],
    letter: [
      'Fråga hur det gick',
      'Ett färdigt brev till kommunen och polisen: begär ut uppföljningen som allmän handling.',
    ],
    officers: [
      'Rätta oss',
      'Arbetar du på kommunen eller polisen? Säg till om något är fel eller fattas. Inget konto behövs.',
    ],
  } as { readonly [kind in 'newsrooms' | 'letter' | 'officers']: readonly [string, string] },
}

/** What the start page says. */
export const startTexts: In<typeof sv> = {
  sv,
  en: {
    question: 'What have your municipality and the police promised?',
    lead: 'A citizen promise (medborgarlöfte) is what a Swedish municipality and its local police promise residents to do together against crime and for safety. Here are those that we know of, with a link to the source.',
    description: (agreements, municipalities, all) =>
      `${formats.en.number(agreements)} citizen promises from ${municipalities} of Sweden’s ${all} municipalities, each with a link to its source.`,
    known: (transcribed) =>
      `known agreements, of which ${formats.en.words(transcribed)} transcribed word for word`,
    withSome: (all) =>
      `of ${formats.en.number(all)} municipalities have at least one agreement that we know of`,
    inForce: (day) => `municipalities where a known agreement is in force today, ${formats.en.day(day)}`,
    notResearched: 'municipalities that we have not yet looked into',
    mapHeading: 'When did the last agreement that we know of end?',
    mapHow: 'A square is a municipality. The stronger the colour, the later the agreement ended.',
    mapNote:
      'Agreements published after the sources were read are missing: a faint colour means that we know of nothing newer, not that there is nothing.',
    mapTable: 'The same contents as a table',
    countiesHeading: 'The municipalities, county by county',
    countyKnown: (known, all) => `${known} of ${all}`,
    countiesNote: 'The numbers are municipalities with at least one known agreement, of all in the county.',
    topicsHeading: 'What the agreements are about',
    topicsNote: (without, all) =>
      `How many agreements take up the topic. An agreement can have several topics, and main topics include their subtopics, so the numbers must not be added. Of ${formats.en.number(without)} agreements out of ${formats.en.number(all)} the topics are not known.`,
    countedHeading: 'Promises that can be counted',
    countedNote: (activities) =>
      `In what we have read there ${activities === 1 ? 'is' : 'are'} ${formats.en.count(activities, { one: 'one activity', other: 'activities' })} with a measurable target. The words are ours, except where quotation marks show that they are the source’s. Different kinds cannot be added.`,
    countedNone: 'In what we have read no activity has a measurable target.',
    countedAll: 'All promises that can be counted, kind by kind',
    asChart: 'As a chart to download or embed',
    allCharts: 'All charts',
    newHeading: 'New in the data',
    newRelease: (release, day) => `Release ${release}, data of ${formats.en.day(day)}`,
    noRelease: 'There is no release yet.',
    releasesAway: 'The releases cannot be reached now.',
    allReleases: 'All releases, with what each changed',
    onHeading: 'Go on',
    on: {
      newsrooms: [
        'Write about it',
        'Sentences with figures, what the data bear and what they do not, and addresses that always show the same release.',
      ],
      letter: [
        'Ask how it went',
        'A letter to the municipality and the police, ready to send: request the follow-up as a public document.',
      ],
      officers: [
        'Correct us',
        'Do you work for the municipality or the police? Tell us if something is wrong or missing. No account is needed.',
      ],
    },
  },
}
