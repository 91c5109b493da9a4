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
    description: {
      sv: 'De medborgarlöften som den redovisar. Tom om den inte säger vilka.',
      en: 'The agreements that it reports on. Empty if it does not say which.',
    },
    dataset: 'agreements',
    via: { dataset: 'report_agreements', parent: 'reportId', child: 'agreementId' },
    order: ['id'],
  }),
  outcomes: childConnection(t, 'id', {
    name: 'Report.outcomes',
    description: {
      sv: 'Vad den säger om medborgarlöften, löften och aktiviteter.',
      en: 'What it says about agreements, promises and activities.',
    },
    dataset: 'outcomes',
    parent: 'reportId',
    order: ['agreementId', 'id'],
  }),
}))

rootField('report', 'reports', {
  description: { sv: 'En redovisning efter id.', en: 'A report by its key.' },
  example: '2580-rep1',
})

rootConnection('reports', {
  description: {
    sv: 'De offentliga redovisningarna, ordnade efter kommun och nummer.',
    en: 'The public reports, ordered by municipality and number.',
  },
  dataset: 'reports',
  order: ['municipalityCode', 'id'],
})
