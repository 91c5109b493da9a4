import { childConnection, rootConnection } from '../connections.ts'
import { link } from '../links.ts'
import { nodeType, rootField } from '../nodes.ts'

nodeType('reports', (t) => ({
  municipality: link(t, 'reports', 'municipalityCode', {
    sv: 'Kommunen vars arbete redovisningen gäller.',
    en: 'The municipality whose work the report is about.',
  }),
  agreements: childConnection(t, 'id', {
    name: 'Report.agreements',
    description: 'The agreements that it follows up. Empty where it does not say which.',
    dataset: 'agreements',
    via: { dataset: 'report_agreements', parent: 'reportId', child: 'agreementId' },
    order: ['id'],
  }),
  outcomes: childConnection(t, 'id', {
    name: 'Report.outcomes',
    description: 'What it says of agreements, promises and activities.',
    dataset: 'outcomes',
    parent: 'reportId',
    order: ['agreementId', 'id'],
  }),
}))

rootField('report', 'reports', { description: 'A report by its key.', example: '2580-rep1' })

rootConnection('reports', {
  description: 'The public follow-ups, by municipality and number.',
  dataset: 'reports',
  order: ['municipalityCode', 'id'],
})
