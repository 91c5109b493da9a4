import { isInputObjectType, isObjectType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Dataset } from '../src/datasets/dataset.ts'
import { datasets, type Row } from '../src/datasets/index.ts'
import { fieldNameOf } from '../src/graphql/columns.ts'
import { lifecycleAt } from '../src/graphql/lifecycle.ts'
import { schema } from '../src/graphql/schema.ts'
import { databases } from './support/databases.ts'
import { type Asked, askable, pagesOf } from './support/graphql.ts'
import { withOwnCommitments } from './support/own-commitments.ts'

/** The bundled records, with what none of them has: a renewal within the data set, a report that was found, promises with targets. */
const loaded = withOwnCommitments()
const { tables } = loaded
for (const relation of tables.agreement_relations) {
  if (relation.relation === 'extends') relation.relatedAgreementId = '0642-2019'
}
for (const followUp of tables.follow_ups) {
  if (followUp.agreementId === '0684-2018') {
    Object.assign(followUp, { reportState: 'found', reportUrl: 'https://example.se/report' })
  }
}
const agreementById = new Map(tables.agreements.map((agreement) => [agreement.id, agreement]))
const countyOf = new Map(tables.municipalities.map(({ code, countyCode }) => [code, countyCode]))
const regionOf = new Map(tables.counties.map(({ code, policeRegionId }) => [code, policeRegionId]))
const districtOf = new Map(tables.police_areas.map(({ id, policeDistrictId }) => [id, policeDistrictId]))
const activityById = new Map(tables.activities.map((activity) => [activity.id, activity]))

type Agreement = Row<'agreements'>
type Promise = Row<'promises'>
/** What can have a target and actors. */
type Commitment = Promise | Row<'activities'>

const partiesOf = ({ id }: Agreement) =>
  tables.agreement_municipalities
    .filter(({ agreementId }) => agreementId === id)
    .map(({ municipalityCode }) => municipalityCode)
const countiesOfTranscribed = tables.agreements
  .filter(({ extent }) => extent === 'transcribed')
  .flatMap(partiesOf)
  .flatMap((code) => countyOf.get(code) ?? [])
const countiesOf = (agreement: Agreement) => partiesOf(agreement).map((code) => countyOf.get(code) ?? '')
const commitmentsOf = ({ id }: Agreement): readonly Commitment[] =>
  [...tables.promises, ...tables.activities].filter(({ agreementId }) => agreementId === id)
/** Whether all that an agreement promises is in the data. */
const isListedWhole = ({ commitmentsSeen }: Agreement) =>
  commitmentsSeen === 'whole_document' || commitmentsSeen === 'whole_list'
/** A promise, and the activities that keep it. */
const withActivities = (promise: Promise): readonly Commitment[] => [
  promise,
  ...tables.activity_promises.flatMap(({ promiseId, activityId }) =>
    promiseId === promise.id ? (activityById.get(activityId) ?? []) : [],
  ),
]
const promisesWith = (holds: (commitment: Commitment) => boolean) =>
  tables.promises.filter((promise) => withActivities(promise).some(holds)).map(({ id }) => id)
const actorsOf = ({ id }: Commitment) => [
  ...tables.promise_actors.filter(({ promiseId }) => promiseId === id).map(({ actorId }) => actorId),
  ...tables.activity_actors.filter(({ activityId }) => activityId === id).map(({ actorId }) => actorId),
]
const hasTarget = ({ targetValue }: Commitment) => targetValue !== null
/** A topic and those narrower, as the two levels of the scheme have it. */
const within = (topic: string) =>
  tables.topics.filter(({ id, broaderId }) => id === topic || broaderId === topic).map(({ id }) => id)
const isAbout = (links: readonly { topicId: string }[], topic: string) =>
  links.some(({ topicId }) => within(topic).includes(topicId))
const ownTopicsOf = (agreement: string) =>
  tables.agreement_topics.filter(({ agreementId }) => agreementId === agreement).map(({ topicId }) => topicId)
const aboutAgreement = ({ id }: Agreement, topic: string) =>
  isAbout(
    tables.agreement_topics.filter(({ agreementId }) => agreementId === id),
    topic,
  )
const issuesOf = ({ id }: Agreement) => tables.issues.filter(({ agreementId }) => agreementId === id)
const isSigned = ({ id, signedOn }: Agreement) =>
  signedOn !== null ||
  tables.signatures.some(({ agreementId, capacity }) => agreementId === id && capacity === 'signed')
const renewals = tables.agreement_relations.filter(({ relation }) => ['extends', 'renews'].includes(relation))
const renews = ({ id }: Agreement) => renewals.some(({ agreementId }) => agreementId === id)
const isRenewed = ({ id }: Agreement) => renewals.some(({ relatedAgreementId }) => relatedAgreementId === id)
const isInYear = ({ periodStart, periodEnd, periodUnknownReason }: Agreement, year: number) => {
  const first = periodStart ?? periodEnd
  const last = periodEnd ?? (periodUnknownReason === 'open_ended' ? '9999' : periodStart)
  return (
    first !== null && last !== null && Number(first.slice(0, 4)) <= year && year <= Number(last.slice(0, 4))
  )
}

