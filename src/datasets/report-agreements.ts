import { agreementId, reportId } from './columns.ts'
import type { Dataset } from './dataset.ts'

export const reportAgreements = {
  name: 'report_agreements',
  title: { sv: 'Redovisningarnas medborgarlöften', en: 'Agreements of reports' },
  description: {
    sv: 'Vilka medborgarlöften en redovisning följer upp.',
    en: 'The agreements that a report follows up.',
  },
  leastRows: 180,
  key: ['reportId', 'agreementId'],
  columns: { reportId, agreementId },
} as const satisfies Dataset
