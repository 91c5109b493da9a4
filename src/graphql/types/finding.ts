import { rootConnection } from '../connections.ts'
import { link } from '../links.ts'
import { nodeType } from '../nodes.ts'
import { quotesOf } from '../quotes.ts'

nodeType('findings', (t) => ({
  agreement: link(t, 'findings', 'agreementId', {
    sv: 'Medborgarlöftet som lägesbilden hör till.',
    en: 'The agreement that the finding belongs to.',
  }),
  quotes: quotesOf(t),
}))

rootConnection('findings', {
  description: {
    sv: 'Vad transkriberade källor säger om läget, ordnat efter medborgarlöfte och plats.',
    en: 'The findings of transcribed agreements, ordered by agreement and position.',
  },
  dataset: 'findings',
  order: ['agreementId', 'position', 'id'],
})
