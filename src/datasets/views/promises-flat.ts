import { agreementId, promiseId } from '../columns.ts'
import type { Dataset } from '../dataset.ts'
import { promises } from '../promises.ts'
import { actorParts, agreementParts, topicParts, yearParts } from './agreement-parts.ts'

const { id: _, agreementId: __, ...own } = promises.columns
/** Columns of the promise itself. */
export const ownPromiseColumns = own

export const promisesFlat = {
  name: 'promises_flat',
  title: { sv: 'Löften med alla benämningar', en: 'Promises with all their labels' },
  description: {
    sv: 'En rad per löfte, med kommun, län, polis, period, aktörer och ämnen i klartext. Svarar på vad som har lovats, av vem och hur mycket.',
    en: 'A row for each promise, with municipality, county, police, period, actors and topics in words. It answers what was promised, by whom and how much.',
  },
  leastRows: promises.leastRows,
  key: ['promiseId'],
  columns: { promiseId, agreementId, ...agreementParts, ...yearParts, ...actorParts, ...topicParts, ...own },
} as const satisfies Dataset