const AGREEMENTS: readonly [filter: string, holds: (agreement: Agreement) => boolean][] = [
  ['municipality: ["1419", "0685"]', (a) => partiesOf(a).some((code) => ['1419', '0685'].includes(code))],
  ['municipality: "Municipality:0685"', (a) => partiesOf(a).includes('0685')],
  ['county: "06"', (a) => countiesOf(a).includes('06')],
  [
    'policeRegion: ["ost", "syd"]',
    (a) => countiesOf(a).some((code) => ['ost', 'syd'].includes(regionOf.get(code) ?? '')),
  ],
  ['policeArea: "hoglandet"', (a) => a.policeAreaId === 'hoglandet'],
  ['topic: "traffic-safety"', (a) => aboutAgreement(a, 'traffic-safety')],
  [
    'topic: ["impaired-driving", "fraud"]',
    (a) => aboutAgreement(a, 'impaired-driving') || aboutAgreement(a, 'fraud'),
  ],
  [
    'topicItself: "substances"',
    (a) => tables.agreement_topics.some((each) => each.agreementId === a.id && each.topicId === 'substances'),
  ],
  ['key: ["0685-2020", "Agreement:0604-2021", "none"]', (a) => ['0685-2020', '0604-2021'].includes(a.id)],
  [
    'document: "0685-2020-d1"',
    (a) =>
      tables.agreement_documents.some(
        ({ agreementId, documentId }) => agreementId === a.id && documentId === '0685-2020-d1',
      ),
  ],
  [
    'signatory: "jonas-lindell"',
    (a) =>
      tables.signatures.some(
        ({ agreementId, signatoryId }) => agreementId === a.id && signatoryId === 'jonas-lindell',
      ),
  ],
  ['actor: "municipality"', (a) => commitmentsOf(a).some((each) => actorsOf(each).includes('municipality'))],
  ['actor: "landlords"', (a) => commitmentsOf(a).some((each) => actorsOf(each).includes('landlords'))],
  ['year: 2019', (a) => isInYear(a, 2019)],
  ['year: [2016, 2031]', (a) => isInYear(a, 2016) || isInYear(a, 2031)],
  ['activeOn: "2019-07-01"', (a) => lifecycleAt(a, '2019-07-01') === 'active'],
  ['activeOn: "2018-12-31"', (a) => lifecycleAt(a, '2018-12-31') === 'active'],
  ['stage: ANNOUNCED', (a) => a.stage === 'announced'],
  ['activeOn: "2026-06-30"', (a) => lifecycleAt(a, '2026-06-30') === 'active' && a.id !== '2480-2025'],
  ['activeOn: "2031-01-01"', (a) => lifecycleAt(a, '2031-01-01') === 'active'],
  ['extent: TRANSCRIBED', (a) => a.extent === 'transcribed'],
  ['extent: [TRANSCRIBED, CATALOGUED]', () => true],
  ['reviewState: REVIEWED', (a) => a.reviewState === 'reviewed'],
  ['reviewState: DRAFT', () => false],
  ['kind: CITIZEN_PROMISE', (a) => a.kind === 'citizen_promise'],
  ['hasTarget: true', (a) => commitmentsOf(a).some(hasTarget)],
  ['hasTarget: false', (a) => isListedWhole(a) && !commitmentsOf(a).some(hasTarget)],
  [
    'targetValue: { atLeast: 10, atMost: 20 }',
    (a) =>
      commitmentsOf(a).some(
        ({ targetValue }) => targetValue !== null && targetValue >= 10 && targetValue <= 20,
      ),
  ],
  [
    'targetUnit: "TRAFIKKONTROLLER"',
    (a) => commitmentsOf(a).some(({ targetUnit }) => targetUnit === 'trafikkontroller'),
  ],
  [
    'targetOperator: AT_MOST, targetPer: null',
    (a) => commitmentsOf(a).some(({ targetOperator }) => targetOperator === 'at_most'),
  ],
  [
    'targetWhat: [TRAFFIC_CHECKS]',
    (a) => commitmentsOf(a).some((each) => each.targetWhat === 'traffic_checks'),
  ],
  [
    'targetWhat: TRAFFIC_CHECKS, targetPerYear: { atLeast: 52 }',
    (a) =>
      commitmentsOf(a).some(
        ({ targetWhat, targetPerYear }) =>
          targetWhat === 'traffic_checks' && targetPerYear !== null && targetPerYear >= 52,
      ),
  ],
  [
    'reportedState: [REPORTED_MET]',
    (a) => tables.outcomes.some(({ agreementId, state }) => agreementId === a.id && state === 'reported_met'),
  ],
  ['renewal: RENEWS', renews],
  ['renewal: RENEWED', isRenewed],
  ['renewal: [RENEWS, RENEWED]', (a) => renews(a) || isRenewed(a)],
  ['renewal: NEITHER', (a) => !renews(a) && !isRenewed(a)],
  ['signed: true', isSigned],
  ['signed: false', (a) => a.extent === 'transcribed' && !isSigned(a)],
  ['followUpPromised: [YES, NO]', (a) => a.followUpPromised !== 'unclear'],
  [
    'followUpReport: NOT_RESEARCHED',
    (a) =>
      tables.follow_ups.some(
        ({ agreementId, reportState }) => agreementId === a.id && reportState === 'not_researched',
      ),
  ],
  [
    'followUpReport: FOUND',
    (a) =>
      tables.follow_ups.some(
        ({ agreementId, reportState }) => agreementId === a.id && reportState === 'found',
      ),
  ],
  ['hasIssues: true', (a) => issuesOf(a).length > 0],
  ['hasIssues: false', (a) => issuesOf(a).length === 0],
  [
    'issueKind: [UNREADABLE, NOT_STATED]',
    (a) => issuesOf(a).some(({ kind }) => ['unreadable', 'not_stated'].includes(kind)),
  ],
  [
    'county: "06", topic: "traffic-safety", year: 2019, extent: CATALOGUED',
    (a) =>
      countiesOf(a).includes('06') &&
      aboutAgreement(a, 'traffic-safety') &&
      isInYear(a, 2019) &&
      a.extent === 'catalogued',
  ],
  [
    'municipality: ["VETLANDA", "Sävsjö kommun"]',
    (a) => partiesOf(a).some((code) => ['0685', '0684'].includes(code)),
  ],
  ['municipality: "Habo"', (a) => partiesOf(a).includes('0643')],
  [
    'county: "Jönköping County", policeArea: "Högländet"',
    (a) => countiesOf(a).includes('06') && a.policeAreaId === 'hoglandet',
  ],
  ['topic: "trafiksäkerhet och trafikmiljö"', (a) => aboutAgreement(a, 'traffic-safety')],
  ['key: "\\u0000"', () => false],
  ['title: { contains: "VETLANDA" }', (a) => /vetlanda/i.test(a.title ?? '')],
  ['title: { contains: "\\u0000" }', () => false],
  ['title: { contains: "LÖFTE I Ö" }', (a) => a.title?.toLowerCase().includes('löfte i ö') === true],
  ['title: { phrase: "i Vetlanda" }', (a) => a.title?.includes('i Vetlanda kommun') === true],
  ['title: { phrase: "löfte i" }', () => false],
  ['title: { is: ["medborgarlöfte i vetlanda kommun 2020-2021", "none"] }', (a) => a.id === '0685-2020'],
  [
    'or: [{ municipality: "Vetlanda" }, { county: "07", year: 2019 }]',
    (a) => partiesOf(a).includes('0685') || (countiesOf(a).includes('07') && isInYear(a, 2019)),
  ],
  ['or: [{ municipality: "Vetlanda" }, {}]', () => true],
  ['and: [{ year: 2018 }, { year: 2020 }]', (a) => isInYear(a, 2018) && isInYear(a, 2020)],
  ['not: { hasTarget: true }', (a) => !commitmentsOf(a).some(hasTarget)],
  ['not: { hasTarget: false }', (a) => !isListedWhole(a) || commitmentsOf(a).some(hasTarget)],
  ['not: { signedOn: { from: "2019-01-01" } }', (a) => a.signedOn === null || a.signedOn < '2019-01-01'],
  ['not: {}', () => false],
  [
    'county: "06", not: { or: [{ year: 2019 }, { not: { policeArea: "hoglandet" } }] }',
    (a) => countiesOf(a).includes('06') && a.policeAreaId === 'hoglandet' && !isInYear(a, 2019),
  ],
  ['county: null, extent: null', () => true],
]

