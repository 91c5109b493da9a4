import { link } from '../links.ts'
import { nodeType } from '../nodes.ts'
import { quotesOf } from '../quotes.ts'

nodeType('agreement_relations', (t) => ({
  agreement: link(t, 'agreement_relations', 'agreementId', {
    sv: 'Medborgarlöftet som sambandet gäller.',
    en: 'The agreement that has the relation.',
  }),
  relatedAgreement: link(t, 'agreement_relations', 'relatedAgreementId', {
    sv: 'Den andra överenskommelsen.',
    en: 'The other agreement.',
  }),
  quotes: quotesOf(t),
}))
