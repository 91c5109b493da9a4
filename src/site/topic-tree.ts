import type { StartData } from './queries/start.graphql.ts'

/** A topic with its parent. */
interface TopicInTree {
  readonly key: string
  readonly broader: { readonly key: string } | null
}

/** A topic with its number, and whether it has a parent topic. */
interface TopicRow<T> {
  readonly topic: T
  readonly count: number
  readonly isWithin: boolean
}

/** Topics by their numbers, each followed by its subtopics. */
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

/** The topics by how many agreements mention each, and how many agreements have no known topic. */
export function countedTopics({ topics, statistics }: Pick<StartData, 'topics' | 'statistics'>) {
  const counts = new Map(
    statistics.map(({ key, agreements }) => [key, agreements.transcribed + agreements.catalogued]),
  )
  return { rows: topicTree(topics.nodes, ({ key }) => counts.get(key) ?? 0), without: counts.get(null) ?? 0 }
}
