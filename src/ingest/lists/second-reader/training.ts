import type { ExpectedRecord } from '../../expected-record.ts'
import { pageOfText } from '../../layouts/page-of-text.ts'
import { readPage } from '../../layouts/read-page.ts'
import type { Lookups } from '../../lookups.ts'
import { LEAST_SHARE, type Placed, shareOf } from '../../placed-pairs.ts'
import { Source, type Span } from '../../text/source.ts'
import { READ_KINDS } from '../testimony.ts'
import { featuresOf } from './features.ts'
import { type LabelledFeatures, learn, probabilities, type Weights } from './regression.ts'

/** A document with what a person says that it contains. */
interface TrainingDocument {
  readonly text: string
  readonly url: string | null
  readonly expected: ExpectedRecord
}

/** The training data of a document: the items of each of its lists, with the kind that a person gave them. */
export function examplesOf(
  { text, url, expected }: TrainingDocument,
  lookups: Lookups,
): LabelledFeatures[][] {
  const source = new Source(text)
  const page = pageOfText(source, lookups, null, url)
  const { lists } = readPage(page)
  const isOneOf = (parts: readonly Placed[], span: Span) =>
    parts.some((part) => shareOf(part.text.at, source.quote(span).at) >= LEAST_SHARE)
  const kindOf = (span: Span): (typeof READ_KINDS)[number] => {
    if (isOneOf(expected.promises, span)) return 'promises'
    return isOneOf(expected.activities, span) ? 'activities' : 'neither'
  }
  return lists.map(({ items }, index) => {
    const place = { index, count: lists.length, size: items.length }
    return items.map((item) => ({
      features: featuresOf(page, item, place),
      label: READ_KINDS.indexOf(kindOf(item.span)),
    }))
  })
}

/** What the second reader learns from the lists of documents. */
export function learnKinds(documents: readonly (readonly (readonly LabelledFeatures[])[])[]): Weights {
  return learn(documents.flat(2), READ_KINDS.length)
}

const PARTS = 10

/**
 * Cross-validation: the documents are divided into ten parts, and the weights for the documents of each part are learnt
 * from the other nine parts.
 */
export function learntFromOthers(
  documents: readonly (readonly (readonly LabelledFeatures[])[])[],
): Weights[] {
  const learnt = Array.from({ length: Math.min(PARTS, documents.length) }, (_, part) =>
    learnKinds(documents.filter((_document, index) => index % PARTS !== part)),
  )
  return documents.map((_, index) => learnt[index % PARTS] ?? {})
}

/** How many lists and items are predicted correctly, each by the weights for its document. */
export function tallyRead(
  documents: readonly (readonly (readonly LabelledFeatures[])[])[],
  weights: readonly Weights[],
) {
  const right = { lists: 0, items: 0 }
  for (const [at, lists] of documents.entries()) {
    for (const list of lists) {
      const sums = READ_KINDS.map(() => 0)
      for (const { features, label } of list) {
        const shares = probabilities(weights[at] ?? {}, features, READ_KINDS.length)
        if (indexOfMost(shares) === label) right.items++
        for (const [kind, share] of shares.entries()) sums[kind] = (sums[kind] ?? 0) + share
      }
      const counts = READ_KINDS.map((_, kind) => list.filter(({ label }) => label === kind).length)
      if (indexOfMost(sums) === indexOfMost(counts)) right.lists++
    }
  }
  return right
}

function indexOfMost(numbers: readonly number[]): number {
  return numbers.indexOf(Math.max(...numbers))
}
