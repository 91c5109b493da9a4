import type { ValueOf } from '../../datasets/dataset.ts'
import type { agreementKind, relation } from '../../datasets/vocabularies/agreements.ts'
import { placed, type Reading, stated } from '../confidence.ts'
import type { Page } from '../layouts/page.ts'
import type { Section } from '../layouts/sections.ts'
import { sentencesIn } from '../text/sentences.ts'
import type { Span } from '../text/source.ts'
import { MOST_SENTENCE } from '../unreadable.ts'
import { periodsIn } from './period.ts'

/** Another agreement that a text names, and the relation to it. */
export interface NamedRelation {
  readonly relation: ValueOf<typeof relation>
  readonly kind: ValueOf<typeof agreementKind>
  readonly years: { readonly first: number; readonly last: number | null } | null
  readonly span: Span
  readonly reading: Reading
}

const EXTENDS = /(?<![\p{L}])förläng\p{L}*/u
const RENEWS = /(?<![\p{L}])(?:förny(?:ar|at|ats|as|ades|ade)|ersätter|ersatt)(?![\p{L}])/u
const FOLLOWS =
  /tidigare +(?:års +)?(?:medborgar)?löft|föregående +(?:medborgar)?löft|förra +(?:årets +)?(?:medborgar)?löft/
const COOPERATION =
  /samverkansöverenskommelse|samverkansavtal|överenskommelse +om +samverkan|avtal +om +samverkan/

/** The agreements that a text relates to: one above it in the hierarchy, and the one before it. */
export function relationsIn(page: Page, sections: readonly Section[], title: Span | null): NamedRelation[] {
  const above: NamedRelation[] = []
  const before: NamedRelation[] = []
  for (const sentence of sentencesOf(page, sections, title)) {
    const words = page.source.foldedSlice(sentence)
    if (COOPERATION.test(words))
      above.push(
        makeRelation(
          page,
          ground(page, sentence),
          'stands_under',
          'cooperation_agreement',
          'relation-stands-under',
        ),
      )
    else if (/löft/.test(words) && EXTENDS.test(words))
      before.push(makeRelation(page, sentence, 'extends', 'citizen_promise', 'relation-extends'))
    else if (/löft/.test(words) && RENEWS.test(words))
      before.push(makeRelation(page, sentence, 'renews', 'citizen_promise', 'relation-renews'))
    else if (FOLLOWS.test(words))
      before.push(makeRelation(page, sentence, 'follows', 'citizen_promise', 'relation-follows'))
  }
  // The cooperation agreement is named repeatedly; the mention with its years says most.
  const chosen = above.find(({ years }) => years !== null) ?? above[0]
  const [previous] = before
  return [chosen, previous].filter((each) => each !== undefined).sort((a, b) => a.span.start - b.span.start)
}

/** "Med utgångspunkt i samverkansöverenskommelsen lovar …": the stated basis of a sentence, without the rest. */
const GROUND = /^(?:med utgångspunkt i|inom ramen för|med stöd av|i enlighet med) /

function ground({ source }: Page, sentence: Span): Span {
  const words = source.foldedSlice(sentence)
  const named = GROUND.test(words) ? COOPERATION.exec(words) : null
  if (!named) return sentence
  const end = /^\p{L}*/u.exec(words.slice(named.index + named[0].length))?.[0].length ?? 0
  return { start: sentence.start, end: sentence.start + named.index + named[0].length + end }
}

const GOES_ON =
  /^(?:denna|den) +(?:samverkans)?(?:överenskommelsen?|avtalet) +(?:gäller|kommer|löper|ska)(?!\p{L})/u

function* sentencesOf({ source }: Page, sections: readonly Section[], title: Span | null): Generator<Span> {
  if (title) yield title
  for (const { kind, blocks } of sections) {
    if (kind === 'earlier' || kind === 'contact') continue
    for (const { kind: blockKind, span } of blocks) {
      if (blockKind === 'item') continue
      const sentences = sentencesIn(source.text, span)
      for (const [index, sentence] of sentences.entries()) {
        const next = sentences[index + 1]
        // "Denna överenskommelse gäller tills vidare." says more than the sentence before it.
        const goesOn = next !== undefined && GOES_ON.test(source.foldedSlice(next))
        const isShort = goesOn && next.end - sentence.start <= MOST_SENTENCE
        const end = isShort ? next.end : sentence.end
        if (end - sentence.start <= MOST_SENTENCE) yield { start: sentence.start, end }
      }
    }
  }
}

function makeRelation(
  { source }: Page,
  span: Span,
  relation: NamedRelation['relation'],
  kind: NamedRelation['kind'],
  rule: string,
): NamedRelation {
  const [period] = periodsIn(source, span)
  const first = period ? Number(period.from.slice(0, 4)) : null
  const last = period?.to ? Number(period.to.slice(0, 4)) : null
  const years = first === null ? null : { first, last }
  return { relation, kind, years, span, reading: relation === 'follows' ? placed(rule) : stated(rule) }
}
