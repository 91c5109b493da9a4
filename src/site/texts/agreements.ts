import { formats } from '../formats.ts'
import type { In } from '../language.ts'

const sv = {
  title: 'Löften',
  description: 'Alla medborgarlöften som vi känner till, efter år, ämne, län och läge, med länk till källan.',
  says: (shown: number, all: number) =>
    shown === all
      ? `Vi känner till ${formats.sv.number(all)} medborgarlöften och andra överenskommelser.`
      : `${formats.sv.number(shown)} av ${formats.sv.number(all)} kända medborgarlöften och andra överenskommelser stämmer med urvalet.`,
  period: 'Period',
  parties: 'Kommuner',
  about: 'Handlar om',
  source: 'Källa',
  year: 'År',
  topic: 'Ämne',
  county: 'Län',
  state: 'Läge',
  extent: 'Läsning',
  extents: { TRANSCRIBED: 'avskrivet ord för ord', CATALOGUED: 'sammanfattat' },
  none: 'Inget löfte som vi känner till stämmer med urvalet.',
  pages: 'Sidor',
  page: (number: number) => `Sida ${number}`,
  titleOf: (period: string, names: string) => `Medborgarlöfte ${period}, ${names}`,
  renews: 'Förnyar',
  renewedBy: 'Förnyas av',
  readSource: 'Källans text, med varje citat markerat',
  sources: 'Källor',
  published: {
    POLICE: 'polisen',
    MUNICIPALITY: 'kommunen',
    NEWS: 'en tidning eller nyhetstjänst',
    OTHER: 'någon annan',
  },
  publishedBy: 'publicerad av',
  retrieved: (day: string) => `läst ${formats.sv.day(day)}`,
  notRetrieved: 'när den lästes har vi inte antecknat',
  one: (name: string, period: string, lifecycle: string) =>
    `Medborgarlöfte för ${name}, ${period}: ${lifecycle}.`,
}

/** What the list of agreements, and the page of each, say. */
export const agreementsTexts: In<typeof sv> = {
  sv,
  en: {
    title: 'Agreements',
    description:
      'All citizen promises that we know of, by year, topic, county and state, with links to their sources.',
    says: (shown, all) =>
      shown === all
        ? `We know of ${formats.en.number(all)} citizen promises and other agreements.`
        : `${formats.en.number(shown)} of ${formats.en.number(all)} known citizen promises and other agreements match.`,
    period: 'Period',
    parties: 'Municipalities',
    about: 'About',
    source: 'Source',
    year: 'Year',
    topic: 'Topic',
    county: 'County',
    state: 'State',
    extent: 'Reading',
    extents: { TRANSCRIBED: 'transcribed word for word', CATALOGUED: 'summarised' },
    none: 'No agreement that we know of matches.',
    pages: 'Pages',
    page: (number) => `Page ${number}`,
    titleOf: (period, names) => `Citizen promise ${period}, ${names}`,
    renews: 'Renews',
    renewedBy: 'Renewed by',
    readSource: 'The text of the source, with every quote marked',
    sources: 'Sources',
    published: {
      POLICE: 'the police',
      MUNICIPALITY: 'the municipality',
      NEWS: 'a newspaper or news service',
      OTHER: 'somebody else',
    },
    publishedBy: 'published by',
    retrieved: (day) => `read on ${formats.en.day(day)}`,
    notRetrieved: 'when it was read is not recorded',
    one: (name, period, lifecycle) => `Citizen promise for ${name}, ${period}: ${lifecycle}.`,
  },
}
