import { rootConnection } from '../connections.ts'
import { link } from '../links.ts'
import { nodeType } from '../nodes.ts'
import { quotesOf } from '../quotes.ts'

nodeType('issues', (t) => ({
  agreement: link(t, 'issues', 'agreementId', {
    sv: 'Medborgarlöftet vars källa har bristen.',
    en: 'The agreement whose source has the issue.',
  }),
  quotes: quotesOf(t),
}))

rootConnection('issues', {
  description: {
    sv: 'Brister i källorna: sådant som inte går att läsa, är oklart eller motsäger sig självt. Ordnade efter medborgarlöfte och plats.',
    en: 'Problems in the sources: what cannot be read, is unclear or contradicts itself. Ordered by agreement and position.',
  },
  dataset: 'issues',
  order: ['agreementId', 'position', 'id'],
})
