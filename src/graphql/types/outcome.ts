import { rootConnection } from '../connections.ts'
import { link } from '../links.ts'
import { nodeType } from '../nodes.ts'

nodeType('outcomes', (t) => ({
  agreement: link(t, 'outcomes', 'agreementId', {
    sv: 'Medborgarlöftet.',
    en: 'The agreement.',
  }),
  promise: link(t, 'outcomes', 'promiseId', {
    sv: 'Löftet som utfallet gäller.',
    en: 'The promise that the outcome is of.',
  }),
  activity: link(t, 'outcomes', 'activityId', {
    sv: 'Aktiviteten som utfallet gäller.',
    en: 'The activity that the outcome is of.',
  }),
  report: link(t, 'outcomes', 'reportId', {
    sv: 'Redovisningen som säger det.',
    en: 'The report that says so.',
  }),
}))

rootConnection('outcomes', {
  description: {
    sv: 'Vad redovisningar säger om hur det gick, ordnat efter medborgarlöfte.',
    en: 'What reports say about how it went, ordered by agreement.',
  },
  dataset: 'outcomes',
  order: ['agreementId', 'id'],
})
