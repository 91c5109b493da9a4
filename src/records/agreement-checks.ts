import type { z } from 'zod'
import { quoted } from '../common/quoted.ts'
import { sha256Of } from '../common/sha256.ts'
import { slugOf } from '../datasets/slug.ts'
import { type AnyRecord, agreementSchema } from './agreement-schema.ts'
import { aboutOf, elementOf, isFields, isQuote, type Quote, shapeOf } from './field.ts'
import { isIdOf } from './identifiers.ts'
import { listNames, lists, textLists } from './lists.ts'
import type { Problem } from './problem.ts'
import { type Path, pathText } from './yaml-file.ts'

/** An error in a record: the part that has it, and what to write instead. */
interface Fault extends Pick<Problem, 'message' | 'sv'> {
  readonly path: Path
}

/**
 * The errors in a record whose fields are valid: in its ids, its quotes, and between its values. `id` is the
 * required id, if there is only one.
 */
export function checkAgreement(
  record: AnyRecord,
  source: { readonly bytes: Buffer; readonly text: string },
  id: string | null,
): Fault[] {
  return [
    ...checkSource(record, source.bytes),
    ...checkIds(record, id),
    ...checkQuotes(record, source.text),
    ...checkOrder(record),
    ...checkDependences(agreementSchema, record),
    ...checkAgreeing(record),
  ].map((fault) => ({ ...fault, message: `${pathText(fault.path)}${fault.message}` }))
}

function checkSource(record: AnyRecord, source: Buffer): Fault[] {
  const sha256 = sha256Of(source)
  if (sha256 === record.document.sha256) return []
  const message = record.reviewed
    ? `source.txt has changed since the review; restore it, or review it again and write ${sha256}`
    : 'source.txt has changed since the draft was made; restore it, or ingest the document again'
  return [{ path: ['document', 'sha256'], message }]
}

/** An agreement's id: municipality code, first year or `undated`, the kind unless it is a citizen promise, a letter if needed. */
export const AGREEMENT_ID = /^\d{4}-(\d{4}|undated)(-(co|ap|sp|sa))?(-[b-z])?$/

function checkIds(record: AnyRecord, expected: string | null): Fault[] {
  const faults: Fault[] = []
  const wants = (path: Path, id: string, pattern: RegExp, advice: string) => {
    if (!pattern.test(id)) faults.push({ path, message: `${quoted(id)} is not valid; ${advice}` })
  }
  wants(['id'], record.id, AGREEMENT_ID, 'write an id such as 0685-2020 or 0685-undated-b')
  if (expected !== null && record.id !== expected)
    faults.push({ path: ['id'], message: `write ${expected}, the name of the folder` })
  // The other ids begin with this one.
  if (faults.length > 0) return faults
  const documentId = new RegExp(`^${record.id}-d\\d+$`)
  wants(['document', 'id'], record.document.id, documentId, `write an id such as ${record.id}-d1`)

  const seen = new Set<string>()
  for (const list of listNames) {
    const { letter } = lists[list]
    for (const [index, { id }] of record[list].entries()) {
      const path = [list, index, 'id']
      const pattern = new RegExp(`^${record.id}-${letter}[1-9]\\d*$`)
      wants(path, id, pattern, `write an id such as ${record.id}-${letter}${index + 1}`)
      if (seen.has(id))
        faults.push({ path, message: `${id} is already used in this record; choose another number` })
      seen.add(id)
    }
  }
  for (const [index, { record: concerned }] of record.issues.entries()) {
    if (concerned === null || seen.has(concerned)) continue
    const message = `${quoted(concerned)} is not an id in this record; write an existing id or omit it`
    faults.push({ path: ['issues', index, 'record'], message })
  }
  for (const [index, { signatory, name }] of record.signatures.entries()) {
    if (isIdOf(signatory, name.words)) continue
    const slug = slugOf(name.words)
    const message = `${quoted(signatory)} does not match the name; write ${slug}, followed by -2 for another person of the same name`
    const sv = `Personens id ${quoted(signatory)} stämmer inte med namnet. Skriv ${slug}, följt av -2 om det är en annan person med samma namn.`
    faults.push({ path: ['signatures', index, 'signatory'], message, sv })
  }
  return faults
}

/** Checks that the words of every quote are in the source at its offsets. Quotes of removed values are of an earlier text. */
function checkQuotes({ gone: _, ...record }: AnyRecord, source: string): Fault[] {
  const points = Array.from(source)
  return [...quotesWithin(record)].flatMap(({ path, quote: { words, at } }) => {
    const [start, end] = at
    const standing = points.slice(start, end).join('')
    if (standing === words && start < end) return []
    const places = occurrencesOf(words, source)
    const advice =
      places.length === 0
        ? 'the words are not in source.txt; copy them from it'
        : `write ${places.map(([from, to]) => `[${from}, ${to}]`).join(' or ')}`
    return [{ path: [...path, 'at'], message: `${quoted(words)} is not at [${start}, ${end}]; ${advice}` }]
  })
}

