import { rootConnection } from '../connections.ts'
import { link } from '../links.ts'
import { nodeType } from '../nodes.ts'
import { quotesOf } from '../quotes.ts'

nodeType('signatures', (t) => ({
  agreement: link(t, 'agreements', 'agreementId', 'The agreement that was signed or presented.'),
  signatory: link(t, 'signatories', 'signatoryId', 'The person.'),
  municipality: link(
    t,
    'municipalities',
    'municipalityCode',
    'The municipality that the person represents; null for the police.',
  ),
  policeArea: link(
    t,
    'police_areas',
    'policeAreaId',
    'The local police area that the person represents, where the source names it for the person.',
  ),
  quotes: quotesOf(t),
}))

rootConnection('signatures', {
  description: 'The signatures, by agreement and position.',
  dataset: 'signatures',
  order: ['agreementId', 'position', 'id'],
})
