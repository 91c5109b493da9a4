import { bilingualText, joinTexts } from '../../datasets/dataset.ts'
import { lifecycle } from '../../datasets/vocabularies/agreements.ts'
import { listedValues as LISTED_VALUES } from '../../datasets/vocabularies/seen.ts'
import { childConnection, rootConnection } from '../connections.ts'
import { enumOf } from '../enums.ts'
import { readAs } from '../field-reading.ts'
import { lifecycleAt, type PeriodColumns } from '../lifecycle.ts'
import { link, linkList } from '../links.ts'
import { nodeType, rootField } from '../nodes.ts'
import { quotesOf } from '../quotes.ts'
import { relationFields } from './agreement-relation.ts'

/** Lists that come from the wording of a source are unknown if there are only facts and a link. */
const TRANSCRIBED = { column: 'extent', values: ['transcribed'] } as const
/** Promises and activities are known if somebody has listed some. */
const LISTED = { column: 'commitmentsSeen', values: LISTED_VALUES } as const
/** What the source says about the situation is known if somebody has listed some of it. */
const FOUND = { column: 'findingsSeen', values: ['all', 'some'] } as const
const CATALOGUED = {
  sv: 'Null för katalogiserade medborgarlöften, vars text inte finns i datamängden.',
  en: 'Null for catalogued agreements, whose text is not in the data set.',
}
const UNLISTED = {
  sv: 'Null om ingen har skrivit upp några: se commitmentsSeen, som också säger om det kan finnas fler.',
  en: 'Null if nobody has listed any: see commitmentsSeen, which also says whether there may be more.',
}
nodeType('agreements', (t) => ({
  municipalities: linkList(t, 'id', {
    name: 'Agreement.municipalities',
    description: {
      sv: 'Kommunerna som är parter. Ett gemensamt medborgarlöfte har flera.',
      en: 'The municipalities that are parties. A joint agreement has several.',
    },
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
    description: bilingualText({
      sv: 'Om medborgarlöftet är kommande, gäller eller har upphört en viss dag.',
      en: 'Whether the agreement is upcoming, in force or ended on a given day.',
    }),
    args: {
      on: t.arg({
        type: 'Date',
        required: true,
        description: bilingualText({
          sv: 'Dagen, t.ex. "2021-06-30".',
          en: 'The date, such as "2021-06-30".',
        }),
      }),
    },
    ...readAs({
      kind: 'computed',
      columns: ['stage', 'periodStart', 'periodEnd', 'periodUnknownReason'],
      of: (agreement: PeriodColumns, { on }: { on: string }) => lifecycleAt(agreement, on),
    }),
    resolve: (agreement, { on }) => lifecycleAt(agreement, on),
  }),
  parties: linkList(t, 'id', {
    name: 'Agreement.parties',
    description: {
      sv: 'Parterna utöver kommunerna och polisen.',
      en: 'The parties besides the municipalities and the police.',
    },
    dataset: 'agreement_parties',
    parent: 'agreementId',
    order: ['position'],
  }),
  confirmations: linkList(t, 'id', {
    name: 'Agreement.confirmations',
    description: {
      sv: 'När en part sade att våra uppgifter om medborgarlöftet stämmer. Se även Municipality.confirmations.',
      en: 'When a party said that our facts about the agreement are right. See Municipality.confirmations too.',
    },
    dataset: 'confirmations',
    parent: 'agreementId',
    order: ['municipalityCode', 'number'],
  }),
  reports: linkList(t, 'id', {
    name: 'Agreement.reports',
    description: {
      sv: 'De offentliga redovisningar av medborgarlöftet som vi känner till.',
      en: 'The public reports on the agreement that we know of.',
    },
    dataset: 'reports',
    via: { dataset: 'report_agreements', parent: 'agreementId', child: 'reportId' },
    order: ['id'],
  }),
  outcomes: childConnection(t, 'id', {
    name: 'Agreement.outcomes',
    description: {
      sv: 'Vad redovisningar säger om medborgarlöftet, dess löften och dess aktiviteter. Tom: ingen har letat, om inte reportState säger något annat.',
      en: 'What reports say about the agreement, its promises and its activities. Empty: nobody has looked, unless reportState says otherwise.',
    },
    dataset: 'outcomes',
    parent: 'agreementId',
    order: ['id'],
  }),
  documents: linkList(t, 'id', {
    name: 'Agreement.documents',
    description: {
      sv: 'Källorna till medborgarlöftet.',
      en: 'The documents that are sources of the agreement.',
    },
    dataset: 'documents',
    via: { dataset: 'agreement_documents', parent: 'agreementId', child: 'documentId' },
    order: ['id'],
  }),
  topics: linkList(t, 'id', {
    name: 'Agreement.topics',
    description: {
      sv: 'Vad medborgarlöftet handlar om: löftenas och aktiviteternas ämnen eller, om det är katalogiserat, de ämnen som bedömts utifrån sidan.',
      en: 'What the agreement is about: the topics of its promises and activities or, if it is catalogued, the topics assessed from its page.',
    },
    dataset: 'topics',
    via: { dataset: 'agreement_topics', parent: 'agreementId', child: 'topicId' },
    order: ['id'],
  }),
  ...relationFields(t),
  promises: childConnection(
    t,
    'id',
    {
      name: 'Agreement.promises',
      description: joinTexts(
        {
          sv: 'Löftena i medborgarlöftet, i källans ordning.',
          en: 'The promises of the agreement, in the order of the source.',
        },
        UNLISTED,
      ),
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
      description: joinTexts(
        {
          sv: 'Aktiviteterna i medborgarlöftet, i källans ordning.',
          en: 'The activities of the agreement, in the order of the source.',
        },
        UNLISTED,
      ),
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
      description: joinTexts(
        {
          sv: 'Underskrifterna i ett transkriberat medborgarlöfte, i källans ordning.',
          en: 'The signatures of a transcribed agreement, in the order of the source.',
        },
        CATALOGUED,
      ),
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
      description: joinTexts(
        {
          sv: 'Personerna som har undertecknat eller presenterat medborgarlöftet, ordnade efter id.',
          en: 'The people who signed or presented the agreement, ordered by key.',
        },
        CATALOGUED,
      ),
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
      description: {
        sv: 'Vad källan säger om läget. Null om ingen har skrivit upp det: se findingsSeen, som också säger om det kan finnas mer.',
        en: 'What the source says about the situation. Null if nobody has listed it: see findingsSeen, which also says whether there may be more.',
      },
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
      description: joinTexts(
        {
          sv: 'Vad medborgarlöftet lovar om uppföljning.',
          en: 'What the agreement promises about follow-up.',
        },
        CATALOGUED,
      ),
      dataset: 'follow_ups',
      parent: 'agreementId',
      order: ['position', 'id'],
    },
    TRANSCRIBED,
  ),
  issues: childConnection(t, 'id', {
    name: 'Agreement.issues',
    description: {
      sv: 'Brister i källan: sådant som inte går att läsa, är oklart eller motsäger sig självt.',
      en: 'Problems in the source: what cannot be read, is unclear or contradicts itself.',
    },
    dataset: 'issues',
    parent: 'agreementId',
    order: ['position', 'id'],
  }),
  quotes: quotesOf(t),
}))

rootField('agreement', 'agreements', {
  description: { sv: 'Ett medborgarlöfte efter id.', en: 'An agreement by its key.' },
  example: '0685-2020',
})

rootConnection('agreements', {
  description: {
    sv: 'Medborgarlöftena, transkriberade och katalogiserade, ordnade efter id: kommunkod och första år.',
    en: 'The agreements, transcribed and catalogued, ordered by key: municipality code and first year.',
  },
  dataset: 'agreements',
  order: ['id'],
})
