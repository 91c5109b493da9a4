import { agreementId } from './columns.ts'
import type { Dataset } from './dataset.ts'

export const agreementMunicipalities = {
  name: 'agreement_municipalities',
  title: { sv: 'Kommuner i medborgarlöften', en: 'Municipalities of agreements' },
  description: {
    sv: 'Vilka kommuner som är parter i vilket medborgarlöfte. Ett gemensamt medborgarlöfte har flera.',
    en: 'Which municipalities are parties to which agreement. A joint agreement has several.',
  },
  leastRows: 1000,
  key: ['agreementId', 'municipalityCode'],
  columns: {
    agreementId,
    municipalityCode: {
      type: 'text',
      title: { sv: 'Kommun', en: 'Municipality' },
      description: { sv: 'Kommunen som är part.', en: 'The municipality that is a party.' },
      references: 'municipalities',
    },
  },
} as const satisfies Dataset
