import type { Dataset } from './dataset.ts'
import { confirmer } from './vocabularies/agreements.ts'

export const confirmations = {
  name: 'confirmations',
  type: 'Confirmation',
  title: { sv: 'Bekräftelser', en: 'Confirmations' },
  description: {
    sv: 'När en kommun eller polisen har läst våra uppgifter och sagt att de stämmer, i vilken roll. Inga namn. En kommun utan bekräftelse har inte svarat, eller inte tillfrågats.',
    en: 'When a municipality or the police have read our facts and said that they are right, and in which role. No names. A municipality without a confirmation has not answered, or was not asked.',
  },
  leastRows: 0,
  key: ['municipalityCode', 'number'],
  columns: {
    municipalityCode: {
      type: 'text',
      title: { sv: 'Kommun', en: 'Municipality' },
      description: { sv: 'Kommunen vars uppgifter lästes.', en: 'The municipality whose facts were read.' },
      references: 'municipalities',
    },
    number: {
      type: 'integer',
      title: { sv: 'Nummer', en: 'Number' },
      description: {
        sv: 'Vilken av kommunens bekräftelser det är, från 1.',
        en: 'Which of the confirmations of the municipality it is, from 1.',
      },
    },
    agreementId: {
      type: 'text',
      title: { sv: 'Medborgarlöfte', en: 'Agreement' },
      description: {
        sv: 'Medborgarlöftet vars uppgifter lästes.',
        en: 'The agreement whose facts were read.',
      },
      references: 'agreements',
      absent: {
        sv: 'Allt som stod på kommunens sida lästes.',
        en: 'All that stood on the page of the municipality was read.',
      },
    },
    confirmedOn: {
      type: 'date',
      title: { sv: 'Bekräftat', en: 'Confirmed on' },
      description: { sv: 'Dagen då svaret kom.', en: 'The day on which the answer came.' },
    },
    confirmedBy: {
      type: 'enum',
      values: confirmer,
      title: { sv: 'Av vem', en: 'By whom' },
      description: { sv: 'Parten som svarade.', en: 'The party that answered.' },
    },
    role: {
      type: 'text',
      title: { sv: 'Roll', en: 'Role' },
      description: {
        sv: 'Rollen hos den som svarade, med egna ord, t.ex. säkerhetssamordnare. Aldrig ett namn.',
        en: 'The role of who answered, in their own words, such as säkerhetssamordnare. Never a name.',
      },
    },
  },
} as const satisfies Dataset
