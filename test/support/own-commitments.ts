import type { Row } from '../../src/datasets/index.ts'
import type { Data } from '../../src/records/read-data.ts'
import { reckon } from '../../src/records/reckon.ts'
import { copyOf, sampleData } from './databases.ts'

/**
 * The sample of the bundled records, with what none of them has: promises with targets, deadlines, target groups and actors of
 * their own, as in a document that only lists activities; and a person who confirmed the facts. Made up, for tests alone.
 */
export function withOwnCommitments(): Data {
  const data = copyOf(sampleData())
  const { confirmations, promises, promise_actors } = data.tables
  confirmations.push({
    municipalityCode: '0685',
    number: 1,
    agreementId: null,
    confirmedOn: '2026-11-30',
    confirmedBy: 'municipality',
    role: 'säkerhetssamordnare',
  })
  const alone = promises.find(({ id }) => id === '1766-2019-p2')
  const kept = promises.find(({ id }) => id === '0685-2020-p1')
  if (!alone || !kept) throw new Error('The bundled records have lost a promise')
  const target: Partial<Row<'promises'>> = {
    targetOperator: 'at_least',
    targetValue: 3,
    targetUnit: 'träffar',
    targetPer: 'year',
    targetWhat: 'dialogue_meetings',
    deadlineOn: '2019-12-31',
    deadlinePrecision: 'day',
    targetGroup: 'ungdomar',
  }
  // One has activities too, one stands alone, and one has neither.
  Object.assign(kept, {
    targetOperator: 'at_most',
    targetValue: 0.5,
    targetUnit: 'procent',
    targetWhat: 'percent',
  })
  promises.push({ ...alone, ...target, id: '1766-2019-p3', position: 3 })
  promises.push({ ...alone, id: '1766-2019-p4', position: 4 })
  const link = { position: 1, basis: 'heading', text: 'Kommunen' } as const
  promise_actors.push(
    { ...link, promiseId: '1766-2019-p3', actorId: 'municipality' },
    { ...link, promiseId: '1766-2019-p3', actorId: 'police', position: 2, basis: 'stated', text: 'polisen' },
    { ...link, promiseId: '0685-2020-p1', actorId: 'landlords', position: 3 },
  )
  reckon(data.tables)
  return data
}