/** Filters of parts of agreements, with the records that they select. */
const OTHERS: readonly (readonly [field: string, filter: string, expected: readonly string[]])[] = [
  [
    'promises',
    'agreement: { county: "06" }',
    tables.promises
      .filter(({ agreementId }) => countiesOf(agreementById.get(agreementId) as Agreement).includes('06'))
      .map(({ id }) => id),
  ],
  [
    'promises',
    'topic: "traffic-safety"',
    tables.promises
      .filter(({ id }) =>
        isAbout(
          tables.promise_topics.filter(({ promiseId }) => promiseId === id),
          'traffic-safety',
        ),
      )
      .map(({ id }) => id),
  ],
  ...([true, false] as const).map(
    (has) =>
      [
        'promises',
        `hasTarget: ${has}`,
        tables.promises
          .filter((promise) => has === withActivities(promise).some(hasTarget))
          .map(({ id }) => id),
      ] as const,
  ),
  ...([true, false] as const).map(
    (has) =>
      [
        'promises',
        `hasActor: ${has}`,
        tables.promises
          .filter((promise) => has === withActivities(promise).some((each) => actorsOf(each).length > 0))
          .map(({ id }) => id),
      ] as const,
  ),
  ...([true, false] as const).map(
    (has) =>
      [
        'promises',
        `hasActivities: ${has}`,
        tables.promises
          .filter(({ id }) => has === tables.activity_promises.some(({ promiseId }) => promiseId === id))
          .map(({ id }) => id),
      ] as const,
  ),
  [
    'promises',
    'actor: "municipality", targetValue: { atLeast: 1 }',
    promisesWith((each) => (each.targetValue ?? 0) >= 1 && actorsOf(each).includes('municipality')),
  ],
  [
    'promises',
    'actor: "landlords", hasTarget: true',
    promisesWith((each) => hasTarget(each) && actorsOf(each).includes('landlords')),
  ],
  ['promises', 'actor: "police", targetPer: YEAR, targetUnit: "TRÄFFAR"', ['1766-2019-p3']],
  ...([true, false] as const).map(
    (has) =>
      [
        'activities',
        `hasTarget: ${has}`,
        tables.activities.filter(({ targetValue }) => has === (targetValue !== null)).map(({ id }) => id),
      ] as const,
  ),
  ...([true, false] as const).map(
    (has) =>
      [
        'activities',
        `hasActor: ${has}`,
        tables.activities.filter((each) => has === actorsOf(each).length > 0).map(({ id }) => id),
      ] as const,
  ),
  [
    'activities',
    'targetValue: { atMost: 14.5 }',
    tables.activities
      .filter(({ targetValue }) => targetValue !== null && targetValue <= 14.5)
      .map(({ id }) => id),
  ],
  [
    'promises',
    'reportedState: REPORTED_PARTLY',
    [
      ...new Set(
        tables.outcomes.flatMap((each) => (each.state === 'reported_partly' ? (each.promiseId ?? []) : [])),
      ),
    ],
  ],
  [
    'activities',
    'reportedState: [REPORTED_MET, REPORTED_DONE]',
    [
      ...new Set(
        tables.outcomes.flatMap(({ state, activityId }) =>
          state === 'reported_met' || state === 'reported_done' ? (activityId ?? []) : [],
        ),
      ),
    ],
  ],
  ['activities', 'targetValue: {}', tables.activities.map(({ id }) => id)],
  [
    'activities',
    'targetUnit: ["Trafikkontroller", "tillfällen"]',
    tables.activities
      .filter(({ targetUnit }) => targetUnit === 'trafikkontroller' || targetUnit === 'tillfällen')
      .map(({ id }) => id),
  ],
  [
    'activities',
    'actor: "police", agreement: { municipality: "0685" }',
    tables.activities
      .filter((each) => each.agreementId === '0685-2020' && actorsOf(each).includes('police'))
      .map(({ id }) => id),
  ],
  [
    'activities',
    'topic: "traffic-safety"',
    tables.activities
      .filter(({ id }) =>
        isAbout(
          tables.activity_topics.filter(({ activityId }) => activityId === id),
          'traffic-safety',
        ),
      )
      .map(({ id }) => id),
  ],
  [
    'activities',
    'topicItself: "traffic-safety"',
    tables.activity_topics
      .filter(({ topicId }) => topicId === 'traffic-safety')
      .map(({ activityId }) => activityId),
  ],
  [
    'promises',
    'actorItself: "landlords"',
    tables.promise_actors.filter(({ actorId }) => actorId === 'landlords').map(({ promiseId }) => promiseId),
  ],
  [
    'activities',
    'promise: "0685-2020-p1"',
    tables.activity_promises
      .filter(({ promiseId }) => promiseId === '0685-2020-p1')
      .map(({ activityId }) => activityId),
  ],
  [
    'activities',
    'targetOperator: AT_LEAST, commitment: ACTION',
    tables.activities
      .filter(({ targetOperator, commitment }) => targetOperator === 'at_least' && commitment === 'action')
      .map(({ id }) => id),
  ],
  [
    'activities',
    'targetPer: YEAR',
    tables.activities.filter(({ targetPer }) => targetPer === 'year').map(({ id }) => id),
  ],
  [
    'signatures',
    'agreement: { county: "06" }, capacity: SIGNED',
    tables.signatures
      .filter(
        ({ agreementId, capacity }) =>
          capacity === 'signed' && countiesOf(agreementById.get(agreementId) as Agreement).includes('06'),
      )
      .map(({ id }) => id),
  ],
  [
    'signatures',
    'organisationKind: MUNICIPALITY, role: MUNICIPAL_BOARD_CHAIR',
    tables.signatures
      .filter(
        ({ organisationKind, role }) =>
          organisationKind === 'municipality' && role === 'municipal_board_chair',
      )
      .map(({ id }) => id),
  ],
  [
    'signatures',
    'municipality: "0685"',
    tables.signatures.filter(({ municipalityCode }) => municipalityCode === '0685').map(({ id }) => id),
  ],
  [
    'signatures',
    'signatory: "jonas-lindell"',
    tables.signatures.filter(({ signatoryId }) => signatoryId === 'jonas-lindell').map(({ id }) => id),
  ],
  [
    'signatures',
    'signedOn: { from: "2018-01-01", to: "2018-12-31" }',
    tables.signatures.filter(({ signedOn }) => signedOn?.startsWith('2018')).map(({ id }) => id),
  ],
  ['signatures', 'acting: false', tables.signatures.filter(({ acting }) => !acting).map(({ id }) => id)],
  [
    'signatories',
    'agreement: { municipality: "0684" }, organisationKind: POLICE',
    tables.signatures
      .filter(
        ({ agreementId, organisationKind }) => agreementId === '0684-2018' && organisationKind === 'police',
      )
      .map(({ signatoryId }) => signatoryId),
  ],
  [
    'signatories',
    'agreement: { municipality: "0685" }, signedOn: { from: "2018-01-01" }',
    tables.signatures
      .filter(({ agreementId, signedOn }) => agreementId === '0685-2020' && signedOn !== null)
      .map(({ signatoryId }) => signatoryId),
  ],
  [
    'followUps',
    'dueTimes: [MAY, AUTUMN]',
    tables.follow_ups.filter(({ dueTimes }) => dueTimes.includes('may')).map(({ id }) => id),
  ],
  [
    'findings',
    'kind: FOCUS_AREA',
    tables.findings.filter(({ kind }) => kind === 'focus_area').map(({ id }) => id),
  ],
  [
    'findings',
    'basis: [DIALOGUE, SURVEY]',
    tables.findings
      .filter(({ basis }) => basis.includes('dialogue') || basis.includes('survey'))
      .map(({ id }) => id),
  ],
  [
    'reports',
    'county: "18"',
    tables.reports
      .filter(({ municipalityCode }) => countyOf.get(municipalityCode) === '18')
      .map(({ id }) => id),
  ],
  [
    'followUps',
    'reportState: NOT_RESEARCHED, agreement: { year: 2017 }',
    tables.follow_ups
      .filter(({ agreementId }) => isInYear(agreementById.get(agreementId) as Agreement, 2017))
      .map(({ id }) => id),
  ],
  [
    'followUps',
    'frequency: [YEARLY, CONTINUOUS]',
    tables.follow_ups
      .filter(({ frequency }) => frequency === 'yearly' || frequency === 'continuous')
      .map(({ id }) => id),
  ],
  [
    'issues',
    'kind: CONTRADICTION',
    tables.issues.filter(({ kind }) => kind === 'contradiction').map(({ id }) => id),
  ],
  [
    'issues',
    'agreement: { extent: CATALOGUED }',
    tables.issues
      .filter(({ agreementId }) => agreementById.get(agreementId)?.extent === 'catalogued')
      .map(({ id }) => id),
  ],
  ['documents', 'hasText: true', tables.documents.filter(({ text }) => text !== null).map(({ id }) => id)],
  [
    'documents',
    'publisherKind: NEWS',
    tables.documents.filter(({ publisherKind }) => publisherKind === 'news').map(({ id }) => id),
  ],
  ['documents', 'agreement: { municipality: "0643", extent: TRANSCRIBED }', ['0643-2017-d1']],
  ['topics', 'within: "traffic-safety"', within('traffic-safety')],
  [
    'topics',
    'hasBroader: false',
    tables.topics.filter(({ broaderId }) => broaderId === null).map(({ id }) => id),
  ],
  ['topics', 'agreementItself: { municipality: "0684", extent: TRANSCRIBED }', ownTopicsOf('0684-2018')],
  [
    'topics',
    'agreement: { municipality: "0684", extent: TRANSCRIBED }',
    tables.topics
      .map(({ id }) => id)
      .filter((topic) => within(topic).some((each) => ownTopicsOf('0684-2018').includes(each))),
  ],
  [
    'actors',
    'agreement: { municipality: "0684" }',
    [
      ...new Set(
        tables.agreements
          .filter((a) => partiesOf(a).includes('0684'))
          .flatMap(commitmentsOf)
          .flatMap(actorsOf),
      ),
    ],
  ],
  [
    'actors',
    'agreement: { municipality: ["0685", "1766"], extent: TRANSCRIBED }',
    [
      ...new Set(
        [...tables.promises, ...tables.activities]
          .filter(({ agreementId }) => ['0685-2020', '1766-2019'].includes(agreementId))
          .flatMap(actorsOf),
      ),
    ],
  ],
  [
    'policeAreas',
    'policeRegion: "ost", county: "06"',
    [
      ...new Set(
        tables.police_area_municipalities
          .filter(
            ({ municipalityCode, validTo }) => validTo === null && countyOf.get(municipalityCode) === '06',
          )
          .map(({ policeAreaId }) => policeAreaId),
      ),
    ],
  ],
  [
    'policeAreas',
    'agreement: { extent: TRANSCRIBED }',
    [
      ...new Set(
        tables.agreements.flatMap(({ extent, policeAreaId }) =>
          extent === 'transcribed' && policeAreaId ? [policeAreaId] : [],
        ),
      ),
    ],
  ],
  [
    'policeAreas',
    'verified: false',
    tables.police_areas.filter(({ verified }) => !verified).map(({ id }) => id),
  ],
  [
    'policeDistricts',
    'policeRegion: "syd"',
    tables.police_districts.filter(({ policeRegionId }) => policeRegionId === 'syd').map(({ id }) => id),
  ],
  [
    'policeDistricts',
    'agreement: { extent: TRANSCRIBED }',
    [
      ...new Set(
        tables.agreements.flatMap(({ extent, policeAreaId }) =>
          extent === 'transcribed' && policeAreaId ? (districtOf.get(policeAreaId) ?? []) : [],
        ),
      ),
    ],
  ],
  ['policeRegions', 'county: ["06", "25"]', [regionOf.get('06') ?? '', regionOf.get('25') ?? '']],
  [
    'policeRegions',
    'agreement: { extent: TRANSCRIBED }',
    [...new Set(countiesOfTranscribed.flatMap((code) => regionOf.get(code) ?? []))],
  ],
]

