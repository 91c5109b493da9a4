import type { StartData } from './queries/start.graphql.ts'

/** A topic with the one that it is part of. */
interface TopicInTree {
  readonly key: string
  readonly broader: { readonly key: string } | null
}

/** A topic with its number, and whether it is part of the one above it. */
interface TopicRow<T> {
  readonly topic: T
  readonly count: number
  readonly isWithin: boolean
}

/** Topics by their numbers, each with those that are part of it below it. */
export function topicTree<T extends TopicInTree>(
  topics: readonly T[],
  countOf: (topic: T) => number,
): TopicRow<T>[] {
  const within = (key: string | null) =>
    topics
      .filter(({ broader }) => (broader?.key ?? null) === key)
      .map((topic) => ({ topic, count: countOf(topic), isWithin: key !== null }))
      .sort((a, b) => b.count - a.count)
  return within(null).flatMap((row) => [row, ...within(row.topic.key)])
}

/** The topics by how many agreements take up each, and how many agreements have no topic that is known. */
export function countedTopics({ topics, statistics }: Pick<StartData, 'topics' | 'statistics'>) {
  const counts = new Map(
    statistics.map(({ key, agreements }) => [key, agreements.transcribed + agreements.catalogued]),
  )
  return { rows: topicTree(topics.nodes, ({ key }) => counts.get(key) ?? 0), without: counts.get(null) ?? 0 }
}
