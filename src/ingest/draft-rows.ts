import { partFields } from '../records/commitment-fields.ts'
import { type Quote, quotesIn } from '../records/field.ts'
import { saidIn } from '../records/said.ts'
import type { Confidence } from './confidence.ts'
import type { Draft, DraftActivity, DraftPromise } from './draft.ts'

/** One value of a draft, with what is needed to check it against the text. */
export interface DraftRow {
  /** Its place in the record: `activities#2.target` is the target of the second activity. */
  readonly field: string
  /** The value in the record; null if the words themselves are the value. */
  readonly value: string | null
  readonly words: string | null
  /** The lines of the text that contain the words, counted from 1. */
  readonly lines: readonly [first: number, last: number] | null
  readonly rule: string | null
  readonly confidence: Confidence | null
}

/** The values of a draft, in the order of the record. */
export function rowsOfDraft({ record, readings, lines }: Draft): DraftRow[] {
  const rows: DraftRow[] = []
  const readingOf = new Map(readings.map(({ value, ...reading }) => [value, reading]))
  const linesOf = lineFinder({ lines })
  const add = (field: string, value: string | null, quote: Quote | null) => {
    const { rule = null, confidence = null } = readingOf.get(field) ?? {}
    rows.push({ field, value, words: quote?.words ?? null, lines: linesOf(quote), rule, confidence })
  }
  const addIfRead = (field: string, quote: Quote | null) => {
    if (quote) add(field, null, quote)
  }

  addIfRead('title', record.title)
  for (const [index, { code, quote }] of record.municipalities.entries())
    add(`municipalities#${index + 1}`, code, quote)
  if (record.policeArea) add('policeArea', record.policeArea.id, record.policeArea.quote)
  const { period, signing } = record
  add('period', period.unknownReason ?? `${period.start ?? '?'} – ${period.end ?? '?'}`, period.quote)
  add('signing', signing.on ?? signing.unknownReason, signing.quote)
  addIfRead('signing.place', signing.place)
  for (const [index, { relation, kind, years, text }] of record.relations.entries()) {
    const span =
      years && (years.last === years.first ? `${years.first}` : `${years.first}–${years.last ?? ''}`)
    add(`relations#${index + 1}`, said(relation, kind, span), text)
  }

  const addPart = (field: string, part: unknown) =>
    add(field, saidIn(part) || null, quotesIn(part)[0] ?? null)
  const addCommitment = (
    field: string,
    value: string | null,
    each: DraftPromise & Partial<Omit<DraftActivity, 'commitment'>>,
  ) => {
    add(`${field}.text`, value, each.text)
    addIfRead(`${field}.heading`, each.heading)
    for (const name of partFields) {
      const part = each[name]
      if (part === null || part === undefined) continue
      if (name === 'topics' || name === 'promises') add(`${field}.${name}`, linksOf(part), null)
      else if (!Array.isArray(part)) addPart(`${field}.${name}`, part)
      else for (const [at, one] of part.entries()) addPart(`${field}.${name}#${at + 1}`, one)
    }
  }
  for (const [index, each] of record.promises.entries()) addCommitment(`promises#${index + 1}`, null, each)
  for (const [index, each] of record.activities.entries())
    addCommitment(`activities#${index + 1}`, each.commitment, each)

  for (const [index, each] of record.signatures.entries()) {
    const { role, roleAsPrinted, acting, capacity, organisation, name } = each
    const field = `signatures#${index + 1}`
    const whose = organisation.municipality ?? organisation.policeArea
    add(field, said(capacity, 'for', organisation.kind, whose), name)
    add(`${field}.role`, said(acting && 'acting', role ?? 'unknown'), roleAsPrinted)
  }
  for (const [index, { kind, basis, text, basisText }] of record.findings.entries()) {
    add(`findings#${index + 1}`, said(kind, basis.length > 0 && `by ${basis.join(', ')}`), text)
    addIfRead(`findings#${index + 1}.basis`, basisText)
  }
  for (const [index, { frequency, dueOn, dueTimes, text, ...parts }] of record.followUps.entries()) {
    const field = `followUps#${index + 1}`
    add(
      field,
      said(frequency, dueOn && `due ${dueOn}`, ...dueTimes.map((time) => `due ${time}`)) || null,
      text,
    )
    addIfRead(`${field}.due`, parts.dueText)
    addIfRead(`${field}.channel`, parts.channel)
    addIfRead(`${field}.body`, parts.body)
  }
  return rows
}

/** Finds the lines that contain a quote. */
export function lineFinder({ lines }: Pick<Draft, 'lines'>): (quote: Quote | null) => DraftRow['lines'] {
  const lineAt = (offset: number) => lines.findLast(({ at }) => at[0] <= offset)?.number ?? 1
  return (quote) => quote && [lineAt(quote.at[0]), lineAt(Math.max(quote.at[0], quote.at[1] - 1))]
}

/** What a list links to, without the id of the agreement. */
function linksOf(links: unknown): string {
  const said = Array.isArray(links) ? links.map(saidIn) : []
  return said.map((link) => link.replace(/^.*-(?=p\d+ )/, '')).join(', ') || 'none'
}

/** Joins the texts that are present. */
function said(...words: readonly (string | number | false | null)[]): string {
  return words.filter((word) => word !== null && word !== false).join(' ')
}
