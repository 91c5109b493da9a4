import type { ValueOf } from '../../datasets/dataset.ts'
import type { actorBasis } from '../../datasets/vocabularies/promises.ts'
import type { Page } from '../layouts/page.ts'
import type { Span } from '../text/source.ts'
import { everyWithWords } from '../text/word-expressions.ts'
import { BOTH } from './speakers.ts'

/** An actor, as words name it. */
export interface ActorName extends Span {
  readonly id: string
}

/** An actor of a commitment, and where the document names it. */
export interface Actor extends ActorName {
  readonly basis: ValueOf<typeof actorBasis>
  readonly rule: string
}

function isWhose(folded: string, name: ActorName, next: ActorName | undefined): boolean {
  return folded[name.end - 1] === 's' && next !== undefined && next.start === name.end + 1
}

const NAME_TAIL = /^(?: i| på)?(?: \p{Lu}[\p{L}/-]+){1,3}/u
const NAME_HEAD = /(?<!\p{L})(?:\p{Lu}[\p{L}/-]+ ){1,2}$/u
const LONGEST_TAIL = 60

/** Everybody named in a part of the text, in order. A municipality's own name means the municipality. */
export function actorNames({ source, lookups }: Page, span: Span): ActorName[] {
  const municipalities = lookups
    .municipalities(source, span)
    .filter(({ value }) => value.form === 'full')
    .map(({ start, end }) => ({ start, end, id: 'municipality' }))
  const named = lookups
    .actors(source, span)
    .filter((each) => !municipalities.some((other) => each.start < other.end && other.start < each.end))
    .map(({ start, end, value }) => ({ start, end, id: value }))
  const all = [...municipalities, ...named]
    .sort((a, b) => a.start - b.start)
    // "Kommunens fältgrupp": the owner says less than the group itself.
    .filter((name, index, names) => !isWhose(source.folded, name, names[index + 1]))
  return all.map((name, index) => {
    // "Region Skåne", "polisen i Danderyd": the capitalised words that follow are part of the name.
    const limit = Math.min(all[index + 1]?.start ?? span.end, name.end + LONGEST_TAIL)
    const tail = NAME_TAIL.exec(source.text.slice(name.end, limit))?.[0] ?? ''
    // "Norra Lokalpolisområdet": so are those before it.
    const from = Math.max(all[index - 1]?.end ?? span.start, name.start - LONGEST_TAIL)
    const head = /^lokalpolisområde/.test(source.folded.slice(name.start, name.end))
      ? (NAME_HEAD.exec(source.text.slice(from, name.start))?.[0] ?? '')
      : ''
    return { ...name, start: name.start - head.length, end: name.end + tail.length }
  })
}

// Only such words come between two who do something together.
const BETWEEN_WORDS =
  /^(?:[ ,&/()]|(?<![\p{L}])(?:och|samt|respektive|tillsammans|gemensamt|samverkan|samarbete|samråd|med|nära|ska|skall|kommer|att|lovar|åtar|sig|kan|även|också|både|såväl|som|den|det|de|lokal|lokala|kommunens|stadens|vår|våra|hjälp|av|bland|annat|bl\.a\.|t\.ex\.|i|pol)(?![\p{L}]))*$/u

const MODAL =
  /(?<![\p{L}])(?:ska|skall|kommer|lovar|bör|åtar|avser|planerar|fortsätter|måste|vill|gör|bidrar)(?![\p{L}])/gu
