import type { Span } from '../text/source.ts'
import { withWords } from '../text/word-expressions.ts'
import { meansAt } from './by-means.ts'
import { aimOf } from './goals.ts'
import type { ReadableText } from './page.ts'
import { isAnyAgreement } from './promising.ts'

/** What a lead-in says about the items of its list. `told`: the general purpose of such promises. */
export type Tone = 'promise' | 'activity' | 'wish' | 'finding' | 'told' | 'open'

/** "Det ska åstadkommas bland annat genom:", "Arbetet innebär att:" */
const LEADS_TO_ACTIVITIES =
  /åstadkomm[^:]{0,80}? genom|genom(?: följande| att| bland annat| bl\.a\.)*[ :]*$|innebär *(?::$|(?:konkret|bland annat|bl\.a\.|att))/u
/** "Medborgarlöfte 2018–2019", "Polisen ska arbeta för:" */
const LEADS_TO_PROMISES =
  /arbeta +för *:?$|^(?:gemensamt +|vårt +|nytt +)?(?:medborgar)?löfte(?: +20\d\d(?: *[-–/] *(?:20)?\d\d)?)?$|följande +(?:gemensamma +|prioriterade +)?(?:fokus|insats)områden +(?:har +)?(?:valts|tagits|prioriter)/u
/** "… vill polisen och kommunen utveckla följande:", but not "invånarna vill att polisen ska:". */
const PARTY_ACTS =
  /(?<!\p{L})(?:vill|ska|skall|kommer|avser|planerar)(?: +(?:därför|även))? +(?:polis|kommun|vi(?!\p{L}))|(?<!att )(?<!\p{L})(?:polisen|kommunen|kommun|vi) +(?:ska|skall|kommer|avser)(?!\p{L})/u
const TOLD =
  /^(?:syftet|tanken) +(?:med|bakom) +(?:ett +|våra +)?(?:medborgar)?löft|^(?:ett +)?medborgarlöfte(?:(?:n|na)?(?: +(?:kan|ska|skall))? +(?:ska|skall|syftar|handlar|betyder|bygger|bidra|är +till)|t +(?:syftar|bygger|grundar))(?!\p{L})|(?<!\p{L})(?:ge|leda +till|medföra|resultera +i) *:$|(?<!\p{L})har +(?:polisen +|kommunen +|vi +)?(?:gjort|genomfört|uppfyllt|gjorts|genomförts)(?!\p{L})/u
const SITUATION = /^(?:den +)?(?:gemensam(?:ma)? +|lokala? +)?lägesbild/

/** Reads what the words before a list, or its heading, say about the items. */
export function toneOf({ source, lookups }: ReadableText, span: Span): Tone {
  const words = source.foldedSlice(span).replace(/ +/g, ' ').trim()
  if (TOLD.test(words)) return 'told'
  const said = new Set(lookups.leadIns(source, span).map(({ value }) => value))
  if (said.has('activity') || LEADS_TO_ACTIVITIES.test(words) || meansAt(words) >= 0) return 'activity'
  if (NAMES_THE_PROMISE.test(purposeIn(words)?.said ?? '')) return 'activity'
  if (said.has('promise') || LEADS_TO_PROMISES.test(words)) return 'promise'
  if (PARTY_ACTS.test(words) || aimOf(source, span)) return 'open'
  if (said.has('wish')) return 'wish'
  if (said.has('weak_activity')) return 'activity'
  return said.has('finding') || SITUATION.test(words) ? 'finding' : 'open'
}

/** "Ökad trygghet genom:" */
const BY_MEANS = withWords`^((?:${'goal_words'}|mer(?!\p{L}))[^.:]{3,100}) genom(?: att| följande| bland annat| aktiviteter(?:na)?)*[ :]*$`
/** "… göra aktiviteterna nedan i syfte att motverka buskörning:" */
const IN_ORDER = / i syfte att ([^.:]{12,120}):$/
const PURPOSE =
  /^(?:(?:för att|i syfte att|med syfte att|med målet att) +|för +(?=(?:en|ett|ökad|minskad|mindre|bättre|tryggare|lugnare|färre|fler|mer)(?!\p{L})))/u
const AIM_ENDS =
  / +(?:har|ska|skall|kommer|vill|avser|kan|är|gör|arbetar|genomför|åtar|lovar)(?![\p{L}])|,|:/u
const REFERS_BACK =
  /^(?:uppnå|nå|klara|infria|uppfylla|lyckas|genomföra)(?: +(?:med +)?(?:detta|det|målet|målen|löftet|löftena|dessa|vårt|våra))?/
/** "Hålla löftet", "leva upp till våra mål": a purpose that refers to the promise or the goal without stating it. */
const NAMES_THE_PROMISE =
  /^\p{L}+(?: +(?:med|upp|till|på))* +(?:(?:detta|dessa|vårt|våra|det|de|här|gemensamma) +)*(?:(?:medborgar)?löfte|mål|åtagande)\p{L}*$/u
/** A purpose with fewer letters is a phrase such as "för att nå dit". */
const SHORTEST_PURPOSE = 12

/** The promise that a lead-in states as its purpose: "För att öka tryggheten ska polisen och kommunen:". */
export function purposeOf(page: ReadableText, span: Span): Span | null {
  const { source, lookups } = page
  const words = source.foldedSlice(span)
  const inOrder = IN_ORDER.exec(words)
  if (inOrder) {
    const purpose = {
      start: span.start + inOrder.index + inOrder[0].indexOf(inOrder[1] ?? ''),
      end: span.end - 1,
    }
    if (!isAnyAgreement(page, purpose)) return purpose
  }
  const means = lookups.expression(BY_MEANS).exec(words)
  if (means) return { start: span.start, end: span.start + (means[1] ?? '').length }
  const found = purposeIn(words)
  if (!found || found.said.length < SHORTEST_PURPOSE) return null
  if (REFERS_BACK.test(found.said) || NAMES_THE_PROMISE.test(found.said)) return null
  const start = span.start + found.at
  const purpose = { start, end: start + found.said.length }
  return isAnyAgreement(page, purpose) ? null : purpose
}

/** "För att hålla löftet ska vi": what such words say that it is for, and where that begins. */
function purposeIn(words: string): { said: string; at: number } | null {
  const at = PURPOSE.exec(words)?.[0].length
  if (at === undefined) return null
  const rest = words.slice(at)
  const length = AIM_ENDS.exec(rest)?.index
  return length === undefined ? null : { said: rest.slice(0, length), at }
}
