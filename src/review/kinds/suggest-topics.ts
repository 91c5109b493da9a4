import { commitmentOf } from '../record/places.ts'
import type { Commitment, Unfinished } from '../record/unfinished.ts'
import type { Reference } from './reference.ts'

/**
 * Topics that a promise or an activity may have, most likely first: those of its promises, of items under the same
 * heading, of the agreement in the catalogue, and of the rest of the record.
 */
export function suggestedTopics(record: Unfinished, item: string | null, reference: Reference): string[] {
  const own = commitmentOf(record, item)
  const all: readonly Commitment[] = [...record.promises, ...record.activities]
  const others = all.filter(({ id }) => id !== item)
  const goals = new Set(own?.promises?.map(({ id }) => id) ?? [])
  const heading = own?.heading?.words
  const votes = new Map<string, number>()
  const vote = (topics: readonly string[], weight: number) => {
    for (const topic of topics) votes.set(topic, (votes.get(topic) ?? 0) + weight)
  }
  vote(own?.topics ?? [], OWN)
  for (const each of others) {
    vote(each.topics, 1)
    if (goals.has(each.id) || each.promises?.some(({ id }) => id === item)) vote(each.topics, GOAL)
    if (heading !== undefined && each.heading?.words === heading) vote(each.topics, SAME_HEADING)
  }
  vote(reference.catalogued.get(record.id ?? '')?.topics ?? [], CATALOGUED)
  return [...votes].sort(([, one], [, other]) => other - one).map(([topic]) => topic)
}

// Each occurrence elsewhere in the record counts one: however many, they do not outweigh the promises of the item itself.
const OWN = 1_000_000
const GOAL = 10_000
const SAME_HEADING = 100
const CATALOGUED = 50
