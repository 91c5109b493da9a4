import type { ValueOf } from '../../datasets/dataset.ts'
import type { findingBasis, findingKind } from '../../datasets/vocabularies/situation.ts'
import { placed, type Reading, stated } from '../confidence.ts'
import { withoutStop } from '../layouts/goals.ts'
import { toneOf } from '../layouts/lead-ins.ts'
import type { Page } from '../layouts/page.ts'
import type { Section } from '../layouts/sections.ts'
import type { Block } from '../text/blocks.ts'
import { sentencesIn } from '../text/sentences.ts'
import { overlap, type Span } from '../text/source.ts'
import { MOST_SENTENCE } from '../unreadable.ts'

/** The findings of the situational picture, and what they are based on. */
export interface Finding {
  readonly kind: ValueOf<typeof findingKind>
  readonly span: Span
  readonly basis: readonly ValueOf<typeof findingBasis>[]
  readonly basisText: Span | null
  readonly reading: Reading
}

const WORKED_OUT = /(?:tagits|tagit|togs) +fram|bygger +på|grundar +sig +på|utgår +från/
/** How the picture was made, without findings. */
const METHOD =
  /(?<!\p{L})(?:klargjort|upprättat|sammanställt|kartlagt|tagit +fram) +(?:en +)?(?:gemensam +|lokal +)*lägesbild/u
/** An opinion, or a reason that would be true anywhere. */
const GENERAL =
  /^(?:det +är +(?:därför +|mycket +)?(?:viktigt|angeläget|nödvändigt|av +(?:stor +|största +)?vikt)|eftersom +)|(?<!\p{L})måste +(?:vi +)?(?:prioriteras?|motverkas?|förebyggas?|arbetas?)(?!\p{L})/u
const SAYS_SO =
  /(?<![\p{L}])(?:visar(?: +på)?(?: +att)?|framkommit(?: +att)?|framgår(?: +att)?|visade(?: +att)?) +/u

/** The findings of a page: the text under their headings, and what it says the promises are based on. */
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
          before && before.span.end - before.span.start <= MOST_SENTENCE ? toneOf(page, before.span) : 'open'
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
      const areas = kind === 'focus_areas' ? areasIn(page, block.span) : []
      found.push(...areas.filter(({ span }) => !isTaken(span)))
      for (const sentence of sentencesIn(source.text, block.span)) {
        if (sentence.end - sentence.start > MOST_SENTENCE || isTaken(sentence)) continue
        if (areas.some(({ span }) => overlap(span, sentence)) || tellsOfTheWork(page, sentence)) continue
        const shows =
          SHOWS.test(source.foldedSlice(sentence)) && page.lookups.bases(source, sentence).length > 0
        const rests =
          WORKED_OUT.test(source.foldedSlice(sentence)) && page.lookups.bases(source, sentence).length > 0
        if (kind === 'findings' || kind === 'wishes')
          found.push(makeFinding(page, sentence, 'finding-under-heading'))
        else if ((rests || shows) && kind !== 'earlier' && kind !== 'follow_up')
          found.push(makeFinding(page, sentence, rests ? 'finding-of-how-it-was-made' : 'finding-shown'))
      }
    }
  }
  return found
}

/** A finding in a sentence that names its source, wherever it is: "Dialogerna visade att …" */
const SHOWS = /(?<!\p{L})(?:visar|visade|framgår|framkom)(?: +på)? +att(?!\p{L})/u

/** How the work was done, or what an agreement or a programme contains: not a finding. */
const OF_THE_WORK =
  /^(?:tidigare|förra|föregående) +(?:medborgar)?löfte|^(?:\p{L}*program(?:met)?|(?:medborgar)?löfte(?:t|na)) +(?:är|innehåller|består|omfattar|kompletterar)(?!\p{L})|(?<!\p{L})har +(?:vi|polisen|kommunen|parterna)(?!\p{L}).{0,60}?(?:analyserat|inhämtat|skaffat|samlat +in|tagit +hänsyn)/u

function tellsOfTheWork({ source }: Page, sentence: Span): boolean {
  return OF_THE_WORK.test(source.foldedSlice(sentence))
}

const OPENS_AREAS = /^(?:det +handlar +om|områdena +är|dessa +är) +/
const GOES_ON = /^samt +/

/** "Det handlar om trafik. Skolor. Samt klotter.": the areas that a paragraph names one by one. */
function areasIn({ source }: Page, paragraph: Span): Finding[] {
  const sentences = sentencesIn(source.text, paragraph).filter(
    ({ start, end }) => end - start <= MOST_SENTENCE,
  )
  const first = sentences.findIndex((sentence) => OPENS_AREAS.test(source.foldedSlice(sentence)))
  if (first < 0) return []
  return sentences.slice(first).map((sentence) => {
    const words = source.foldedSlice(sentence)
    const opening = OPENS_AREAS.exec(words) ?? GOES_ON.exec(words)
    const span = withoutStop(source, {
      start: sentence.start + (opening?.[0].length ?? 0),
      end: sentence.end,
    })
    return { kind: 'focus_area', span, basis: [], basisText: null, reading: placed('focus-area-in-sentence') }
  })
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
  const kind = kindOfFinding(source.foldedSlice(sentence), basis.length > 0)
  return { kind, span: { start, end: sentence.end }, basis, basisText, reading: stated(rule) }
}

function kindOfFinding(words: string, hasBasis: boolean): Finding['kind'] {
  if (METHOD.test(words) || (hasBasis && WORKED_OUT.test(words))) return 'method'
  return GENERAL.test(words) ? 'general_statement' : 'finding'
}