/** Parts of agreements, by their places. */
const IN_PLACES = (
  [
    ['county: "06"', (a: Agreement) => countiesOf(a).includes('06')],
    ['municipality: "0685"', (a: Agreement) => partiesOf(a).includes('0685')],
    ['policeRegion: "syd"', (a: Agreement) => countiesOf(a).some((code) => regionOf.get(code) === 'syd')],
  ] as const
).flatMap(([filter, holds]) => {
  const within = ({ agreementId }: { agreementId: string }) =>
    holds(agreementById.get(agreementId) as Agreement)
  const lists = {
    promises: tables.promises,
    activities: tables.activities,
    findings: tables.findings,
    followUps: tables.follow_ups,
    issues: tables.issues,
  }
  const rows = Object.entries(lists).map(
    ([field, all]) => [field, filter, all.filter(within).map(({ id }) => id)] as const,
  )
  // Of a signature, the municipality is the one that the person represents.
  if (filter.startsWith('municipality')) return rows
  const signed = tables.signatures.filter(within)
  return [
    ...rows,
    ['signatures', filter, signed.map(({ id }) => id)] as const,
    ['signatories', filter, [...new Set(signed.map(({ signatoryId }) => signatoryId))]] as const,
  ]
})

type Signature = Row<'signatures'>
/** Signatures, and the people who gave them. */
const SIGNED = (
  [
    ['acting: true', ({ acting }: Signature) => acting],
    ['acting: false', ({ acting }: Signature) => !acting],
    ['capacity: PRESENTED', ({ capacity }: Signature) => capacity === 'presented'],
    ['role: MUNICIPAL_BOARD_CHAIR', ({ role }: Signature) => role === 'municipal_board_chair'],
    ['municipality: "0685"', ({ municipalityCode }: Signature) => municipalityCode === '0685'],
    ['policeArea: "hoglandet"', ({ policeAreaId }: Signature) => policeAreaId === 'hoglandet'],
  ] as const
).flatMap(([filter, holds]) => {
  const signed = tables.signatures.filter(holds)
  return [
    ['signatures', filter, signed.map(({ id }) => id)] as const,
    ['signatories', filter, [...new Set(signed.map(({ signatoryId }) => signatoryId))]] as const,
  ]
})

