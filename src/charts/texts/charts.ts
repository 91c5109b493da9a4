import { formats } from '../../site/formats.ts'
import type { In } from '../../site/language.ts'

const sv = {
  all: 'Diagram',
  lead: 'Varje diagram finns som sida, bild och data, och får bäddas in var som helst. Det vi inte vet har en egen markering.',
  explore: 'Utforska: gör ett urval och få det som tabell och diagram',
  take: 'Hämta',
  embed: 'Bädda in',
  pinned: (release: string) =>
    `Koden visar alltid utgåva ${release}, även när det kommer nyare data. Då syns det en rad om det.`,
  newest: 'Koden visar alltid de nyaste uppgifterna.',
  newer: 'Det finns nyare data',
  copy: 'Kopiera koden',
  rows: 'Siffrorna',
  show: (rows: number) =>
    `Visa tabellen, ${formats.sv.number(rows)} ${formats.sv.plural(rows, { one: 'rad', other: 'rader' })}`,
}

/** Texts of all chart pages. */
export const chartTexts: In<typeof sv> = {
  sv,
  en: {
    all: 'Charts',
    lead: 'Each chart is a page, a picture and data, and may be embedded anywhere. What we do not know has a mark of its own.',
    explore: 'Explore: make a selection and get it as table and chart',
    take: 'Download',
    embed: 'Embed',
    pinned: (release) =>
      `This code always shows release ${release}, even when there are newer data. A line then says so.`,
    newest: 'This code always shows the newest data.',
    newer: 'There are newer data',
    copy: 'Copy the code',
    rows: 'The numbers',
    show: (rows) =>
      `Show the table, ${formats.en.number(rows)} ${formats.en.plural(rows, { one: 'row', other: 'rows' })}`,
  },
}
