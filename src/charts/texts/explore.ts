import { formats } from '../../site/formats.ts'
import type { In } from '../../site/language.ts'
import type { ChoiceName, ExploredKind, Grouping } from '../explore/view.ts'

const sv = {
  title: 'Utforska',
  description:
    'Välj ut bland löften, aktiviteter, medborgarlöften och redovisningar, och få dem som tabell och diagram. Adressen minns urvalet.',
  show: 'Visa',
  by: 'Diagram efter',
  all: 'alla',
  submit: 'Visa urvalet',
  reset: 'Börja om',
  kinds: {
    loften: 'Löften',
    aktiviteter: 'Aktiviteter',
    avtal: 'Medborgarlöften',
    redovisningar: 'Redovisningar',
  } as { readonly [K in ExploredKind]: string },
  counted: {
    loften: { one: 'ett löfte', other: 'löften' },
    aktiviteter: { one: 'en aktivitet', other: 'aktiviteter' },
    avtal: { one: 'ett medborgarlöfte', other: 'medborgarlöften' },
    redovisningar: { one: 'en redovisning', other: 'redovisningar' },
  } as { readonly [K in ExploredKind]: { readonly one: string; readonly other: string } },
  choices: {
    ar: 'År',
    lan: 'Län',
    amne: 'Ämne',
    raknar: 'Räknar',
    redovisat: 'Redovisning',
    utfall: 'Vad den säger',
    ord: 'Ord i texten',
  } as { readonly [C in ChoiceName]: string },
  groupings: {
    ar: 'år',
    lan: 'län',
    amne: 'ämne',
    redovisat: 'redovisning',
    utfall: 'vad redovisningen säger',
  } as { readonly [G in Grouping]: string },
  reported: {
    FOUND: 'Redovisning hittad',
    NONE_FOUND: 'Letat, ingen hittad',
    NOT_RESEARCHED: 'Vi har inte letat',
  } as { readonly [state: string]: string },
  others: { ar: 'Året anges inte', amne: 'Ämnet är inte känt' } as { readonly [G in Grouping]?: string },
  titleOf: (kind: string, by: string) => `${kind} efter ${by}`,
  how: (kind: ExploredKind, by: Grouping, selection: readonly string[]) =>
    `${selection.length > 0 ? `Urval: ${selection.join('; ')}. ` : ''}${
      by === 'ar'
        ? kind === 'redovisningar'
          ? 'Året är det då redovisningen publicerades.'
          : 'Året är det då avtalet börjar gälla.'
        : ''
    }`,
  says: (kind: ExploredKind, count: number, selection: readonly string[]) =>
    `Vi känner till ${count === 0 ? (kind === 'redovisningar' ? 'ingen redovisning' : 'inget') : formats.sv.count(count, sv.counted[kind])}${selection.length > 0 ? ` som stämmer med urvalet (${selection.join('; ')})` : ''}.`,
  notes: {
    ar: 'Hur mycket som har samlats in skiljer sig mellan åren: talen säger inte om det har blivit vanligare.',
    lan: 'Det som gäller kommuner i flera län räknas i vart och ett.',
    amne: 'Samma löfte kan ha flera ämnen, och huvudämnen räknar med sina delar. Talen ska inte läggas ihop.',
    redovisat: 'Att ingen redovisning är känd säger inget om hur det gick.',
    utfall: 'Parterna berättar oftast om sig själva; vi bedömer ingenting.',
  } as { readonly [G in Grouping]: string },
  least:
    'Talen gäller det som vi känner till och har läst. Flera källor är bara lästa till en del, och noll betyder att vi inte känner till något.',
  count: 'Antal',
  rows: 'Raderna',
  shown: (shown: number, all: number, most: number) =>
    shown < all
      ? `Här visas de ${formats.sv.number(shown)} första av ${formats.sv.number(all)}. CSV-filen har alla${all > most ? `, dock högst ${formats.sv.number(most)}; utgåvan har resten` : ''}.`
      : '',
  municipality: 'Kommun',
  when: 'När',
  what: 'Vad',
  target: 'Antal',
  reportedHead: 'Redovisning',
  rowsCsv: 'Raderna som CSV',
  chart: 'Diagrammet',
  embed: 'Bädda in urvalet',
  newest: 'Koden visar alltid de nyaste uppgifterna för urvalet.',
  copy: 'Kopiera koden',
}

/** Texts of the explore page. */
export const exploreTexts: In<typeof sv> = {
  sv,
  en: {
    title: 'Explore',
    description:
      'Filter promises, activities, agreements and reports into a table and a chart. The address keeps the selection.',
    show: 'Show',
    by: 'Chart by',
    all: 'all',
    submit: 'Show the selection',
    reset: 'Start over',
    kinds: {
      loften: 'Promises',
      aktiviteter: 'Activities',
      avtal: 'Citizen promises (agreements)',
      redovisningar: 'Reports',
    },
    counted: {
      loften: { one: 'one promise', other: 'promises' },
      aktiviteter: { one: 'one activity', other: 'activities' },
      avtal: { one: 'one agreement', other: 'agreements' },
      redovisningar: { one: 'one report', other: 'reports' },
    },
    choices: {
      ar: 'Year',
      lan: 'County',
      amne: 'Topic',
      raknar: 'Counts',
      redovisat: 'Report',
      utfall: 'What it says',
      ord: 'Words in the text',
    },
    groupings: {
      ar: 'year',
      lan: 'county',
      amne: 'topic',
      redovisat: 'report',
      utfall: 'what the report says',
    },
    reported: {
      FOUND: 'Report found',
      NONE_FOUND: 'Searched, none found',
      NOT_RESEARCHED: 'We have not searched',
    },
    others: { ar: 'Year not stated', amne: 'Topic not known' },
    titleOf: (kind, by) => `${kind} by ${by}`,
    how: (kind, by, selection) =>
      `${selection.length > 0 ? `Selection: ${selection.join('; ')}. ` : ''}${
        by === 'ar'
          ? kind === 'redovisningar'
            ? 'The year is that of publication.'
            : 'The year is the one in which the agreement begins.'
          : ''
      }`,
    says: (kind, count, selection) =>
      `We know of ${count === 0 ? 'none' : formats.en.count(count, exploreTexts.en.counted[kind])}${selection.length > 0 ? ` matching the selection (${selection.join('; ')})` : ''}.`,
    notes: {
      ar: 'How much was collected differs between years: the numbers do not tell whether it has become more common.',
      lan: 'What is of municipalities in several counties is counted in each.',
      amne: 'One promise can have several topics, and main topics include their parts. The numbers must not be added.',
      redovisat: 'That no report is known says nothing of how it went.',
      utfall: 'The parties mostly tell of themselves; we judge nothing.',
    },
    least:
      'The numbers are of what we know of and have read. Several sources have been read only in part, and zero means that we know of none.',
    count: 'Number',
    rows: 'The rows',
    shown: (shown, all, most) =>
      shown < all
        ? `The first ${formats.en.number(shown)} of ${formats.en.number(all)} are shown. The CSV file has all${all > most ? `, but at most ${formats.en.number(most)}; the release has the rest` : ''}.`
        : '',
    municipality: 'Municipality',
    when: 'When',
    what: 'What',
    target: 'Number',
    reportedHead: 'Report',
    rowsCsv: 'The rows as CSV',
    chart: 'The chart',
    embed: 'Embed the selection',
    newest: 'This code always shows the newest data of the selection.',
    copy: 'Copy the code',
  },
}
