import { agreementId, position } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { agreementKind, relation } from './vocabularies/agreements.ts'

export const agreementRelations = {
  name: 'agreement_relations',
  type: 'AgreementRelation',
  title: { sv: 'Samband mellan överenskommelser', en: 'Relations between agreements' },
  description: {
    sv: 'Vad ett medborgarlöfte förlänger, förnyar, kommer efter eller har slutits under.',
    en: 'What an agreement extends, renews, follows or is made under.',
  },
  leastRows: 80,
  key: ['id'],
  label: { sv: 'text', en: 'text' },
  columns: {
    id: {
      type: 'text',
      title: { sv: 'Id', en: 'Id' },
      description: {
        sv: 'Sambandets id, t.ex. 0643-2017-r1.',
        en: 'The id of the relation, such as 0643-2017-r1.',
      },
    },
    agreementId,
    position,
    relation: {
      type: 'enum',
      values: relation,
      title: { sv: 'Samband', en: 'Relation' },
      description: {
        sv: 'Vilket samband medborgarlöftet har med den andra överenskommelsen.',
        en: 'How the agreement relates to the other.',
      },
    },
    relatedKind: {
      type: 'enum',
      values: agreementKind,
      title: { sv: 'Den andras typ', en: 'Kind of the other' },
      description: {
        sv: 'Vilken typ av överenskommelse den andra är.',
        en: 'What kind of agreement the other one is.',
      },
    },
    relatedAgreementId: {
      type: 'text',
      title: { sv: 'Den andra', en: 'The other' },
      description: { sv: 'Den andra överenskommelsen.', en: 'The other agreement.' },
      absent: { sv: 'Den finns inte i datamängden.', en: 'It is not in the data set.' },
      references: 'agreements',
    },
    relatedPeriodStart: {
      type: 'integer',
      title: { sv: 'Den andras första år', en: 'First year of the other' },
      description: {
        sv: 'Första år som källan anger för den andra.',
        en: 'The first year that the source gives for the other.',
      },
      absent: { sv: 'Källan anger det inte.', en: 'The source does not state it.' },
    },
    relatedPeriodEnd: {
      type: 'integer',
      title: { sv: 'Den andras sista år', en: 'Last year of the other' },
      description: {
        sv: 'Sista år som källan anger för den andra.',
        en: 'The last year that the source gives for the other.',
      },
      absent: { sv: 'Källan anger det inte.', en: 'The source does not state it.' },
    },
    text: {
      type: 'text',
      title: { sv: 'Text', en: 'Text' },
      description: { sv: 'Källans ord om sambandet.', en: 'The words of the source about the relation.' },
      absent: {
        sv: 'Medborgarlöftet är katalogiserat: ordalydelsen finns inte i datamängden.',
        en: 'The agreement is catalogued: the wording is not in the data set.',
      },
    },
  },
} as const satisfies Dataset
