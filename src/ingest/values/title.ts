import { inferred, type Reading, stated } from '../confidence.ts'
import type { Page } from '../layouts/page.ts'
import type { Span } from '../text/source.ts'

/** The heading that says what the document is: the first that speaks of a promise, or of an agreement. */
export function titleOf({ source, blocks }: Page): { span: Span; reading: Reading } | null {
  const headings = blocks.filter(({ kind }) => kind === 'heading').map(({ span }) => span)
  const promise = headings.find((span) => /medborgarl[öo]ft/.test(source.foldedSlice(span)))
  if (promise) return { span: promise, reading: stated('title-names-the-promise') }
  const agreement = headings.find((span) => /överenskommelse|löfte/.test(source.foldedSlice(span)))
  if (agreement) return { span: agreement, reading: stated('title-names-an-agreement') }
  const [first] = headings
  return first ? { span: first, reading: inferred('title-first-heading') } : null
}