/** The other conditions of single lists. */
const FURTHER = [
  [
    'findings',
    'agreement: { county: "06" }',
    tables.findings
      .filter(({ agreementId }) => countiesOf(agreementById.get(agreementId) as Agreement).includes('06'))
      .map(({ id }) => id),
  ],
  [
    'promises',
    'topicItself: "traffic-safety"',
    tables.promise_topics
      .filter(({ topicId }) => topicId === 'traffic-safety')
      .map(({ promiseId }) => promiseId),
  ],
  [
    'policeAreas',
    'municipality: "0685"',
    tables.police_area_municipalities
      .filter(({ municipalityCode, validTo }) => municipalityCode === '0685' && validTo === null)
      .map(({ policeAreaId }) => policeAreaId),
  ],
  [
    'policeAreas',
    'policeDistrict: "jonkoping"',
    tables.police_areas
      .filter(({ policeDistrictId }) => policeDistrictId === 'jonkoping')
      .map(({ id }) => id),
  ],
] as const

const ALL_OTHERS = [...OTHERS, ...IN_PLACES, ...SIGNED, ...FURTHER]

const COUNTIES: readonly [filter: string, holds: (county: Row<'counties'>) => boolean][] = [
  ['policeRegion: "syd"', ({ policeRegionId }) => policeRegionId === 'syd'],
  ['agreement: { extent: TRANSCRIBED }', ({ code }) => countiesOfTranscribed.includes(code)],
  ['agreement: { extent: TRANSCRIBED }, policeRegion: "nord"', () => false],
]

