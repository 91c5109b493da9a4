import type { ValueOf } from '../../datasets/dataset.ts'
import type { findingBasis, findingKind } from '../../datasets/vocabularies/situation.ts'
import { placed, type Reading, stated } from '../confidence.ts'
import { toneOf } from '../layouts/lead-ins.ts'
import type { Page } from '../layouts/page.ts'
import type { Section } from '../layouts/sections.ts'
import type { Block } from '../text/blocks.ts'
import { sentencesIn } from '../text/sentences.ts'
import type { Span } from '../text/source.ts'
import { MOST_SENTENCE } from '../unreadable.ts'

/** What the situational picture says, and on what it rests. */
export interface Finding {
  readonly kind: ValueOf<typeof findingKind>
  readonly span: Span
  readonly basis: readonly ValueOf<typeof findingBasis>[]
  readonly basisText: Span | null
  readonly reading: Reading
}

const WORKED_OUT = /(?:tagits|tagit|togs) +fram|bygger +på|grundar +sig +på|utgår +från/
const SAYS_SO =
  /(?<![\p{L}])(?:visar(?: +på)?(?: +att)?|framkommit(?: +att)?|framgår(?: +att)?|visade(?: +att)?) +/u

/** The findings of a page: what stands under its headings, and what it says the promises rest on. */
export function findingsIn(
  page: Page,
  sections: readonly Section[],
  isTaken: (span: Span) => boolean,
): Finding[] {
  const { source } = page
  const found: Finding[] = []
  for (const { kind, blocks } of sections) {
    let before: Block | null = null
    for (const block of blocks) {
      if (block.kind !== 'item') before = block
      else {
        const said =
          before && before.span.end - before.span.start <= MOST_SENTENCE
            ? toneOf(source, before.span)
            : 'open'
        const isFinding = kind === 'findings' || kind === 'wishes' || said === 'wish' || said === 'finding'
        if (isTaken(block.span)) continue
        if (kind === 'focus_areas')
          found.push({
            kind: 'focus_area',
            span: block.span,
            basis: [],
            basisText: null,
            reading: placed('focus-area-in-list'),
          })
        else if (isFinding && kind !== 'earlier') found.push(makeFinding(page, block.span, 'finding-in-list'))
        continue
      }
      for (const sentence of sentencesIn(source.text, block.span)) {
        if (sentence.end - sentence.start > MOST_SENTENCE || isTaken(sentence)) continue
        const rests =
          WORKED_OUT.test(source.foldedSlice(sentence)) && page.lookups.bases(source, sentence).length > 0
        if (kind === 'findings' || kind === 'wishes')
          found.push(makeFinding(page, sentence, 'finding-under-heading'))
        else if (rests && kind !== 'earlier' && kind !== 'follow_up')
          found.push(makeFinding(page, sentence, 'finding-of-how-it-was-made'))
      }
    }
  }
  return found
}

function makeFinding({ source, lookups }: Page, sentence: Span, rule: string): Finding {
  const bases = lookups.bases(source, sentence)
  const basis = [...new Set(bases.map(({ value }) => value))]
  const [first] = bases
  const last = bases.at(-1)
  const basisText = first && last ? { start: first.start, end: last.end } : null
  const said = SAYS_SO.exec(source.foldedSlice(sentence))
  const isAfterBasis = said !== null && basisText !== null && basisText.end <= sentence.start + said.index
  const start = isAfterBasis ? sentence.start + said.index + said[0].length : sentence.start
  return { kind: 'finding', span: { start, end: sentence.end }, basis, basisText, reading: stated(rule) }
}