function* quotesWithin(part: unknown, path: Path = []): Generator<{ path: Path; quote: Quote }> {
  if (typeof part !== 'object' || part === null) return
  if (isQuote(part)) yield { path, quote: part }
  else {
    const isList = Array.isArray(part)
    for (const [name, child] of Object.entries(part))
      yield* quotesWithin(child, [...path, isList ? Number(name) : name])
  }
}

/** The first positions of some words, as offsets in code points. */
function occurrencesOf(words: string, source: string): [number, number][] {
  const MOST = 3
  const length = Array.from(words).length
  const places: [number, number][] = []
  for (let index = source.indexOf(words); index >= 0 && places.length < MOST; ) {
    const start = Array.from(source.slice(0, index)).length
    places.push([start, start + length])
    index = source.indexOf(words, index + 1)
  }
  return places
}

/** Lists are published in the order of the source, so the record has to have them in that order. */
function checkOrder(record: AnyRecord): Fault[] {
  return textLists.flatMap((list) =>
    record[list].flatMap(({ text }, index) => {
      const before = record[list][index - 1]
      if (!before || before.text.at[0] <= text.at[0]) return []
      return [
        { path: [list, index], message: `comes before ${before.id} in source.txt; list it before that one` },
      ]
    }),
  )
}

/** Fields that depend on others of their part. The database checks the same; here an editor gets the line. */
function checkDependences(field: z.ZodType, part: unknown, path: Path = []): Fault[] {
  if (Array.isArray(part)) {
    const element = elementOf(field)
    return element ? part.flatMap((each, index) => checkDependences(element, each, [...path, index])) : []
  }
  if (!isFields(part)) return []
  return Object.entries(shapeOf(field)).flatMap(([name, each]) => {
    const { dependence } = aboutOf(each)
    const need = dependence?.need(part as never) // the part that it was defined for
    const isGiven = (part[name] ?? null) !== null
    const within = checkDependences(each, part[name], [...path, name])
    if (!dependence || need === 'optional' || isGiven === (need === 'needed')) return within
    return [{ path, message: dependence.message.en, sv: dependence.message.sv }, ...within]
  })
}

/** Values that must agree with others of the record. */
function checkAgreeing(record: AnyRecord): Fault[] {
  const faults: Fault[] = []
  const wrong = (path: Path, message: string, sv: string) => faults.push({ path, message, sv })

  for (const list of ['promises', 'activities'] as const) {
    for (const [index, { target }] of record[list].entries()) {
      if (!target) continue
      const { operator, value, valueTo } = target
      if ((operator === 'between') !== (valueTo !== null) || (valueTo !== null && valueTo <= value)) {
        wrong(
          [list, index, 'target', 'valueTo'],
          'give valueTo, a number above value, if operator is between, and only then',
          'Ange det andra talet, högre än det första, om målet ligger mellan två, och bara då.',
        )
      }
      if (target.quote.words.includes(target.unit)) continue
      wrong(
        [list, index, 'target', 'unit'],
        `${quoted(target.unit)} is not in the quote; write words from the quote`,
        `${quoted(target.unit)} finns inte i målets ordalydelse. Skriv enheten som i dokumentet.`,
      )
    }
  }
  for (const [index, { promises, topics }] of record.activities.entries()) {
    for (const [link, { id, basis }] of promises.entries()) {
      const path = ['activities', index, 'promises', link]
      const promise = record.promises.find((each) => each.id === id)
      if (!promise)
        wrong(
          [...path, 'id'],
          `${quoted(id)} is not a promise of this record`,
          `${quoted(id)} är inte ett löfte i posten.`,
        )
      else if (basis === 'by_topic' && !promise.topics.some((topic) => topics.includes(topic))) {
        wrong(
          [...path, 'basis'],
          `${id} has no topic in common with the activity; correct a topic, write stated, or remove the link`,
          `${id} har inget ämne gemensamt med aktiviteten. Rätta ett ämne, välj "enligt källan" eller ta bort kopplingen.`,
        )
      }
    }
  }
  const related = new Set(record.relations.map(({ agreement }) => agreement))
  for (const [index, { agreement }] of record.findings.entries()) {
    if (agreement === null || related.has(agreement)) continue
    wrong(
      ['findings', index, 'agreement'],
      `${quoted(agreement)} is not related to this agreement; give the id of a relation's agreement, or omit it`,
      `${quoted(agreement)} har inget samband med medborgarlöftet. Ange id för en överenskommelse som det har samband med, eller ingen.`,
    )
  }
  for (const [index, { agreement, years }] of record.relations.entries()) {
    if (agreement === record.id)
      wrong(
        ['relations', index, 'agreement'],
        'an agreement cannot be related to itself; give another agreement',
        'Ett medborgarlöfte kan inte ha en relation till sig självt. Ange ett annat.',
      )
    if (years !== null && years.last !== null && years.last < years.first) {
      wrong(
        ['relations', index, 'years'],
        `${years.last} is before ${years.first}`,
        `${years.last} är före ${years.first}.`,
      )
    }
  }
  return faults
}