function kmBetween(one: readonly [number, number], other: readonly [number, number]): number {
  const [[north, east], [north2, east2]] = [one, other].map((point) =>
    point.map((degrees) => (degrees * Math.PI) / 180),
  ) as [[number, number], [number, number]]
  const cosine =
    Math.sin(north) * Math.sin(north2) + Math.cos(north) * Math.cos(north2) * Math.cos(east - east2)
  return 6371 * Math.acos(Math.min(1, cosine))
}

const MUNICIPALITIES: readonly [filter: string, holds: (municipality: Row<'municipalities'>) => boolean][] = [
  ['county: ["06", "07"]', ({ countyCode }) => countyCode === '06' || countyCode === '07'],
  ['policeRegion: "nord"', ({ countyCode }) => regionOf.get(countyCode) === 'nord'],
  [
    'policeArea: "hoglandet"',
    ({ code }) =>
      tables.police_area_municipalities.some(
        ({ policeAreaId, municipalityCode, validTo }) =>
          policeAreaId === 'hoglandet' && municipalityCode === code && validTo === null,
      ),
  ],
  [
    'researchState: [NONE_FOUND, NOT_RESEARCHED]',
    ({ researchState }) => researchState === 'none_found' || researchState === 'not_researched',
  ],
  ['code: ["Vetlanda", "0305"]', ({ code }) => ['0685', '0305'].includes(code)],
  ['name: { is: "habo" }', ({ code }) => code === '0643'],
  ['name: { contains: "SJÖ" }', ({ name }) => name.toLowerCase().includes('sjö')],
  // From the seat of Vetlanda, by the law of cosines.
  [
    'near: { latitude: 57.43, longitude: 15.08, km: 50 }',
    ({ latitude, longitude }) => kmBetween([57.43, 15.08], [latitude, longitude]) <= 50,
  ],
  ['population: { atLeast: 100000 }', ({ population }) => population >= 100_000],
  [
    'agreement: { activeOn: "2019-07-01" }',
    ({ code }) =>
      tables.agreements.some((a) => partiesOf(a).includes(code) && lifecycleAt(a, '2019-07-01') === 'active'),
  ],
]

test('every connection to a type takes the same filter and the same sort', () => {
  const byType = new Map<string, Set<string>>()
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    for (const { name, type: fieldType, args } of Object.values(type.getFields())) {
      const of = String(fieldType).replace('!', '')
      // These are ordered by their own measure, not by what rows hold.
      if (!of.endsWith('Connection') || ['changes', 'search', 'similar'].includes(name)) continue
      const own = args.flatMap((arg) => (['filter', 'sort'].includes(arg.name) ? [String(arg.type)] : []))
      byType.set(of, new Set([...(byType.get(of) ?? []), own.sort().join(' ')]))
    }
  }
  const without = { QuoteConnection: 'QuoteFilter' }
  const expected = [...byType.keys()].map((name) => {
    const type = name.replace('Connection', '')
    return [name, { ...without }[name] ?? `${type}Filter ${type}Sort`]
  })
  expect([...byType].map(([name, args]) => [name, [...args].join(' or ')])).toEqual(expected)
  expect(byType.size).toBe(19)
})

