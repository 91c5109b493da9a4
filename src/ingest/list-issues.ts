import { CONFIDENCE } from './confidence.ts'
import type { IssueList } from './issue-list.ts'
import type { ReadPage } from './layouts/read-page.ts'
import type { DecidedList } from './lists/decide-lists.ts'
import type { ListKind, Testimony } from './lists/testimony.ts'

const KINDS: { readonly [kind in ListKind]: readonly [sv: string, en: string] } = {
  promises: ['löften', 'promises'],
  areas: ['löften', 'promises'],
  activities: ['aktiviteter', 'activities'],
  neither: ['inget av dem', 'neither'],
}

const WITNESSES: { readonly [witness: string]: readonly [sv: string, en: string] } = {
  'lead-in': ['orden före listan', 'the words before the list'],
  heading: ['rubriken', 'the heading'],
  'goal-above': ['målet ovanför', 'the goal above'],
  purpose: ['syftet ovanför', 'the purpose above'],
  nesting: ['punkternas nivåer', 'the levels of the items'],
  order: ['listornas ordning', 'the order of the lists'],
  'goal-of-both': ['det båda åtar sig', 'what both undertake'],
  position: ['platsen på sidan', 'the place on the page'],
  'nothing-above': ['att inget mål står ovanför', 'that there is no goal above'],
  items: ['punkternas tal och verb', 'the numbers and verbs of the items'],
  catalogue: ['katalogen', 'the catalogue'],
  'second-reader': ['den andra läsaren', 'the second reader'],
  'third-reader': ['den tredje läsaren', 'the third reader'],
  links: ['punkternas länkar', 'the links of the items'],
}

/** The longest part of a witness's evidence that an issue repeats. */
const LONGEST_SAW = 80

/** Asks one question about each list that a witness doubts, or about which no word of the document decides. */
export function listIssues(
  lists: ReadPage['lists'],
  recordOf: (list: DecidedList) => string | null,
  issues: IssueList,
): void {
  for (const list of lists) {
    const { items, kind, testimony, confidence } = list
    const [first] = items
    if (confidence === CONFIDENCE.stated || !first) continue
    const told = (language: 0 | 1) => testimony.map((each) => saidBy(each, language)).join('; ')
    const isOne = items.length === 1
    const [askSv, askEn] = isOne
      ? [
          'Är listans enda punkt ett löfte, en aktivitet eller inget av dem? Vi läser den',
          'Is the only item of the list a promise, an activity or neither? We read it',
        ]
      : [
          `Är listans ${items.length} punkter löften, aktiviteter eller inget av dem? Vi läser dem`,
          `Are the ${items.length} items of the list promises, activities or neither? We read them`,
        ]
    const sv = `${askSv} som ${KINDS[kind][0]}. ${told(0)}.`
    const en = `${askEn} as ${KINDS[kind][1]}. ${told(1)}.`
    issues.add('ambiguous', recordOf(list), first.span, sv, en, 'list')
  }
}

function saidBy({ witness, says, saw }: Testimony, language: 0 | 1): string {
  const name = WITNESSES[witness]?.[language] ?? witness
  const words = saw.replace(/\s+/g, ' ')
  const seen = words.length > LONGEST_SAW ? `${words.slice(0, LONGEST_SAW)} …` : words
  return `${name}: ${KINDS[says][language]}${seen === '' ? '' : ` (${seen})`}`
}