const BEFORE_SUBJECT =
  /^(?:(?:["”“–-]|att|både|såväl|den|de|det|lokala?|även|också|vidare|inom|aktivitet(?:er)?|åtgärd(?:er)?|ansvar|ansvariga?|genom|alla|all|samtliga|våra?|under +(?:20\d\d|året|åren|perioden)(?: *[-–] *20\d\d)?)[ :,]*)*$/u
const TOGETHER =
  /(?:(?:tillsammans|ihop|i (?:nära |tät |gott )?(?:samverkan|samarbete|samråd)|gemensamt|(?:samarbetar?|samverkar?|arbetar?)(?: +\p{L}+)?(?: +och)?) +(?:mellan|med)|(?:vandring|samverkan|samarbete|tillsyn)(?:ar|en?|er)? +med) +(?:(?:den|de|det|lokala?|bl\.a\.|bland annat|både|t\.ex\.|bland andra|företrädare +för|(?:boende|medborgare|invånare|unga|ungdomar|föräldrar)(?:,| +och| +samt)) +)*$/u
const MEETING =
  /(?:kontakt(?:er)?|samverkan|samarbetet?|möten?|dialog|träffar|strategiträffar|samverkansmöten|informationsutbyte|samtal)(?: +som +\p{L}+)? +mellan +(?:(?:den|de|det|lokala?|både) +)*$/u
const DONE_BY =
  /(?:\p{L}{3,}s|patrullering(?:ar)?|(?:ska|skall|bör) \p{L}{3,}as(?: \p{L}+){1,4}|ansvaras|utförd|gjord) +av +(?:(?:den|de|det|lokala?|både) +)*$/u
const RESPONSIBLE =
  /(?:ansvariga?|ansvar|aktör(?:er)?|utförare|huvudansvar(?:ig)?)(?: +för +(?:genomförande|aktiviteten))?[ :]*$/u
const WE = /(?<![\p{L}])vi(?![\p{L}])/u
/** "… lovar parterna att", "Parterna ordnar …", but not "mötena mellan parterna". */
const PARTIES =
  /^(?:att +)?parterna(?!\p{L})|(?<!\p{L})(?:(?:ska|skall|kommer|lovar|åtar +sig) +(?:de +|båda +)*parterna|parterna +(?:ska|skall|kommer|lovar|åtar|är +överens))(?!\p{L})/u
const TOGETHER_WE = /^(?:att +)?(?:tillsammans|gemensamt|ihop)(?![\p{L}])(?! +med)/u

/** The actors that a commitment's own words name. */
export function statedActors(page: Page, span: Span): Actor[] {
  const { source } = page
  const names = actorNames(page, span)
  const found: Actor[] = []
  const take = (chain: readonly ActorName[], rule: string) => {
    for (const name of chain) {
      if (!found.some(({ id }) => id === name.id)) found.push({ ...name, basis: 'stated', rule })
    }
  }
  const brackets = bracketsAtTheEnd(page, span)
  // "Minska buskörningen. Polisen ska …": who does the first is said above.
  const words = source.foldedSlice(span)
  const isLedInto = /^(?:att )?\p{L}{2,}(?<=a) /u.test(words) && words.includes('. ')
  const subject = chainFrom(page, names, subjectIn(page, span, names))
  if (!isReceiver(source.folded, subject.at(-1))) take(subject, 'actor-subject')
  for (const [index, name] of names.entries()) {
    const before = source.folded.slice(Math.max(span.start, name.start - 60), name.start)
    if (TOGETHER.test(before)) take(chainFrom(page, names, index), 'actor-together-with')
    else if ((MEETING.test(before) || isMeeting(page, names, index)) && found.length === 0)
      take(chainFrom(page, names, index), 'actor-meeting-of')
    else if (isOfSecondClause(source.folded, before, name) || beginsLine(page, span, name))
      take(
        chainFrom(page, names, chainStart(page, names, index)),
        isLedInto ? 'actor-of-second-sentence' : 'actor-subject',
      )
    else if (DONE_BY.test(before)) take(chainFrom(page, names, index), 'actor-of-a-passive')
    else if (RESPONSIBLE.test(before)) take(chainFrom(page, names, index), 'actor-named-responsible')
  }
  take(brackets, 'actor-in-brackets')
  take(lastColumn(page, span), 'actor-in-column')
  if (found.some(({ rule }) => rule === 'actor-subject')) return found
  const we = weIn(page, span)
  return [...we.filter(({ id }) => !found.some((other) => other.id === id)), ...found]
}

const RECEIVES =
  /^ får |^ (?:ska|skall|bör|kommer att) (?:även |också )?(?!finnas|träffas|synas|mötas|samlas|enas|lyckas)\p{L}{3,}as(?!\p{L})/u

/** "Handlarna ska erbjudas utbildning": somebody else offers it. */
function isReceiver(folded: string, last: ActorName | undefined): boolean {
  return last !== undefined && RECEIVES.test(folded.slice(last.end, last.end + 60))
}

/** The start of the chain that a name is part of: "polisen och kommunen ska". */
function chainStart({ source }: Page, names: readonly ActorName[], of: number): number {
  let index = of
  while (index > 0) {
    const [before, name] = [names[index - 1], names[index]]
    if (!before || !name || !/^(?:,| och| samt) $/.test(source.folded.slice(before.end, name.start))) break
    index--
  }
  return index
}

/** "… hur polis och socialtjänst samverkar" */
function isMeeting(page: Page, names: readonly ActorName[], from: number): boolean {
  const chain = chainFrom(page, names, from)
  const [first] = chain
  const end = chain.at(-1)?.end ?? 0
  // Parentheses explain what something is: "SSPF (där skola och polis samverkar)".
  const isAside =
    first && /\([^)]*$/.test(page.source.folded.slice(Math.max(0, first.start - LONGEST_TAIL), first.start))
  return (
    chain.length > 1 &&
    !isAside &&
    /^ (?:samverkar|samarbetar|möts|träffas)(?!\p{L})/u.test(page.source.folded.slice(end, end + 14))
  )
}

/** "… och kommunen ska bygga …" */
function isOfSecondClause(folded: string, before: string, { end }: ActorName): boolean {
  return (
    /(?:[,.!?]|och|samt) $/.test(before) &&
    /^ (?:ska|skall|kommer att|lovar) /.test(folded.slice(end, end + 14))
  )
}

/** "Samverkan i fält", and on the next line of the item "Polisen och kommunen möts …". */
function beginsLine({ source }: Page, span: Span, { start }: ActorName): boolean {
  const before = source.text.slice(Math.max(span.start, start - LONGEST_TAIL), start)
  return /\n\s*$/.test(before) && /^\p{Lu}/u.test(source.text.slice(start, start + 2))
}

/** The responsible parties in the last column of a table. */
function lastColumn(page: Page, span: Span): ActorName[] {
  const words = page.source.slice(span)
  const gap = words.search(/(?: {2,}|\t)\S+(?: \S+)*$/)
  // A line that was broken within an item also begins with spaces.
  if (gap < 0 || words[gap - 1] === '\n') return []
  return actorOnly(page, { start: span.start + gap, end: span.end })
}

/** Who "we" are: those who speak on the page. Empty if a text does not say "vi". */
export function weIn({ source, speakers }: Page, span: Span): Actor[] {
  const words = source.foldedSlice(span)
  const parties = PARTIES.exec(words)
  const match = parties ?? WE.exec(words) ?? TOGETHER_WE.exec(words)
  if (!match) return []
  const isTogether =
    /tillsammans|gemensamt|(?<!\p{L})ihop/u.test(words) && !/(?:tillsammans|ihop) +med/.test(words)
  const end = span.start + match.index + match[0].length
  const [word = ''] = /\p{L}+$/u.exec(match[0]) ?? []
  return (isTogether || parties ? BOTH : speakers).map((id) => ({
    start: end - word.length,
    end,
    id,
    basis: 'stated',
    rule: 'actor-we',
  }))
}

const AFTER_MODAL = /^ +(?:(?:den|de|det|även|också|därför|både|lokala?) +)*$/u
const DOES = /^[^.]{0,40}?(?<!\p{L})(?:ska|skall|kommer|lovar|åtar|bör)(?!\p{L})/u

const TOPIC_FIRST = /^\p{L}[\p{L} ]{1,30}: +/u

/** Which of the names is the subject: at the beginning, or beside the verb that promises. -1 if none is. */
function subjectIn({ source }: Page, span: Span, names: readonly ActorName[]): number {
  for (const [index, name] of names.entries()) {
    const before = source.folded.slice(span.start, name.start)
    // "Trafik: Polisen kontrollerar …"
    if (BEFORE_SUBJECT.test(before.replace(TOPIC_FIRST, ''))) return index
    if (
      /^\p{Lu}\p{L}+ $/u.test(source.text.slice(span.start, name.start)) &&
      DOES.test(source.folded.slice(name.end, name.end + 60))
    )
      return index
    if (index === 0 && name.start - span.start > 120) break
  }
  for (const modal of source.foldedSlice(span).matchAll(MODAL)) {
    const end = span.start + modal.index + modal[0].length
    const after = names.findIndex((name) => {
      const isNear = name.start > end && name.start - end < 60
      return isNear && AFTER_MODAL.test(source.folded.slice(end, name.start))
    })
    if (after >= 0) return after
  }
  return -1
}

/** The names, from one on, that are joined by "och", commas and the like. */
function chainFrom({ source }: Page, names: readonly ActorName[], from: number): ActorName[] {
  const first = names[from]
  if (!first) return []
  const chain = [first]
  for (const name of names.slice(from + 1)) {
    const last = chain.at(-1) as ActorName
    const between = source.folded.slice(last.end, name.start)
    // "Skolan i Habo kommun": its location.
    if (!BETWEEN_WORDS.test(between) || / i $/.test(between)) break
    chain.push(name)
  }
  return chain
}

/** "Träffas i samverkansgruppen (polis och skola)": the members of the group. */
const IS_GROUP = /(?:grupp|team|råd|forum)(?:en|et|er)? $/i

function bracketsAtTheEnd(page: Page, span: Span): ActorName[] {
  const { source } = page
  const words = source.slice(span)
  const match =
    /\(([^()]{2,80})\)[.;]?$/.exec(words) ?? /(?:[–—-]|\/) *([^–—/]{2,60})$/.exec(words.slice(-80))
  if (!match || IS_GROUP.test(words.slice(0, match.index))) return []
  const end = span.end - match[0].length + match[0].indexOf(match[1] ?? '') + (match[1] ?? '').length
  const inner = { start: end - (match[1] ?? '').length, end }
  const only = actorOnly(page, inner)
  return only.length > 0 || !isListOfNames(page, inner) ? only : actorNames(page, inner)
}

/** Whether all parts of a list are known actors or names of firms and the like: "Polisen, Exempelbolaget, Habo kommun". */
function isListOfNames(page: Page, span: Span): boolean {
  const words = page.source.slice(span)
  if (!words.includes(',')) return false
  return Array.from(words.matchAll(/[^,]+/g)).every(({ 0: part, index }) => {
    const start = span.start + index + (part.length - part.trimStart().length)
    if (/^ *\p{Lu}[\p{L}-]*(?: [\p{L}-]+){0,3}$|^ med flera$/u.test(part)) return true
    return actorOnly(page, { start, end: span.start + index + part.length }).length > 0
  })
}

const FILLERS = everyWithWords`${'actor_fillers'}`

/** Those named by words that name nothing else, such as a heading or parentheses. */
export function actorOnly(page: Page, span: Span): ActorName[] {
  const { source, lookups } = page
  if (span.end - span.start > 80) return []
  const names = actorNames(page, span)
  let rest = ''
  let at = span.start
  for (const name of names) {
    rest += `${source.folded.slice(at, name.start)} `
    at = name.end
  }
  rest += source.folded.slice(at, span.end)
  const isAll = !/[\p{L}\p{N}]/u.test(rest.replace(lookups.expression(FILLERS), ''))
  if (!isAll) return []
  // "Polismyndigheten, lokalpolisområde …" names the police twice.
  const once = names.filter(({ id }, index) => names.findIndex((each) => each.id === id) === index)
  if (once.length > 0) return once
  return /tillsammans|gemensam|(?<!\p{L})(?:båda|bägge)(?!\p{L})/u.test(rest)
    ? ['police', 'municipality'].map((id) => ({ ...span, id }))
    : []
}