test('every condition is tried here, but for those that follow from columns and are tried by their types', () => {
  const tried = new Set<string>()
  const questions = [
    ...AGREEMENTS.map(([filter]) => ['agreements', filter]),
    ...ALL_OTHERS.map(([field, filter]) => [field, filter]),
    ...COUNTIES.map(([filter]) => ['counties', filter]),
    ...MUNICIPALITIES.map(([filter]) => ['municipalities', filter]),
  ]
  for (const [field, filter] of questions) {
    const info = new TypeInfo(schema)
    visit(
      parse(`{ ${field}(first: 1, filter: { ${filter} }) { totalCount } }`),
      visitWithTypeInfo(info, {
        ObjectField: (node) => void tried.add(`${info.getParentInputType()}.${node.name.value}`),
      }),
    )
  }
  const untried = Object.values(schema.getTypeMap()).flatMap((type) => {
    // Quotes are asked for within a document alone; filters of changes are tried in changes.test.ts.
    if (
      !isInputObjectType(type) ||
      !type.name.endsWith('Filter') ||
      ['QuoteFilter', 'ChangeFilter'].includes(type.name)
    )
      return []
    const dataset = Object.values<Dataset>(datasets).find((each) => `${each.type}Filter` === type.name)
    const columns = Object.entries(dataset?.columns ?? {}).flatMap(([name, { references }]) =>
      references === undefined ? [fieldNameOf(name)] : [],
    )
    return Object.keys(type.getFields())
      .filter((name) => !['and', 'or', 'not', ...columns].includes(name))
      .map((name) => `${type.name}.${name}`)
      .filter((name) => !tried.has(name))
  })
  // The filters of reports and outcomes: the test that tries one takes it from this list.
  expect(untried).toEqual([
    'AgreementFilter.report',
    ...['activity', 'agreement', 'county', 'municipality', 'policeRegion', 'promise', 'report'].map(
      (name) => `OutcomeFilter.${name}`,
    ),
    'ReportFilter.agreement',
    'ReportFilter.municipality',
  ])
})

test('no filter reaches itself but by and, or and not, whose depth is bounded', () => {
  const reached = (name: string): string[] => {
    const type = schema.getType(name)
    if (!isInputObjectType(type)) return []
    const next = Object.values(type.getFields())
      .filter((field) => !['and', 'or', 'not'].includes(field.name))
      .map((field) => String(field.type).replace(/[[\]!]/g, ''))
    return next.flatMap((each) => [each, ...(each === name ? [] : reached(each))])
  }
  const names = Object.keys(schema.getTypeMap()).filter((name) => name.endsWith('Filter'))
  expect(names.length).toBeGreaterThan(14)
  for (const name of names) expect(reached(name)).not.toContain(name)
})

