import { rootConnection } from '../connections.ts'
import { link } from '../links.ts'
import { nodeType } from '../nodes.ts'
import { quotesOf } from '../quotes.ts'

nodeType('follow_ups', (t) => ({
  agreement: link(t, 'follow_ups', 'agreementId', {
    sv: 'Medborgarlöftet som lovar uppföljningen.',
    en: 'The agreement that promises the follow-up.',
  }),
  quotes: quotesOf(t),
}))

rootConnection('followUps', {
  description: {
    sv: 'Vad transkriberade medborgarlöften lovar om uppföljning, ordnat efter medborgarlöfte och plats.',
    en: 'What transcribed agreements promise about follow-up, ordered by agreement and position.',
  },
  dataset: 'follow_ups',
  order: ['agreementId', 'position', 'id'],
})
