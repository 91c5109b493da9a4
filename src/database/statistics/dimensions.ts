import { type Text, type Vocabulary, valuesOf } from '../../datasets/dataset.ts'
import { agreementKind, extent } from '../../datasets/vocabularies/agreements.ts'
import { outcomeState } from '../../datasets/vocabularies/outcomes.ts'
import { targetWhat } from '../../datasets/vocabularies/target-what.ts'
import type { AgreementFact, AxisName, AxisRow, CommitmentTraits, Facts } from './facts.ts'

type GroupKeys = readonly (string | null)[]

/** A grouping of agreements, promises and activities. One of them may be in several groups. */
interface Dimension {
  /** The groups, in the order of their keys. */
  readonly axis: (facts: Facts) => Iterable<Pick<AxisRow, 'key' | 'sv' | 'en'>>
  /** The label of the group for those that are in no other. */
  readonly others: Text
  /** The keys of an agreement's groups; null for the group of others. If empty, it is in no group. */
  readonly agreement: (agreement: AgreementFact, facts: Facts) => GroupKeys
  /** The same for a promise or an activity, by one of its lists; by default the groups of its agreement. */
  readonly commitment?: {
    readonly list: (traits: CommitmentTraits) => readonly string[]
    readonly keys: (list: readonly string[], facts: Facts) => GroupKeys
  }
}

const orOthers = (keys: readonly string[]): GroupKeys => (keys.length > 0 ? keys : [null])
const axisOf = (name: AxisName) => (facts: Facts) => facts.axes[name].values()
const withinOf = ({ axes }: Facts, name: AxisName, key: string) => axes[name].get(key)?.within ?? null

const countiesOf = ({ municipalities }: AgreementFact, facts: Facts) =>
  municipalities.flatMap((code) => withinOf(facts, 'municipality', code) ?? [])

/** The last year of an open-ended period: the year of the data, or a later one that another known period reaches. */
function lastYearOf({ agreements, year }: Facts): number {
  return agreements.reduce((last, each) => Math.max(last, each.lastYear ?? each.firstYear ?? last), year)
}

function periodYears({ firstYear, lastYear }: AgreementFact, facts: Facts): string[] {
  if (firstYear === null) return []
  const last = lastYear ?? lastYearOf(facts)
  return Array.from({ length: last - firstYear + 1 }, (_, at) => String(firstYear + at))
}

function yearAxis(facts: Facts) {
  const first = facts.agreements.reduce((least, each) => Math.min(least, each.firstYear ?? least), Infinity)
  if (first === Infinity) return []
  const years = Array.from({ length: lastYearOf(facts) - first + 1 }, (_, at) => String(first + at))
  return years.map((year) => ({ key: year, sv: year, en: year }))
}

/** A topic with all broader topics. */
function upward(topic: string, facts: Facts): string[] {
  const broader = withinOf(facts, 'topic', topic)
  return broader === null ? [topic] : [topic, ...upward(broader, facts)]
}

function byTopic(keys: (topics: readonly string[], facts: Facts) => readonly string[]): Dimension {
  return {
    axis: axisOf('topic'),
    others: { sv: 'Inget ämne', en: 'No topic' },
    agreement: ({ topics }, facts) => orOthers(keys(topics, facts)),
    commitment: { list: ({ topics }) => topics, keys: (topics, facts) => orOthers(keys(topics, facts)) },
  }
}

/** The traits of an agreement's promises and activities, each once. */
const traitsIn = ({ commitments }: AgreementFact) => [...new Set(commitments.map(({ traits }) => traits))]

/** A grouping by a property of promises and activities. An agreement is in the groups of its own, if any are listed. */
function byCommitment(
  axis: Dimension['axis'],
  others: Text,
  own: (commitment: CommitmentTraits) => readonly string[],
  ofAgreement: (agreement: AgreementFact) => readonly string[] = (agreement) =>
    traitsIn(agreement).flatMap(own),
): Dimension {
  return {
    axis,
    others,
    agreement: (agreement) => {
      const keys = ofAgreement(agreement)
      return keys.length > 0 ? keys : agreement.seen === 'none_listed' ? [] : [null]
    },
    commitment: { list: own, keys: orOthers },
  }
}

function vocabularyAxis(vocabulary: Vocabulary): Dimension['axis'] {
  const rows = valuesOf(vocabulary).map((key) => ({
    key,
    ...(vocabulary.values[key] ?? { sv: key, en: key }),
  }))
  const sorted = rows.sort((one, other) => (one.key < other.key ? -1 : 1))
  return () => sorted
}

const noActor = { sv: 'Ingen namngiven aktör', en: 'No named actor' }
const actorsOf = (agreement: AgreementFact) => traitsIn(agreement).flatMap(({ actors }) => actors)

