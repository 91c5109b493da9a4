import { agreementId, position } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { partyKind } from './vocabularies/agreements.ts'

export const agreementParties = {
  name: 'agreement_parties',
  type: 'AgreementParty',
  title: { sv: 'Fler parter i medborgarlöften', en: 'Further parties of agreements' },
  description: {
    sv: 'Parter utöver kommunerna och polisen: regioner, bostadsföretag, trafikföretag och andra.',
    en: 'Parties besides the municipalities and the police: regions, housing companies, transport companies and others.',
  },
  leastRows: 30,
  key: ['agreementId', 'position'],
  columns: {
    agreementId,
    position: { ...position, description: { sv: 'Ordningen, från 1.', en: 'The order, from 1.' } },
    name: {
      type: 'text',
      title: { sv: 'Namn', en: 'Name' },
      description: {
        sv: 'Partens namn, så som vi skriver det.',
        en: 'The name of the party, as we write it.',
      },
    },
    kind: {
      type: 'enum',
      values: partyKind,
      title: { sv: 'Slag', en: 'Kind' },
      description: { sv: 'Slag av part.', en: 'The kind of party.' },
    },
  },
} as const satisfies Dataset
