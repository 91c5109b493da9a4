import { inArray } from 'drizzle-orm'
import { tables } from '../../database/tables/index.ts'
import { lifecycle } from '../../datasets/vocabularies/agreements.ts'
import { listedValues as LISTED_VALUES } from '../../datasets/vocabularies/seen.ts'
import { childConnection, rootConnection } from '../connections.ts'
import { enumOf } from '../enums.ts'
import { readAs } from '../field-reading.ts'
import { lifecycleAt, type Period } from '../lifecycle.ts'
import { link, linkList } from '../links.ts'
import { nodeType, rootField } from '../nodes.ts'
import { quotesOf } from '../quotes.ts'

/** What stands in the words of a source is unknown where only facts and a link are. */
const TRANSCRIBED = { column: 'extent', values: ['transcribed'] } as const
/** Promises and activities are known where somebody listed some. */
const LISTED = { column: 'commitmentsSeen', values: LISTED_VALUES } as const
/** What the source says of the situation is known where somebody listed some of it. */
const FOUND = { column: 'findingsSeen', values: ['all', 'some'] } as const
const CATALOGUED = 'Null for catalogued agreements, whose text is not in the data set.'
const UNLISTED =
  'Null where nobody listed any: see commitmentsSeen, which also says whether there may be more.'
/** Of the relations, those by which one agreement takes the place of another or lengthens it. */
const IS_RENEWAL = inArray(tables.agreement_relations.relation, ['extends', 'renews'])

