import type { Span } from '../text/source.ts'
import { everyWithWords, withWords } from '../text/word-expressions.ts'
import type { ReadableText } from './page.ts'

const VERBS = everyWithWords`${'promise_verbs'}|(?<!\p{L})ger +(?:(?:ett|sitt|det) +)?(?:gemensamt +)?löftet?(?!\p{L})|(?<!\p{L})ger(?: +\p{L}+){0,8} +(?:medborgar)?löfte(?!\p{L})(?=[^.:]{0,60}:)`
/** What may come between a verb and what is promised. */
const TO_ATT = /^[^:]{0,80}?(?:(?<!\p{L})att(?!\p{L})|:)/u
/** "Vi lovar satsa på …": without att. */
const INFINITIVE = withWords`^(?: +(?:vi|polisen|kommunen|också|även|gemensamt|tillsammans|därför|särskilt))* +(?=${'work_verbs'}|${'change_verbs'})`
// "Löften som vi lovar", "en plan där båda åtar sig att …": statements about a promise, not the promise.
const TOLD = /(?<!\p{L})(?:som +(?:\p{L}+ +){0,6}|(?:där|hur|vad|när|vilka|vilken|vilket) +[^,.;:]{0,80} ?)$/u
const TOLD_REACH = 120
const NOT_NOW =
  /(?<![\p{L}])(?:hade|lovade|uppfyll|(?:tidigare|förra|föregående)(?: +\p{L}+)? +(?:medborgar)?löft)/u

/** Where the promised thing begins in a sentence, counted from its first letter; null if it promises nothing. */
export function promisedFrom({ source, lookups }: ReadableText, sentence: Span): number | null {
  const words = source.foldedSlice(sentence)
  if (NOT_NOW.test(words) || EVERY_TIME.test(words)) return null
  for (const { index, 0: verb } of words.matchAll(lookups.expression(VERBS))) {
    if (TOLD.test(words.slice(Math.max(0, index - TOLD_REACH), index))) continue
    const end = index + verb.length
    const rest = words.slice(end, end + TOLD_REACH)
    const gap = lookups.expression(INFINITIVE).exec(rest) ?? TO_ATT.exec(rest)
    if (gap) return end + gap[0].length
  }
  return null
}

/** "Varje år lovar polisen att satsa på något": a description of such promises. */
const EVERY_TIME = /^(?:varje|vart) +(?:år|annat +år)(?!\p{L})/u
/** "Varje år kommer polisen och kommunen överens om …" */
const AGREE_EVERY_TIME =
  /^(?:varje|vart) +(?:år|annat +år) +(?:kommer|enas|tecknar|skriver|tar)(?!\p{L})[^.]{0,60} (?:överens|om|fram|under)(?!\p{L})/u

/** Whether a sentence reports that somebody promises something, and promises nothing itself. */
export function isTold({ source, lookups }: ReadableText, sentence: Span): boolean {
  const words = source.foldedSlice(sentence)
  if (AGREE_EVERY_TIME.test(words)) return true
  const verbs = [...words.matchAll(lookups.expression(VERBS))]
  return (
    verbs.length > 0 &&
    verbs.every(({ index }) => TOLD.test(words.slice(Math.max(0, index - TOLD_REACH), index)))
  )
}

/** What a text says about "the promise": "löftet är att …", "vårt medborgarlöfte för 2018 innebär att …". */
const SAID =
  /(?<!\p{L})(?:(?:vårt|årets|\p{L}+s|20\d\d) +(?:gemensamma +)?(?:medborgar)?löfte|(?:medborgar)?löfte(?:t|na))(?: 20\d\d(?: *[-–/] *\d{2,4})?)?(?: för (?!att)[^.:]{2,40})? (?:är|innebär|lyder|blir|handlar +om|går +ut +på|består +(?:i|av))(?: +(?:för|under|i|år|året|perioden|bland|annat|bl\.a\.|därför|alltså|följande|kort|gott|20\d\d(?:[-–/]\d{2,4})?))*(?: +att(?!\p{L})| *:)|(?<!\p{L})(?:ett|vårt|årets) +(?:gemensamt +|nytt +)?(?:medborgar)?löfte +om +att(?!\p{L})/u

/** Where a statement about the promise begins in a sentence, counted from its first letter; null if it has none. */
export function saidFrom({ source }: ReadableText, sentence: Span): number | null {
  const words = source.foldedSlice(sentence)
  if (NOT_NOW.test(words)) return null
  const said = SAID.exec(words)
  return said ? said.index + said[0].length : null
}

/** Words of any agreement: its purpose, and that it consists of activities. */
const ANY = withWords`^${'any_agreement'}`

/** Whether words only state the purpose of every such agreement: "öka tryggheten och minska brottsligheten". */
export function isAnyAgreement({ source, lookups }: ReadableText, span: Span): boolean {
  const words = source.slice(span).match(/\p{L}{4,}/gu) ?? []
  const any = lookups.expression(ANY)
  return words.every((word) => /^\p{Lu}/u.test(word) || any.test(word.toLowerCase()))
}

/** Whether words promise activities without saying which: "genomföra en rad aktiviteter under året". */
export function isOfActivities(page: ReadableText, span: Span): boolean {
  return /aktivitet|åtgärd|insats/.test(page.source.foldedSlice(span)) && isAnyAgreement(page, span)
}

/** Whether words name a place within the municipality: capitalised, and not a municipality. */
export function namesPlace({ source, lookups }: ReadableText, span: Span): boolean {
  const capitals = source.slice(span).match(/\p{Lu}\p{L}{3,}/gu) ?? []
  return capitals.length > lookups.municipalities(source, span).length
}
