import { rootConnection } from '../connections.ts'
import { link } from '../links.ts'
import { nodeType } from '../nodes.ts'
import { quotesOf } from '../quotes.ts'

nodeType('signatures', (t) => ({
  agreement: link(t, 'signatures', 'agreementId', {
    sv: 'Medborgarlöftet som undertecknades eller presenterades.',
    en: 'The agreement that was signed or presented.',
  }),
  signatory: link(t, 'signatures', 'signatoryId', { sv: 'Personen.', en: 'The person.' }),
  municipality: link(t, 'signatures', 'municipalityCode', {
    sv: 'Kommunen som personen företräder.',
    en: 'The municipality that the person represents.',
  }),
  policeArea: link(t, 'signatures', 'policeAreaId', {
    sv: 'Lokalpolisområdet som personen företräder.',
    en: 'The local police area that the person represents.',
  }),
  quotes: quotesOf(t),
}))

rootConnection('signatures', {
  description: {
    sv: 'Underskrifterna, ordnade efter medborgarlöfte och plats.',
    en: 'The signatures, ordered by agreement and position.',
  },
  dataset: 'signatures',
  order: ['agreementId', 'position', 'id'],
})