/** All groupings of `statistics`. */
export const dimensions = {
  ALL: {
    axis: () => [{ key: 'all', sv: 'Allt', en: 'Everything' }],
    others: { sv: 'Inget', en: 'Nothing' },
    agreement: () => ['all'],
  },
  MUNICIPALITY: {
    axis: axisOf('municipality'),
    others: { sv: 'Ingen kommun', en: 'No municipality' },
    agreement: ({ municipalities }) => municipalities,
  },
  COUNTY: {
    axis: axisOf('county'),
    others: { sv: 'Inget län', en: 'No county' },
    agreement: countiesOf,
  },
  POLICE_REGION: {
    axis: axisOf('policeRegion'),
    others: { sv: 'Ingen polisregion', en: 'No police region' },
    agreement: (agreement, facts) =>
      countiesOf(agreement, facts).flatMap((code) => withinOf(facts, 'county', code) ?? []),
  },
  POLICE_AREA: {
    axis: axisOf('policeArea'),
    others: { sv: 'Källan namnger inget', en: 'The source names none' },
    agreement: ({ policeArea }) => [policeArea],
  },
  YEAR: {
    axis: yearAxis,
    others: { sv: 'Okänd period', en: 'Unknown period' },
    agreement: (agreement, facts) => orOthers(periodYears(agreement, facts)),
  },
  EXTENT: {
    axis: vocabularyAxis(extent),
    others: { sv: 'Okänd omfattning', en: 'Unknown extent' },
    agreement: (agreement) => [agreement.extent],
  },
  KIND: {
    axis: vocabularyAxis(agreementKind),
    others: { sv: 'Okänd typ', en: 'Unknown kind' },
    agreement: ({ kind }) => [kind],
  },
  TOPIC: byTopic((topics, facts) => topics.flatMap((topic) => upward(topic, facts))),
  TOPIC_ITSELF: byTopic((topics) => topics),
  ACTOR: byCommitment(axisOf('actor'), noActor, ({ actorsOfAll }) => actorsOfAll, actorsOf),
  ACTOR_ITSELF: byCommitment(axisOf('actor'), noActor, ({ actors }) => actors, actorsOf),
  TARGET_WHAT: byCommitment(
    vocabularyAxis(targetWhat),
    {
      sv: 'Inget tal, eller inget som räknas likadant',
      en: 'No number, or of nothing that is counted alike',
    },
    ({ targets }) => targets,
  ),
  REPORTED_STATE: byCommitment(
    vocabularyAxis(outcomeState),
    { sv: 'Inget redovisat utfall är känt', en: 'No reported outcome is known' },
    ({ states }) => states,
    (agreement) => [...agreement.states, ...traitsIn(agreement).flatMap(({ states }) => states)],
  ),
} as const satisfies { readonly [name: string]: Dimension }

export type DimensionName = keyof typeof dimensions

/** The groups of one dimension, and the groups of each agreement and each promise or activity, by number. */
export interface Grouped {
  /** The last one is the group of others. */
  readonly groups: readonly { readonly key: string | null; readonly label: Text }[]
  readonly ofAgreement: (agreement: AgreementFact) => readonly number[]
  /** Null if promises and activities are in the groups of their agreement. */
  readonly ofCommitment: ((traits: CommitmentTraits) => readonly number[]) | null
}

/** Groups facts by one dimension. */
export function groupedBy(name: DimensionName, facts: Facts): Grouped {
  const { axis, others, agreement, commitment }: Dimension = dimensions[name]
  const rows = [...axis(facts)]
  const numbers = new Map<string | null, number>(rows.map(({ key }, at) => [key, at]))
  numbers.set(null, rows.length)
  const numbersOf = (keys: GroupKeys) => [...new Set(keys.flatMap((key) => numbers.get(key) ?? []))]
  return {
    groups: [...rows.map(({ key, sv, en }) => ({ key, label: { sv, en } })), { key: null, label: others }],
    ofAgreement: memoized((fact) => numbersOf(agreement(fact, facts))),
    ofCommitment: commitment
      ? byList(commitment.list, (list) => numbersOf(commitment.keys(list, facts)))
      : null,
  }
}

/** Promises and activities share their lists, of which there are few. */
function byList<V>(
  listOf: (traits: CommitmentTraits) => readonly string[],
  of: (list: readonly string[]) => V,
): (traits: CommitmentTraits) => V {
  const value = memoized(of)
  return (traits) => value(listOf(traits))
}

/** A function that works out the value of each object once. */
function memoized<K, V>(of: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const value = known.get(key)
    if (value !== undefined) return value
    const made = of(key)
    known.set(key, made)
    return made
  }
}