nodeType('agreements', (t) => ({
  municipalities: linkList(t, 'id', {
    name: 'Agreement.municipalities',
    description: 'The municipalities that are parties. A joint agreement has several.',
    dataset: 'municipalities',
    via: { dataset: 'agreement_municipalities', parent: 'agreementId', child: 'municipalityCode' },
    order: ['code'],
  }),
  policeArea: link(t, 'agreements', 'policeAreaId', {
    sv: 'Lokalpolisområdet som är part.',
    en: 'The local police area that is a party.',
  }),
  lifecycle: t.field({
    type: enumOf(lifecycle),
    description: 'Whether the agreement is upcoming, in force or ended on a day.',
    args: { on: t.arg({ type: 'Date', required: true, description: 'The date, such as "2021-06-30".' }) },
    ...readAs({
      kind: 'computed',
      columns: ['stage', 'periodStart', 'periodEnd', 'periodUnknownReason'],
      of: (agreement: Period, { on }: { on: string }) => lifecycleAt(agreement, on),
    }),
    resolve: (agreement, { on }) => lifecycleAt(agreement, on),
  }),
  parties: linkList(t, 'id', {
    name: 'Agreement.parties',
    description: 'The parties besides the municipalities and the police.',
    dataset: 'agreement_parties',
    parent: 'agreementId',
    order: ['position'],
  }),
  confirmations: linkList(t, 'id', {
    name: 'Agreement.confirmations',
    description:
      'When a party said that our facts of the agreement are right. See Municipality.confirmations too.',
    dataset: 'confirmations',
    parent: 'agreementId',
    order: ['municipalityCode', 'number'],
  }),
  reports: linkList(t, 'id', {
    name: 'Agreement.reports',
    description: 'The public follow-ups of the agreement that we know.',
    dataset: 'reports',
    via: { dataset: 'report_agreements', parent: 'agreementId', child: 'reportId' },
    order: ['id'],
  }),
  outcomes: childConnection(t, 'id', {
    name: 'Agreement.outcomes',
    description:
      'What reports say of the agreement, its promises and its activities. Empty: nobody has looked, unless reportState says otherwise.',
    dataset: 'outcomes',
    parent: 'agreementId',
    order: ['id'],
  }),
  documents: linkList(t, 'id', {
    name: 'Agreement.documents',
    description: 'The documents that are sources of the agreement.',
    dataset: 'documents',
    via: { dataset: 'agreement_documents', parent: 'agreementId', child: 'documentId' },
    order: ['id'],
  }),
  topics: linkList(t, 'id', {
    name: 'Agreement.topics',
    description:
      'What the agreement is about: the topics of its promises and activities or, if it is catalogued, the topics assessed from its page.',
    dataset: 'topics',
    via: { dataset: 'agreement_topics', parent: 'agreementId', child: 'topicId' },
    order: ['id'],
  }),
  relations: linkList(t, 'id', {
    name: 'Agreement.relations',
    description: 'What the agreement extends, renews, follows or is made under.',
    dataset: 'agreement_relations',
    parent: 'agreementId',
    order: ['position', 'id'],
  }),
  relationsFrom: linkList(t, 'id', {
    name: 'Agreement.relationsFrom',
    description: 'The relations of other agreements to this one.',
    dataset: 'agreement_relations',
    parent: 'relatedAgreementId',
    order: ['agreementId', 'position', 'id'],
  }),
  renews: linkList(t, 'id', {
    name: 'Agreement.renews',
    description:
      'The agreements in the data set that this one extends, renews or replaces, according to its source. See relations for agreements outside the data set and for the wording.',
    dataset: 'agreements',
    via: {
      dataset: 'agreement_relations',
      parent: 'agreementId',
      child: 'relatedAgreementId',
      where: IS_RENEWAL,
    },
    order: ['id'],
  }),
  renewedBy: linkList(t, 'id', {
    name: 'Agreement.renewedBy',
    description: 'The agreements that extend, renew or replace this one, according to their sources.',
    dataset: 'agreements',
    via: {
      dataset: 'agreement_relations',
      parent: 'relatedAgreementId',
      child: 'agreementId',
      where: IS_RENEWAL,
    },
    order: ['id'],
  }),
  promises: childConnection(
    t,
    'id',
    {
      name: 'Agreement.promises',
      description: `The promises of the agreement, in the order of the source. ${UNLISTED}`,
      dataset: 'promises',
      parent: 'agreementId',
      order: ['position', 'id'],
    },
    LISTED,
  ),
  activities: childConnection(
    t,
    'id',
    {
      name: 'Agreement.activities',
      description: `The activities of the agreement, in the order of the source. ${UNLISTED}`,
      dataset: 'activities',
      parent: 'agreementId',
      order: ['position', 'id'],
    },
    LISTED,
  ),
  signatures: childConnection(
    t,
    'id',
    {
      name: 'Agreement.signatures',
      description: `The signatures of a transcribed agreement, in the order of the source. ${CATALOGUED}`,
      dataset: 'signatures',
      parent: 'agreementId',
      order: ['position', 'id'],
    },
    TRANSCRIBED,
  ),
  signatories: childConnection(
    t,
    'id',
    {
      name: 'Agreement.signatories',
      description: `The people who signed or presented the agreement, ordered by key. ${CATALOGUED}`,
      dataset: 'signatories',
      via: { dataset: 'signatures', parent: 'agreementId', child: 'signatoryId' },
      order: ['id'],
    },
    TRANSCRIBED,
  ),
  findings: childConnection(
    t,
    'id',
    {
      name: 'Agreement.findings',
      description:
        'What the source says of the situation. Null where nobody listed it: see findingsSeen, which also says whether there may be more.',
      dataset: 'findings',
      parent: 'agreementId',
      order: ['position', 'id'],
    },
    FOUND,
  ),
  followUps: childConnection(
    t,
    'id',
    {
      name: 'Agreement.followUps',
      description: `What the agreement promises about follow-up. ${CATALOGUED}`,
      dataset: 'follow_ups',
      parent: 'agreementId',
      order: ['position', 'id'],
    },
    TRANSCRIBED,
  ),
  issues: childConnection(t, 'id', {
    name: 'Agreement.issues',
    description: 'Problems in the source: what cannot be read, is unclear or contradicts itself.',
    dataset: 'issues',
    parent: 'agreementId',
    order: ['position', 'id'],
  }),
  quotes: quotesOf(t),
}))

rootField('agreement', 'agreements', { description: 'An agreement by its key.', example: '0685-2020' })

rootConnection('agreements', {
  description:
    'The agreements, transcribed and catalogued, ordered by key: municipality code and first year.',
  dataset: 'agreements',
  order: ['id'],
})