describe.each(databases)('on $name', (testDatabase) => {
  let asked: Asked
  beforeAll(async () => {
    asked = await askable(testDatabase, loaded)
  })
  afterAll(() => asked.close())

  test.each(AGREEMENTS)('agreements(filter: { %s })', async (filter, holds) => {
    const expected = tables.agreements.filter(holds).map(({ id }) => id)
    expect(await pagesOf(asked, 'agreements', { args: `filter: { ${filter} }` })).toEqual(expected.sort())
    const data = await asked.dataOf(`{ agreements(first: 1, filter: { ${filter} }) { totalCount } }`)
    expect(data.agreements.totalCount).toBe(expected.length)
  })

  test.each(ALL_OTHERS)('%s(filter: { %s })', async (field, filter, expected) => {
    const found = await pagesOf(asked, field, { args: `filter: { ${filter} }` })
    expect(found.sort()).toEqual([...expected].sort())
  })

  test.each(COUNTIES)('counties(filter: { %s })', async (filter, holds) => {
    const found = await pagesOf(asked, 'counties', { args: `filter: { ${filter} }`, key: 'code' })
    expect(found).toEqual(tables.counties.filter(holds).map(({ code }) => code))
  })

  test.each(MUNICIPALITIES)('municipalities(filter: { %s })', async (filter, holds) => {
    const found = await pagesOf(asked, 'municipalities', { args: `filter: { ${filter} }`, key: 'code' })
    expect(found).toEqual(
      tables.municipalities
        .filter(holds)
        .map(({ code }) => code)
        .sort(),
    )
  })

  test('the neighbours of Vetlanda within 35 km are Eksjö, Nässjö, Sävsjö and Uppvidinge', async () => {
    const { municipalities } = await asked.dataOf(
      '{ municipalities(first: 100, filter: { near: { latitude: 57.43, longitude: 15.08, km: 35 } }, sort: NAME_ASC) { nodes { name } } }',
    )
    expect(municipalities.nodes.map(({ name }: { name: string }) => name)).toEqual([
      'Eksjö',
      'Nässjö',
      'Sävsjö',
      'Uppvidinge',
      'Vetlanda',
    ])
  })

  test('within and, what is asked of promises and activities may be of several', async () => {
    const ofOne = 'actor: "landlords", targetValue: { atLeast: 10 }'
    const ofSeveral = 'and: [{ actor: "landlords" }, { targetValue: { atLeast: 10 } }]'
    const data = await asked.dataOf(`{
      one: agreements(first: 9, filter: { ${ofOne} }) { totalCount }
      several: agreements(first: 9, filter: { ${ofSeveral} }) { totalCount }
    }`)
    const count = (holds: (a: Agreement) => boolean) => ({
      totalCount: tables.agreements.filter(holds).length,
    })
    const isOfLandlords = (each: Commitment) => actorsOf(each).includes('landlords')
    const isLarge = ({ targetValue }: Commitment) => targetValue !== null && targetValue >= 10
    expect(data).toEqual({
      one: count((a) => commitmentsOf(a).some((each) => isOfLandlords(each) && isLarge(each))),
      several: count((a) => commitmentsOf(a).some(isOfLandlords) && commitmentsOf(a).some(isLarge)),
    })
    expect(data.one).not.toEqual(data.several)
  })

  test('conditions on a promise or an activity hold for one and the same', async () => {
    const data = await asked.dataOf(`{
      same: agreements(first: 9, filter: { extent: TRANSCRIBED, actor: "municipality", targetValue: { atLeast: 1 } }) { nodes { key } }
      flag: agreements(first: 9, filter: { extent: TRANSCRIBED, actor: "municipality", hasTarget: true }) { nodes { key } }
    }`)
    const expected = tables.agreements
      .filter(
        (a) =>
          a.extent === 'transcribed' &&
          commitmentsOf(a).some((each) => hasTarget(each) && actorsOf(each).includes('municipality')),
      )
      .map(({ id }) => ({ key: id }))
    expect(data.same.nodes).toEqual(expected)
    expect(data.flag.nodes).toEqual(expected)
  })

  test('a filter on a nested connection leaves the same rows, for all parents in one statement', async () => {
    const data = await asked.dataOf(
      'query ($filter: AgreementFilter) { municipalities(first: 100) { nodes { code agreements(first: 9, filter: $filter, sort: PERIOD_START_DESC) { totalCount nodes { key } } } } }',
      { filter: { topic: ['traffic-safety'], followUpPromised: 'YES' } },
    )
    // The names once, the municipalities, and what is asked of their agreements.
    expect(asked.statements()).toHaveLength(4)
    const found = data.municipalities.nodes.map(
      (node: { code: string; agreements: { totalCount: number; nodes: { key: string }[] } }) => [
        node.code,
        node.agreements.totalCount,
        node.agreements.nodes.map(({ key }) => key).sort(),
      ],
    )
    const expected = tables.municipalities
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .slice(0, 100)
      .map(({ code }) => {
        const own = tables.agreements.filter(
          (a) =>
            partiesOf(a).includes(code) &&
            aboutAgreement(a, 'traffic-safety') &&
            a.followUpPromised === 'yes',
        )
        return [code, own.length, own.map(({ id }) => id).sort()]
      })
    expect(expected.some(([, rows]) => rows !== 0)).toBe(true)
    expect(found).toEqual(expected)
  })

  test('a filter of quotes leaves the columns asked for', async () => {
    const data = await asked.dataOf(
      '{ node(id: "Document:0685-2020-d1") { ... on Document { quotes(first: 50, filter: { columnName: "target_value" }) { nodes { columnName recordId } } } } }',
    )
    const expected = tables.quotes.filter(
      ({ documentId, columnName }) => documentId === '0685-2020-d1' && columnName === 'target_value',
    )
    expect(expected.length).toBeGreaterThan(0)
    expect(data.node.quotes.nodes).toHaveLength(expected.length)
  })

  test.each([
    [
      'agreements(first: 1, filter: { county: [] })',
      'BAD_FILTER',
      /AgreementFilter.county is an empty list; send at least one value, or null/,
    ],
    [
      'activities(first: 1, filter: { agreement: { year: [] } })',
      'BAD_FILTER',
      /AgreementFilter.year is an empty list/,
    ],
    [
      `agreements(first: 1, filter: { year: [${Array(301).fill(2019)}] })`,
      'BAD_FILTER',
      /301 values, which is too many; send at most 300/,
    ],
    ['agreements(first: 1, filter: { or: [] })', 'BAD_FILTER', /AgreementFilter.or is an empty list/],
    [
      'agreements(first: 1, filter: { municipality: "Vetlnda" })',
      'BAD_FILTER',
      /^AgreementFilter.municipality: unknown municipality "Vetlnda"; nearest: "Vetlanda" \("0685"\)$/,
    ],
    ['agreements(first: 1, filter: { municipality: "9999" })', 'BAD_FILTER', /unknown municipality "9999"/],
    ['agreements(first: 1, filter: { not: { topic: "\\u0000" } })', 'BAD_FILTER', /unknown topic "\\u0000"/],
    [
      'promises(first: 1, filter: { or: [{ agreement: { policeArea: "Höglndet" } }] })',
      'BAD_FILTER',
      /AgreementFilter.policeArea: unknown police area "Höglndet"; nearest: "Höglandet" \("hoglandet"\)/,
    ],
    ['promises(first: 1, filter: { actor: "polis" })', 'BAD_FILTER', /nearest: "Polisen" \("police"\)/],
    [
      'municipalities(first: 1, filter: { code: "Hobo" })',
      'BAD_FILTER',
      /MunicipalityFilter.code: unknown municipality "Hobo".*: "Håbo" \("0305"\), "Habo" \("0643"\)$/,
    ],
    [
      'search(query: "trafik", first: 1, filter: { county: "Smaland" })',
      'BAD_FILTER',
      /unknown county "Smaland"/,
    ],
    ['findings(first: 1, filter: { text: { phrase: " - " } })', 'BAD_FILTER', /phrase has no word/],
    [
      'municipalities(first: 1, filter: { near: { latitude: 91, longitude: 15, km: 10 } })',
      'BAD_FILTER',
      /near.latitude is 91; send a number from -90 to 90/,
    ],
    [
      'municipalities(first: 1, filter: { near: { latitude: 57, longitude: 15, km: 2001 } })',
      'BAD_FILTER',
      /near.km is 2001; send a number from 0 to 2000/,
    ],
    ['agreements(first: 1, filter: { activeOn: "2021-02-29" })', 'BAD_DATE', /is not a valid date/],
    ['agreements(first: 1, filter: { activeOn: "0000-01-01" })', 'BAD_DATE', /is not a valid date/],
  ])('%s is refused', async (field, code, message) => {
    const refusal = await asked.refusalOf(`{ ${field} { totalCount } }`)
    expect(refusal).toEqual({ code, message: expect.stringMatching(message) })
  })
})
