import type { ValueOf } from '../../datasets/dataset.ts'
import type { targetOperator } from '../../datasets/vocabularies/promises.ts'
import { inferred, type Reading, stated } from '../confidence.ts'
import type { Page } from '../layouts/page.ts'
import { overlap, type Source, type Span } from '../text/source.ts'
import { withWords } from '../text/word-expressions.ts'
import { NUMERAL, parseNumeral } from './numerals.ts'
import { type TargetTime, targetTime } from './target-times.ts'

/** The measurable part of a commitment. */
export interface Target {
  readonly operator: ValueOf<typeof targetOperator>
  readonly value: number
  /** The second number of a range: "5–10". */
  readonly valueTo: number | null
  /** What is counted. */
  readonly unit: Span
  /** The period that the number refers to, if stated. */
  readonly time: TargetTime | null
  /** Whether it counts times or hours. */
  readonly isTimes: boolean
  readonly span: Span
  readonly reading: Reading
}

const OPERATORS: { readonly [words: string]: Target['operator'] } = {
  minst: 'at_least',
  åtminstone: 'at_least',
  lägst: 'at_least',
  'fler än': 'at_least',
  'mer än': 'at_least',
  högst: 'at_most',
  max: 'at_most',
  maximalt: 'at_most',
  'som mest': 'at_most',
  'upp till': 'at_most',
  ca: 'about',
  cirka: 'about',
  'c:a': 'about',
  omkring: 'about',
  ungefär: 'about',
  runt: 'about',
  mellan: 'between',
}
/** A footnote mark at a number: "15¹", "15[1]", "15 1)", "15*", "15†". */
const NOTE_MARK = '[¹²³⁰⁴-⁹]{1,3}|[*†‡]{1,3}| ?\\[\\d{1,3}\\]| \\d{1,2}\\)'
/** What joins the numbers of a range: "5–10", "tre till fyra", "mellan 10 och 15". */
const TO = '(?: ?[-–—] ?| till | och (?=\\d))'
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N},.:/–\\[-])(?:(${Object.keys(OPERATORS).join('|')})\\.? +)?(${NUMERAL})(?: \\(\\d{1,4}\\))?(${NOTE_MARK})?(?:${TO}(${NUMERAL}))?(?![\\p{L}\\p{N}:/]|[,.]\\d)`,
  'gu',
)
// Numbers of roads, school years, hours, paragraphs and the like follow such words.
const NO_COUNT = withWords`${'before_other_numbers'} ?$`
const DATE_FOLLOWS = withWords`^ *${'after_other_numbers'}`
const ENDS_A_PHRASE = /[.,;:()]|(?<!\p{L})(?:som|att|för|ska|och|i|på|vid|med|under|bland)(?!\p{L})/u
/** The largest distance from a number to its unit, in letters. */
const REACH = 90
const ONE = /^(?:en|ett)$/
const TIMES = /^(?:gång|gånger|.*tillfällen?)$/u

/** A number of a commitment, with the words after it, as far as they can be its unit. */
interface CountedNumber extends Span {
  readonly value: number
  readonly valueTo: number | null
  readonly operator: string | undefined
  readonly numeral: string
}

/** Whether a unit is part of a longer wording. */
function isWithin(unit: Span, whole: Span): boolean {
  return whole.start < unit.start && unit.end <= whole.end
}

/** The countable part of a commitment. Ages, roads, hours of the day and survey results do not count. */
export function targetsIn(page: Page, span: Span): Target[] {
  const { source, lookups } = page
  const times = lookups.targetTimes(source, span)
  // "varannan vecka" says how often, and counts nothing.
  const units = lookups.units(source, span).filter((unit) => !times.some((time) => isWithin(unit, time)))
  const targets: Target[] = []
  for (const { start, end, operator, numeral, value, valueTo } of countsIn(page, span)) {
    const unit: CountedWords | undefined =
      percentAt(source, operator, start, end, span.end) ??
      units.find((each) => each.start > end - 1 && each.start - end <= REACH) ??
      (operator === undefined ? undefined : wordAfter(source, end, span.end))
    if (!unit) continue
    const between = source.folded.slice(end, letterStart(source.folded, unit.start)).replace(SO_CALLED, '')
    const isNear =
      operator !== undefined
        ? !/[.;:()]/.test(between)
        : !ENDS_A_PHRASE.test(between.replaceAll('- och ', '').trim())
    if (!isNear) continue
    // "En chatt en timme i veckan": each article has its own noun.
    if (ONE.test(numeral) && /(?<!\p{L})(?:en|ett)(?!\p{L})/u.test(between)) continue

    const unitSpan = {
      start: end + (BEFORE_UNIT.exec(source.folded.slice(end))?.[0].length ?? 0),
      end: unit.end,
    }
    const time = targetTime(page, span, { start, end: unit.end })
    if (unit.value.onlyAfterAnOperator && operator === undefined && time === null) continue
    const isTimes = TIMES.test(source.foldedSlice(unitSpan).trim())
    // "en trygghetsvandring" is an article and a noun; in "en gång" or "en trygghetsvandring per år" it is a number.
    if (ONE.test(numeral) && operator === undefined && !isTimes && time === null) continue
    targets.push({
      operator: operatorOf(operator, valueTo),
      value,
      valueTo,
      unit: unitSpan,
      time,
      span: { start: Math.min(start, time?.start ?? start), end: Math.max(unit.end, time?.end ?? unit.end) },
      isTimes: isTimes || /tim/.test(source.foldedSlice(unitSpan)),
      reading:
        time === null && times.length > 0 ? inferred('target-beside-a-time') : targetReading(operator, unit),
    })
  }
  return targets
}

/** The numbers that may count something. */
function countsIn({ source, lookups }: Page, span: Span): CountedNumber[] {
  const counts: CountedNumber[] = []
  for (const match of source.foldedSlice(span).matchAll(NUMBER)) {
    const [whole, operator, numeral = '', mark = '', last] = match
    const start = span.start + match.index
    const end = start + whole.length
    const value = parseNumeral(numeral)
    const valueTo = last === undefined ? null : parseNumeral(last)
    // "10 och 15" are two numbers, "mellan 10 och 15" is one range.
    if (operator === 'mellan' && valueTo === null) continue
    if (valueTo !== null && (value === null || valueTo <= value)) continue
    const isYear = /^(?:19|20)\d\d$/.test(numeral) && operator === undefined
    // "10²" may be a power.
    const isPower = numeral === '10' && /[²³⁴-⁹]/.test(mark)
    if (value === null || value === 0 || isYear || isPower) continue
    // "vägen 40" is a name; "på vägen minst 40 gånger" counts.
    if (
      operator === undefined &&
      lookups.expression(NO_COUNT).test(source.folded.slice(Math.max(span.start, start - 14), start))
    )
      continue
    if (lookups.expression(DATE_FOLLOWS).test(source.folded.slice(end, Math.min(span.end, end + 16))))
      continue
    counts.push({ start, end, operator, numeral, value, valueTo })
  }
  return counts
}

/** What follows a number that counts something: its noun, or "fler", "%" and the like. */
const COUNTS_ON = /^(?: (?!och |eller |till |i |på |av |för |med |som |har |ska |är |vill )\p{L}{3,}| ?%)/u

/** The numbers that may count what is promised, although no target was read from them. */
export function unreadNumbers(page: Page, span: Span, targets: readonly Target[]): Span[] {
  const { source } = page
  return countsIn(page, span).filter(
    (count) =>
      !targets.some((target) => overlap(target.span, count)) &&
      (count.operator !== undefined || !ONE.test(count.numeral)) &&
      COUNTS_ON.test(source.folded.slice(count.end, Math.min(span.end, count.end + REACH))),
  )
}

/** "Minst två så kallade föräldramöten": its name is not a number. */
const SO_CALLED = /(?:så kallade?|s\. ?k\.) ?/u
/** The words between a number and its unit. */
const BEFORE_UNIT = /^ *(?:(?:så kallade?|s\. ?k\.) *)?[”“"]?/u
const PERCENT = /^ ?(?:%|procent(?!\p{L}))(?: av \p{L}+)?/u

/** What a number counts, whether or not a lookup has the words. */
interface CountedWords extends Span {
  readonly value: { readonly onlyAfterAnOperator: boolean; readonly isUnknown?: true }
}

/** Words that precede a promised share: "minska med 10 procent", "besöka 80 procent av skolorna". */
const BEFORE_SHARE = /(?<!\p{L})(?:med|till|på|i|för|om|\p{L}{2,}a) $/u

/** "10 procent", "80 % av skolorna": a share is a unit of its own. */
function percentAt(
  source: Source,
  operator: string | undefined,
  start: number,
  at: number,
  limit: number,
): CountedWords | undefined {
  const words = PERCENT.exec(source.folded.slice(at, limit))?.[0]
  if (words === undefined) return undefined
  const isPromised =
    operator !== undefined || BEFORE_SHARE.test(source.folded.slice(Math.max(0, start - 20), start))
  if (!isPromised) return undefined
  const from = at + (words.startsWith(' ') ? 1 : 0)
  return { start: from, end: at + words.length, value: { onlyAfterAnOperator: false } }
}

/** What follows "minst två" is counted, even if the word is unknown. */
const WORD_AFTER = /^ +(?:(?:så kallade?|s\. ?k\.) +)?[”“"]?(?!varav|vardera|varje)(\p{L}{4,})/u

function wordAfter(source: Source, at: number, limit: number): CountedWords | undefined {
  const match = WORD_AFTER.exec(source.folded.slice(at, limit))
  const word = match?.[1]
  if (!match || word === undefined) return undefined
  const end = at + match[0].length
  return { start: end - word.length, end, value: { onlyAfterAnOperator: true, isUnknown: true } }
}

function targetReading(operator: string | undefined, { value: { isUnknown } }: CountedWords): Reading {
  if (isUnknown) return inferred('target-of-unknown-unit')
  return stated(operator === undefined ? 'target-plain-number' : 'target-after-operator')
}

/** A range lies between its numbers, except that "minst 5–10" is at least the first. */
function operatorOf(operator: string | undefined, valueTo: number | null): Target['operator'] {
  const said = operator === undefined ? undefined : OPERATORS[operator.replace(/ +/g, ' ')]
  if (valueTo !== null && (said === undefined || said === 'about')) return 'between'
  return said ?? 'exactly'
}

function letterStart(text: string, at: number): number {
  let start = at
  while (start > 0 && /\p{L}/u.test(text[start - 1] ?? '')) start--
  return start
}
