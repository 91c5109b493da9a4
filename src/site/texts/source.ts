import { formats } from '../formats.ts'
import type { In } from '../language.ts'

const sv = {
  title: (name: string) => `Källa: ${name}`,
  lead: 'Texten är källans, oförändrad. Det som är markerat är löften, aktiviteter och annat som vi har tagit ur den; det som är understruket är enskilda uppgifter.',
  noText:
    'Vi har inte skrivit av källan: vi känner till den genom uppgifter och en länk. Läs den där den står.',
  withheld: 'Ett namn är undantaget: █ står för varje bokstav i det.',
  withheldHow: 'Så undantas namn',
  where: 'Där den står',
  noWhere: 'Adressen där den stod är inte antecknad.',
  published: 'Publicerad av',
  retrieved: 'Läst',
  hash: 'SHA-256',
  agreements: 'Medborgarlöften',
  quotes: 'Alla citat',
  quotesLead: (count: number) =>
    `${formats.sv.count(count, { one: 'Ett citat', other: 'citat' })}, med den uppgift som vart och ett belägger.`,
  record: 'Post',
  column: 'Uppgift',
  words: 'Källans ord',
  text: 'Texten',
}

/** What the page of a source says. */
export const sourceTexts: In<typeof sv> = {
  sv,
  en: {
    title: (name) => `Source: ${name}`,
    lead: 'The text is that of the source, unchanged, in Swedish. What is marked are promises, activities and other things that we took from it; what is underlined are single values.',
    noText: 'We have not transcribed the source: we know it by facts and a link. Read it where it stands.',
    withheld: 'A name is withheld: █ stands for each of its letters.',
    withheldHow: 'How names are withheld',
    where: 'Where it stands',
    noWhere: 'The address where it stood is not recorded.',
    published: 'Published by',
    retrieved: 'Read',
    hash: 'SHA-256',
    agreements: 'Agreements',
    quotes: 'All quotes',
    quotesLead: (count) =>
      `${formats.en.count(count, { one: 'One quote', other: 'quotes' })}, with the value that each supports.`,
    record: 'Record',
    column: 'Value',
    words: 'Words of the source',
    text: 'The text',
  },
}
