import { agreements } from '../agreements.ts'
import { agreementId } from '../columns.ts'
import type { Dataset } from '../dataset.ts'
import { agreementParts, topicParts, yearParts } from './agreement-parts.ts'

const { id: _, title: __, extent: ___, kind: ____, policeAreaId: _____, ...more } = agreements.columns
const { periodStart: ______, periodEnd: _______, signedOn: ________, ...others } = more
/** Columns of the agreement itself: a new column of agreements is added here too. */
export const otherAgreementColumns = others

/** The number of promises and activities of an agreement in the data. */
export const countColumns = {
  promises: {
    type: 'integer',
    title: { sv: 'Löften', en: 'Promises' },
    description: {
      sv: 'Hur många löften som finns i datamängden. Det kan finnas fler, se commitments_seen.',
      en: 'How many promises the data set holds. There may be more, see commitments_seen.',
    },
  },
  activities: {
    type: 'integer',
    title: { sv: 'Aktiviteter', en: 'Activities' },
    description: {
      sv: 'Hur många aktiviteter som finns i datamängden. Det kan finnas fler, se commitments_seen.',
      en: 'How many activities the data set holds. There may be more, see commitments_seen.',
    },
  },
} as const

export const agreementsFlat = {
  name: 'agreements_flat',
  title: { sv: 'Medborgarlöften med alla benämningar', en: 'Agreements with all their labels' },
  description: {
    sv: 'En rad per medborgarlöfte eller annan överenskommelse, med kommun, län, polis, period och ämnen i klartext. Svarar på vem som har lovat tillsammans, när och om vad.',
    en: 'A row for each agreement, with municipality, county, police, period and topics in words. It answers who promised together, when, and about what.',
  },
  leastRows: agreements.leastRows,
  key: ['agreementId'],
  columns: {
    agreementId,
    ...agreementParts,
    ...yearParts,
    ...topicParts,
    ...countColumns,
    ...otherAgreementColumns,
  },
} as const satisfies Dataset
