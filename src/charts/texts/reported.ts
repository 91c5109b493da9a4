import { formats } from '../../site/formats.ts'
import type { In } from '../../site/language.ts'

const sv = {
  title: 'Lovat och redovisat',
  how: 'För hur mycket av det som lovats vi har hittat en offentlig redovisning av hur det gick.',
  counted: 'Vad som räknas',
  all: 'Redovisade, av alla',
  share: (found: number, all: number) => `${formats.sv.number(found)} av ${formats.sv.number(all)}`,
  names: { agreements: 'Medborgarlöften', promises: 'Löften', activities: 'Aktiviteter' },
  parts: {
    found: 'Redovisning hittad',
    noneFound: 'Vi har letat utan att hitta någon',
    notResearched: 'Vi har inte letat',
  },
  says: (found: number, notResearched: number) =>
    `För ${formats.sv.count(found, { one: 'ett löfte', other: 'löften' })} har vi hittat en redovisning av hur det gick. För ${formats.sv.count(notResearched, { one: 'ett löfte', other: 'löften' })} har vi inte letat.`,
  note: 'Att vi inte har hittat någon redovisning säger inget om hur det gick. En redovisning är kommunens eller polisens egna ord om det som gjorts; vi bedömer dem inte.',
}

/** Texts of the chart of reports. */
export const reportedTexts: In<typeof sv> = {
  sv,
  en: {
    title: 'Promised and reported',
    how: 'For how much of what was promised we have found a public report of how it went.',
    counted: 'What is counted',
    all: 'Reported, of all',
    share: (found, all) => `${formats.en.number(found)} of ${formats.en.number(all)}`,
    names: { agreements: 'Agreements', promises: 'Promises', activities: 'Activities' },
    parts: {
      found: 'Report found',
      noneFound: 'Searched, none found',
      notResearched: 'Not searched for',
    },
    says: (found, notResearched) =>
      `Of ${formats.en.count(found, { one: 'one promise', other: 'promises' })} we have found a report of how it went. Of ${formats.en.count(notResearched, { one: 'one promise', other: 'promises' })} we have not searched for any.`,
    note: 'That we have found no report says nothing of how it went. A report is what the municipality or the police say of what was done; we do not judge it.',
  },
}
