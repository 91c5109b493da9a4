import type { Source, Span } from '../text/source.ts'

/** What the words before a list say of its items. */
export type Tone = 'promise' | 'activity' | 'wish' | 'finding' | 'open'

const ACTIVITIES =
  /aktivitet|åstadkomm|uppnå|gör vi|(?:det här|detta|så) +gör|ska vi göra|vi ska göra|genomföra +detta|(?:detta|det|det här) +(?:ska|kommer att) +(?:ske|göras)|genom(?: följande| att)?[ :]*$|så +(?:gör|ska)|för att (?:klara|nå|uppfylla|infria|lyckas)|innebär +(?:konkret|bland annat|bl\.a\.|att)|konkret/
const PROMISES =
  /lova|löften|löftet|löfte +är|åtar +sig|åtagande|förbinder +sig|arbeta +för *:?$|fokusområden(?:a)? +(?:är|vara)|prioritera/
const WEAK_ACTIVITIES = /åtgärder|insatser|arbetssätt/
const WISHES =
  /önska|efterfråg|efterlys|synpunkt|tyck(?:er|te)|upplev|lyft(?:e|er|es|s)|framkom|vill +(?:att|ha|se)|t[oa]g(?:it|s|its)? +upp|svara|uppge|pekar?(?:de)? +(?:på|ut)|oroa/
const FINDINGS = /visa(?:r|de)|identifierats|problem/

/** Reads what the words before a list, or its heading, say of the items. */
export function toneOf(source: Source, span: Span): Tone {
  const words = source.foldedSlice(span).replace(/ +/g, ' ').trim()
  if (ACTIVITIES.test(words)) return 'activity'
  if (PROMISES.test(words)) return 'promise'
  if (WISHES.test(words)) return 'wish'
  if (WEAK_ACTIVITIES.test(words)) return 'activity'
  if (FINDINGS.test(words)) return 'finding'
  return 'open'
}

const PURPOSE = /^(?:för att|i syfte att|med syfte att|med målet att) +/
const AIM_ENDS = / +(?:har|ska|skall|kommer|vill|avser|kan|är|gör|arbetar|genomför|åtar)(?![\p{L}])|,|:/u
const REFERS_BACK =
  /^(?:uppnå|nå|klara|infria|uppfylla|lyckas|genomföra)(?: +(?:med +)?(?:detta|det|målet|målen|löftet|löftena|dessa|vårt|våra))?/
/** A purpose of fewer letters is a phrase such as "för att nå dit". */
const SHORTEST_PURPOSE = 12

/** The promise that a lead-in states as its purpose: "För att öka tryggheten ska polisen och kommunen:". */
export function purposeOf(source: Source, span: Span): Span | null {
  const words = source.foldedSlice(span)
  const opening = PURPOSE.exec(words)
  if (!opening || PROMISES.test(words)) return null
  const rest = words.slice(opening[0].length)
  const length = AIM_ENDS.exec(rest)?.index ?? -1
  if (length < SHORTEST_PURPOSE || REFERS_BACK.test(rest)) return null
  const start = span.start + opening[0].length
  return { start, end: start + length }
}
