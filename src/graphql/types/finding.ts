import { rootConnection } from '../connections.ts'
import { link } from '../links.ts'
import { nodeType } from '../nodes.ts'
import { quotesOf } from '../quotes.ts'

nodeType('findings', (t) => ({
  agreement: link(t, 'findings', 'agreementId', {
    sv: 'Medborgarlöftet som lägesbilden står i.',
    en: 'The agreement that the finding stands in.',
  }),
  quotes: quotesOf(t),
}))

rootConnection('findings', {
  description: 'The findings of transcribed agreements, by agreement and position.',
  dataset: 'findings',
  order: ['agreementId', 'position', 'id'],
})
