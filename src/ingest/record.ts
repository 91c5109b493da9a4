import { slugOf } from '../datasets/slug.ts'
import type { Quote } from '../records/field.ts'
import { doubtful, inferred, placed, type Reading, stated } from './confidence.ts'
import type { DraftActivity, DraftPromise, DraftRecord, DraftSignature, ValueReading } from './draft.ts'
import { IssueList } from './issue-list.ts'
import { issuesOf } from './issues.ts'
import type { ComposedCommitment } from './layouts/compose.ts'
import type { Page } from './layouts/page.ts'
import type { ReadPage } from './layouts/read-page.ts'
import { periodOf } from './record-period.ts'
import { organisationOf } from './record-signature.ts'
import type { Span } from './text/source.ts'
import type { Actor } from './values/actors.ts'
import type { Target } from './values/targets.ts'

/** A record, and the rule by which each of its values was read. */
export interface MadeRecord {
  readonly record: DraftRecord
  readonly readings: readonly ValueReading[]
}

/** Builds the record from what was read on a page. */
export function recordOf(page: Page, read: ReadPage): MadeRecord {
  const { source } = page
  const readings: ValueReading[] = []
  const note = (value: string, { rule, confidence }: Reading) => readings.push({ value, rule, confidence })
  const quote = (span: Span): Quote => source.quote(span)
  const maybe = (span: Span | null): Quote | null => (span === null ? null : quote(span))

  if (read.title) note('title', read.title.reading)
  for (const [index, { reading }] of read.parties.entries()) note(`municipalities#${index + 1}`, reading)
  const [area] = read.areas
  if (area) note('policeArea', area.reading)
  const period = periodOf(page, read)
  note('period', period.reading)
  note('signing', read.signing.reading)

  const code = read.parties[0]?.code ?? null
  const year = period.value.start?.slice(0, 4) ?? 'undated'
  const id = code === null ? null : `${code}-${year}`
  const idOf = (letter: string, index: number) => `${id ?? 'draft'}-${letter}${index + 1}`

  const promiseOf = (
    list: 'promises' | 'activities',
    each: ComposedCommitment,
    index: number,
  ): DraftPromise => {
    const path = `${list}#${index + 1}`
    note(`${path}.text`, each.reading)
    for (const [at, { rule, basis }] of each.actors.entries()) {
      note(`${path}.actors#${at + 1}`, actorReading(rule, basis))
    }
    const [target] = bestFirst(each.targets)
    if (target) note(`${path}.target`, target.reading)
    if (each.topics.length > 0) note(`${path}.topics`, { rule: 'topic-terms', confidence: 0.8 })
    return {
      id: idOf(list === 'promises' ? 'p' : 'a', index),
      gist: null,
      text: quote(each.span),
      heading: maybe(each.heading?.span ?? null),
      commitment: null,
      topics: each.topics,
      actors: each.actors.map(({ id: actor, basis, start, end }) => ({
        id: actor,
        basis,
        quote: quote({ start, end }),
      })),
      target: target
        ? {
            operator: target.operator,
            value: target.value,
            valueTo: target.operator === 'between' ? target.valueTo : null,
            what: null,
            unit: source.slice(target.unit).trim(),
            per: target.time?.per ?? null,
            quote: quote(target.span),
          }
        : null,
      deadline: each.deadline ? { on: each.deadline.on, quote: quote(each.deadline.span) } : null,
      place: null,
      targetGroup: maybe(each.targetGroup),
    }
  }
  const promises = read.promises.map((each, index) => promiseOf('promises', each, index))
  const activities = read.activities.map(
    (each, index): DraftActivity => ({
      ...promiseOf('activities', each, index),
      commitment: each.kind,
      promises: each.promises.map(({ index: at, basis }) => ({ id: idOf('p', at), basis })),
    }),
  )
  const signatures = read.signatures.map((each, index): DraftSignature => {
    note(`signatures#${index + 1}`, each.reading)
    const name = quote(each.name)
    return {
      id: idOf('s', index),
      signatory: slugOf(name.words),
      name,
      role: each.role.meaning.role,
      roleAsPrinted: quote(each.role),
      acting: each.role.isActing,
      organisation: organisationOf(page, read, each),
      capacity: each.capacity,
    }
  })
  for (const [index, { reading }] of read.relations.entries()) note(`relations#${index + 1}`, reading)
  for (const [index, { reading }] of read.findings.entries()) note(`findings#${index + 1}`, reading)
  for (const [index, { reading }] of read.followUps.entries()) note(`followUps#${index + 1}`, reading)

  const issues = new IssueList(source, (index) => idOf('i', index))
  issuesOf(page, read, { period, idOf, issues })
  const { on, unknownReason, quote: signingQuote, place } = read.signing
  return {
    readings,
    record: {
      id,
      kind: isCooperation(page, read) ? 'cooperation_agreement' : 'citizen_promise',
      title: maybe(read.title?.span ?? null),
      municipalities: read.parties.map(({ code: each, start, end }) => ({
        code: each,
        quote: quote({ start, end }),
      })),
      policeArea: area ? { id: area.id, quote: quote(area) } : null,
      period: period.value,
      signing: { on, unknownReason, quote: maybe(signingQuote), place: maybe(place) },
      relations: read.relations.map(({ relation, kind, years, span }, index) => ({
        id: idOf('r', index),
        relation,
        kind,
        agreement: null,
        years,
        text: quote(span),
      })),
      promises,
      activities,
      signatures,
      findings: read.findings.map(({ kind, span, basis, basisText }, index) => ({
        id: idOf('f', index),
        kind,
        agreement: null,
        text: quote(span),
        basis,
        basisText: maybe(basisText),
      })),
      followUps: read.followUps.map((each, index) => ({
        id: idOf('u', index),
        text: quote(each.span),
        frequency: each.frequency,
        dueOn: each.dueOn,
        dueTimes: [...each.dueTimes],
        dueText: maybe(each.dueText),
        channel: maybe(each.channel),
        body: maybe(each.body),
        report: { state: 'not_researched', url: null },
      })),
      issues: issues.all,
    },
  }
}

const BEST_TARGETS = ['target-after-operator', 'target-plain-number', 'target-of-unknown-unit']

/** A number after "minst" is the target if another number is beside it. */
function bestFirst(targets: readonly Target[]): Target[] {
  // "Ett möte i varje tätort en gång per år": an article counts less than a frequency.
  const placeOf = ({ reading, value, isTimes }: Target) =>
    BEST_TARGETS.indexOf(reading.rule) + (value === 1 && !isTimes ? 0.5 : 0)
  return targets.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** Rules for parties that may take part without being responsible, or for promises that name nobody. */
const LESS_SURE = new Set(['actor-together-with', 'actor-meeting-of', 'actor-of-agreement'])

function actorReading(rule: string, basis: Actor['basis']): Reading {
  if (rule === 'actor-by-third-reader') return doubtful(rule)
  if (LESS_SURE.has(rule)) return inferred(rule)
  return basis === 'stated' ? stated(rule) : placed(rule)
}

/** An agreement on cooperation alone promises nothing to residents. */
function isCooperation({ source }: Page, { title }: ReadPage): boolean {
  const words = title ? source.foldedSlice(title.span) : ''
  return /samverkansöverenskommelse/.test(words) && !/löft/.test(words)
}
