import { createHash } from 'node:crypto'
import { agreements } from '../../src/datasets/agreements.ts'
import { documents } from '../../src/datasets/documents.ts'
import type { Row, Tables } from '../../src/datasets/index.ts'
import { promises } from '../../src/datasets/promises.ts'
import { signatures } from '../../src/datasets/signatures.ts'
import { activitiesOf } from './activities.ts'
import { empty } from './empty.ts'
import { ofDocument } from './of-document.ts'
import type { Places } from './places.ts'
import { type Random, randomFrom } from './random.ts'
import type { Size } from './sizes.ts'
import { MADE_UP, madeUpText } from './texts.ts'

const SEED = 290

/** A made-up agreement with all that hangs on it: the same on every run. */
export function agreementRows(number: number, size: Size, places: Places): Partial<Tables> {
  const random = randomFrom(SEED + number)
  const { id, year, municipality } = agreementPlace(number, size, places)
  const promises = promisesOf(id, random, share(number, size.promises, size.agreements))
  const made = activitiesOf(id, random, activityCount(number, size), promises, places)
  const promise_topics = promises.flatMap(({ id: promiseId }) =>
    random.several(places.topics, 1 + random.integer(2)).map((topicId) => ({ promiseId, topicId })),
  )
  const topics = new Set([...promise_topics, ...made.activity_topics].map(({ topicId }) => topicId))
  const document = documentOf(id, random)
  return {
    documents: [document],
    agreements: [agreementOf(id, year, municipality, places, random)],
    agreement_municipalities: partiesOf(id, municipality, places, random),
    agreement_documents: [{ agreementId: id, documentId: document.id }],
    agreement_topics: [...topics].map((topicId) => ({ agreementId: id, topicId, basis: 'transcription' })),
    promises,
    promise_topics,
    ...made,
    signatures: signaturesOf(id, year, municipality, places, random),
  }
}

const FIRST_YEAR = 2008
const YEARS = 20
/** What follows the year in the id of a second, third … agreement of a municipality in a year. */
const SUFFIXES = ['', ...Array.from('bcdefghijklmnopqrstuvwxyz', (letter) => `-${letter}`)]

/** The municipality, year and id of an agreement. The ids grow with the numbers. */
export function agreementPlace(number: number, { agreements }: Size, { municipalities }: Places) {
  const index = Math.floor((number * municipalities.length) / agreements)
  const municipality = municipalities[index]
  if (!municipality) throw new Error(`No municipality for agreement ${number} of ${agreements}`)
  const withinIt = number - Math.ceil((index * agreements) / municipalities.length)
  const perYear = Math.ceil(agreements / municipalities.length / YEARS)
  const year = FIRST_YEAR + Math.floor(withinIt / perYear)
  const suffix = SUFFIXES[withinIt % perYear]
  if (suffix === undefined) throw new Error(`No id is left for agreement ${number} of ${agreements}`)
  return { id: `${municipality.code}-${year}${suffix}`, year, municipality }
}

/** The part of a total that falls to one of many, so that all parts make the total. */
function share(number: number, total: number, among: number): number {
  return Math.floor(((number + 1) * total) / among) - Math.floor((number * total) / among)
}

/** Between 12 and 28 activities of an agreement, 20 on average. Five agreements in a row make up for each other. */
function activityCount(number: number, { activities, agreements }: Size): number {
  const swing = [-8, 8, 0, -4, 4][number % 5] ?? 0
  return activities / agreements + swing
}

function agreementOf(
  id: string,
  year: number,
  municipality: Row<'municipalities'>,
  places: Places,
  random: Random,
): Row<'agreements'> {
  const years = 1 + random.integer(3)
  const isDated = random.percent(80)
  return {
    ...empty(agreements),
    id,
    extent: 'transcribed',
    kind: random.percent(90) ? 'citizen_promise' : 'cooperation_agreement',
    stage: 'agreed',
    title: `Påhittat medborgarlöfte för ${municipality.name} ${year}–${year + years - 1}`,
    policeAreaId: places.policeAreaOf(municipality.code),
    periodStart: `${year}-01-01`,
    periodStartPrecision: 'year',
    periodEnd: `${year + years - 1}-12-31`,
    periodEndPrecision: 'year',
    periodText: `${MADE_UP} ${year}–${year + years - 1}`,
    signedOn: isDated ? `${year}-0${1 + random.integer(9)}-1${random.integer(10)}` : null,
    signedOnUnknownReason: isDated ? null : 'not_stated',
    commitmentsSeen: 'whole_document',
    findingsSeen: 'all',
    reportState: 'not_researched',
    followUpPromised: random.percent(60) ? 'yes' : 'no',
    noteSv: 'Påhittat, för att mäta servern med.',
    noteEn: 'Made up, to measure the server with.',
    reviewState: 'reviewed',
    reviewedBy: 'ingen: påhittat',
    reviewedOn: `${year}-12-01`,
  }
}

/** One municipality, or with some agreements two or three of the same county. */
function partiesOf(
  agreementId: string,
  { code, countyCode }: Row<'municipalities'>,
  places: Places,
  random: Random,
): Row<'agreement_municipalities'>[] {
  const others = random.percent(6) ? random.several(places.ofCounty(countyCode), 1 + random.integer(2)) : []
  return [...new Set([code, ...others])].map((municipalityCode) => ({ agreementId, municipalityCode }))
}

function documentOf(agreementId: string, random: Random): Row<'documents'> {
  const text = madeUpText(random, 8)
  return {
    ...empty(documents),
    id: ofDocument(agreementId).documentId,
    urlUnknownReason: 'not_recorded',
    mediaType: 'text/plain',
    sha256: createHash('sha256').update(text).digest('hex'),
    text,
  }
}

function promisesOf(agreementId: string, random: Random, count: number): Row<'promises'>[] {
  return Array.from({ length: count }, (_, at) => ({
    ...empty(promises),
    ...ofDocument(agreementId),
    id: `${agreementId}-p${at + 1}`,
    position: at + 1,
    text: madeUpText(random, 1 + random.integer(3)),
    heading: random.percent(50) ? `Påhittad rubrik ${at + 1}` : null,
  }))
}

function signaturesOf(
  agreementId: string,
  year: number,
  { code }: Row<'municipalities'>,
  places: Places,
  random: Random,
): Row<'signatures'>[] {
  const signature = (position: number, rest: Partial<Row<'signatures'>>): Row<'signatures'> => ({
    ...empty(signatures),
    id: `${agreementId}-s${position}`,
    agreementId,
    position,
    signatoryId: random.pick(places.signatories).id,
    role: 'municipal_board_chair',
    roleAsPrinted: 'Påhittad ordförande',
    acting: random.percent(5),
    organisationKind: 'municipality',
    capacity: 'signed',
    signedOn: random.percent(70) ? `${year}-02-1${random.integer(10)}` : null,
    ...rest,
  })
  return [
    signature(1, { municipalityCode: code }),
    signature(2, {
      role: 'local_police_area_chief',
      roleAsPrinted: 'Påhittad områdeschef',
      organisationKind: 'police',
      policeAreaId: places.policeAreaOf(code),
    }),
  ]
}
