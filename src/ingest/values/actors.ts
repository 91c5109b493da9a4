import type { ValueOf } from '../../datasets/dataset.ts'
import type { actorBasis } from '../../datasets/vocabularies/promises.ts'
import type { Page } from '../layouts/page.ts'
import type { Span } from '../text/source.ts'

/** Somebody who is to do something, as words name them. */
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
const LONGEST_TAIL = 60

/** Everybody named in a part of the text, in order. A municipality's own name is the municipality. */
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
    // "Kommunens fältgrupp": whose it is says less than who it is.
    .filter((name, index, names) => !isWhose(source.folded, name, names[index + 1]))
  return all.map((name, index) => {
    // "Region Skåne", "polisen i Danderyd": the words with capitals that follow are part of the name.
    const limit = Math.min(all[index + 1]?.start ?? span.end, name.end + LONGEST_TAIL)
    const tail = NAME_TAIL.exec(source.text.slice(name.end, limit))?.[0] ?? ''
    return { ...name, end: name.end + tail.length }
  })
}

// Between two who do something together stand only such words.
const BETWEEN_WORDS =
  /^(?:[ ,&/()]|(?<![\p{L}])(?:och|samt|respektive|tillsammans|gemensamt|samverkan|samarbete|samråd|med|nära|ska|skall|kommer|att|lovar|åtar|sig|kan|även|också|både|såväl|som|den|det|de|lokal|lokala|kommunens|stadens|vår|våra|hjälp|av|bland|annat|bl\.a\.|t\.ex\.|i|pol)(?![\p{L}]))*$/u

const MODAL =
  /(?<![\p{L}])(?:ska|skall|kommer|lovar|bör|åtar|avser|planerar|fortsätter|måste|vill|gör|bidrar)(?![\p{L}])/gu
