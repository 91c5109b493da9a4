import { formats } from '../formats.ts'
import type { In } from '../language.ts'

const sv = {
  title: 'Läget just nu',
  description: 'Hur färska uppgifterna är, och hur mycket som inte är känt.',
  release: 'Senaste utgåvan',
  dated: 'Data från',
  revision: 'Revision',
  check: 'Senast kontrollerat',
  never: 'Inte känt',
  gapsHeading: 'Vad som inte är känt',
  gapsNote: (all: number) => `Av ${formats.sv.number(all)} överenskommelser av alla slag.`,
  gaps: {
    withoutPeriod: 'Perioden anges inte, eller bara en del av den',
    unclear: 'Något i källan är oklart',
    notListed: 'Vad som lovas är inte uppskrivet',
    noReportSought: 'Ingen har letat efter en redovisning',
    drafts: 'Utkast som ingen har granskat',
  },
  what: 'Vad',
  count: 'Antal',
  tables: 'Datamängder',
  dataset: 'Datamängd',
  rows: 'Rader',
}

/** What the page on the state of the data says. */
export const statusTexts: In<typeof sv> = {
  sv,
  en: {
    title: 'Status',
    description: 'How fresh the data are, and how much is not known.',
    release: 'Latest release',
    dated: 'Data of',
    revision: 'Revision',
    check: 'Last checked',
    never: 'Not known',
    gapsHeading: 'What is not known',
    gapsNote: (all) => `Of ${formats.en.number(all)} agreements of all kinds.`,
    gaps: {
      withoutPeriod: 'The period is not stated, or only a part of it',
      unclear: 'Something in the source is unclear',
      notListed: 'What is promised is not listed',
      noReportSought: 'Nobody has searched for a report',
      drafts: 'Drafts that nobody has checked',
    },
    what: 'What',
    count: 'Number',
    tables: 'Datasets',
    dataset: 'Dataset',
    rows: 'Rows',
  },
}
