import { link } from '../links.ts'
import { nodeType } from '../nodes.ts'
import { quotesOf } from '../quotes.ts'

nodeType('agreement_relations', (t) => ({
  agreement: link(t, 'agreements', 'agreementId', 'The agreement that the relation is of.'),
  relatedAgreement: link(
    t,
    'agreements',
    'relatedAgreementId',
    'The other agreement; null where it is not in the data set.',
  ),
  quotes: quotesOf(t),
}))