const BEFORE_SUBJECT =
  /^(?:(?:["”“–-]|att|både|såväl|den|de|det|lokala?|även|också|vidare|inom|aktivitet(?:er)?|åtgärd(?:er)?|ansvar|ansvariga?|genom|alla|all|samtliga|våra?|under +(?:20\d\d|året|åren|perioden)(?: *[-–] *20\d\d)?)[ :,]*)*$/u
const TOGETHER =
  /(?:tillsammans|i (?:nära |tät |gott )?(?:samverkan|samarbete|samråd)|gemensamt) +(?:mellan|med) +(?:(?:den|de|det|lokala?|bl\.a\.|bland annat|både|t\.ex\.) +)*$/u
const MEETING =
  /(?:kontakt(?:er)?|samverkan|samarbetet?|möten?|dialog|träffar|strategiträffar|samverkansmöten|informationsutbyte|samtal) +mellan +(?:(?:den|de|det|lokala?|både) +)*$/u
const DONE_BY = /(?:\p{L}{3,}s|ansvaras|utförd|gjord) +av +(?:(?:den|de|det|lokala?|både) +)*$/u
const RESPONSIBLE =
  /(?:ansvariga?|ansvar|aktör(?:er)?|utförare|huvudansvar(?:ig)?)(?: +för +(?:genomförande|aktiviteten))?[ :]*$/u
const WE = /(?<![\p{L}])vi(?![\p{L}])/u
const TOGETHER_WE = /^(?:att +)?(?:tillsammans|gemensamt)(?![\p{L}])(?! +med)/u

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
  const subject = chainFrom(page, names, subjectIn(page, span, names))
  if (!isReceiver(source.folded, subject.at(-1))) take(subject, 'actor-subject')
  for (const [index, name] of names.entries()) {
    const before = source.folded.slice(Math.max(span.start, name.start - 60), name.start)
    if (TOGETHER.test(before)) take(chainFrom(page, names, index), 'actor-together-with')
    else if (MEETING.test(before)) take(chainFrom(page, names, index), 'actor-meeting-of')
    else if (isOfSecondClause(source.folded, before, name))
      take(chainFrom(page, names, index), 'actor-subject')
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
  /^ (?:ska|skall|bör|kommer att) (?:även |också )?(?!finnas|träffas|synas|mötas|samlas|enas|lyckas)\p{L}{3,}as(?!\p{L})/u

/** "Handlarna ska erbjudas utbildning": somebody else offers it. */
function isReceiver(folded: string, last: ActorName | undefined): boolean {
  return last !== undefined && RECEIVES.test(folded.slice(last.end, last.end + 60))
}

/** "… och kommunen ska bygga …" */
function isOfSecondClause(folded: string, before: string, { end }: ActorName): boolean {
  return /(?:,|och|samt) $/.test(before) && /^ (?:ska|skall|kommer att) /.test(folded.slice(end, end + 14))
}

/** Who is responsible, in the last column of a table. */
function lastColumn(page: Page, span: Span): ActorName[] {
  const gap = page.source.text.slice(span.start, span.end).search(/(?: {2,}|\t)\S+(?: \S+)*$/)
  if (gap < 0) return []
  return actorOnly(page, { start: span.start + gap, end: span.end })
}

/** Who "we" are: the parties of every such agreement. Null where a text says no "we". */
export function weIn({ source }: Page, span: Span): Actor[] {
  const words = source.foldedSlice(span)
  const match = WE.exec(words) ?? TOGETHER_WE.exec(words)
  if (!match) return []
  const end = span.start + match.index + match[0].length
  const [word = ''] = /\p{L}+$/u.exec(match[0]) ?? []
  return ['police', 'municipality'].map((id) => ({
    start: end - word.length,
    end,
    id,
    basis: 'stated',
    rule: 'actor-we',
  }))
}

/** Which of the names is the subject: at the beginning, or beside the verb that promises. -1 if none is. */
function subjectIn({ source }: Page, span: Span, names: readonly ActorName[]): number {
  for (const [index, name] of names.entries()) {
    if (BEFORE_SUBJECT.test(source.folded.slice(span.start, name.start))) return index
    if (/^\p{Lu}\p{L}+ $/u.test(source.text.slice(span.start, name.start))) return index
    if (index === 0 && name.start - span.start > 120) break
  }
  const [modal] = source.foldedSlice(span).matchAll(MODAL)
  if (!modal) return -1
  const at = span.start + modal.index
  const after = names.findIndex((name) => {
    const between = source.folded.slice(at + modal[0].length, name.start)
    return name.start > at && /^ +(?:(?:den|de|det|även|också|därför|både|lokala?|också) +)*$/u.test(between)
  })
  return after
}

/** The names from one on that are joined by "och", commas and the like. */
function chainFrom({ source }: Page, names: readonly ActorName[], from: number): ActorName[] {
  const first = names[from]
  if (!first) return []
  const chain = [first]
  for (const name of names.slice(from + 1)) {
    const last = chain.at(-1) as ActorName
    if (!BETWEEN_WORDS.test(source.folded.slice(last.end, name.start))) break
    chain.push(name)
  }
  return chain
}

function bracketsAtTheEnd(page: Page, span: Span): ActorName[] {
  const { source } = page
  const words = source.slice(span)
  const match =
    /\(([^()]{2,80})\)[.;]?$/.exec(words) ?? /(?:[–—-]|\/) *([^–—/]{2,60})$/.exec(words.slice(-80))
  if (!match) return []
  const end = span.end - match[0].length + match[0].indexOf(match[1] ?? '') + (match[1] ?? '').length
  return actorOnly(page, { start: end - (match[1] ?? '').length, end })
}

const FILLERS =
  /(?<![\p{L}])(?:och|samt|i|samverkan|tillsammans|gemensamt|gemensamma?|lovar|lovar?|löfte[nt]?|löftena|åtaganden?|åtar|sig|ska|skall|kommer|att|ansvar|ansvarar|för|ansvariga?|aktiviteter|åtgärder|insatser|vi|med|detta|det|här|gör|under|delen|del|lokala?|den|av|s)(?![\p{L}])/gu

/** Those whom words name that name nothing else, as a heading or brackets do. */
export function actorOnly(page: Page, span: Span): ActorName[] {
  const { source } = page
  if (span.end - span.start > 80) return []
  const names = actorNames(page, span)
  let rest = ''
  let at = span.start
  for (const name of names) {
    rest += `${source.folded.slice(at, name.start)} `
    at = name.end
  }
  rest += source.folded.slice(at, span.end)
  const isAll = !/[\p{L}\p{N}]/u.test(rest.replace(FILLERS, ''))
  if (!isAll) return []
  if (names.length > 0) return names
  return /tillsammans|gemensam/.test(rest) ? ['police', 'municipality'].map((id) => ({ ...span, id })) : []
}
