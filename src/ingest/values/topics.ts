import type { Page } from '../layouts/page.ts'
import type { Span } from '../text/source.ts'

/** A term that gives way to any other topic. */
const LAST_RESORT = '*'

/** The topics that words refer to, in the order of their terms. */
export function topicsIn({ source, lookups }: Page, span: Span): string[] {
  const terms = lookups.topics(source, span).flatMap(({ value }) => value)
  const sure = terms.filter(({ unlessTopicId }) => unlessTopicId === null).map(({ topicId }) => topicId)
  const kept = terms.filter(
    ({ unlessTopicId }) =>
      unlessTopicId === null || (unlessTopicId !== LAST_RESORT && !sure.includes(unlessTopicId)),
  )
  const topics = (kept.length > 0 ? kept : terms).map(({ topicId }) => topicId)
  return [...new Set(topics)]
}
