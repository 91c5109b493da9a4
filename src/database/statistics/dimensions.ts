import { type Text, type Vocabulary, valuesOf } from '../../datasets/dataset.ts'
import { agreementKind, extent } from '../../datasets/vocabularies/agreements.ts'
import { outcomeState } from '../../datasets/vocabularies/outcomes.ts'
import { targetWhat } from '../../datasets/vocabularies/target-what.ts'
import type { AgreementFact, AxisName, CommitmentFact, Facts } from './facts.ts'

type GroupKeys = readonly (string | null)[]

/** A group by its key, with its label. */
interface AxisGroup {
  readonly key: string
  readonly sv: string
  readonly en: string
}

/** A grouping of agreements, promises and activities. One of them may be in several groups. */
interface Dimension {
  /** The groups, in the order of their keys. */
  readonly axis: (facts: Facts) => readonly AxisGroup[]
  /** The label of the group for those that are in no other. */
  readonly others: Text
  /** The keys of an agreement's groups; null for the group of others. If empty, it is in no group. */
  readonly agreement: (agreement: AgreementFact, facts: Facts) => GroupKeys
  /** The same for a promise or an activity; by default the groups of its agreement. */
  readonly commitment?: (commitment: CommitmentFact, facts: Facts) => GroupKeys
}

const orOthers = (keys: readonly string[]): GroupKeys => (keys.length > 0 ? keys : [null])
const axisOf = (name: AxisName) => (facts: Facts) => [...facts.axes[name].values()]
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
    commitment: ({ topics }, facts) => orOthers(keys(topics, facts)),
  }
}

const withActivities = (commitment: CommitmentFact) => [commitment, ...commitment.activities]

/** A grouping by a property of promises and activities. An agreement is in the groups of its own, if any are listed. */
function byCommitment(
  axis: Dimension['axis'],
  others: Text,
  own: (commitment: CommitmentFact) => readonly string[],
  ofAgreement: (agreement: AgreementFact) => readonly string[] = ({ commitments }) =>
    commitments.flatMap(own),
): Dimension {
  return {
    axis,
    others,
    agreement: (agreement) => {
      const keys = ofAgreement(agreement)
      return keys.length > 0 ? keys : agreement.seen === 'none_listed' ? [] : [null]
    },
    commitment: (commitment) => orOthers(own(commitment)),
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
const actorsOfAll = ({ commitments }: AgreementFact) => commitments.flatMap(({ actors }) => actors)

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
  ACTOR: byCommitment(
    axisOf('actor'),
    noActor,
    (commitment) => withActivities(commitment).flatMap(({ actors }) => actors),
    actorsOfAll,
  ),
  ACTOR_ITSELF: byCommitment(axisOf('actor'), noActor, ({ actors }) => actors, actorsOfAll),
  TARGET_WHAT: byCommitment(
    vocabularyAxis(targetWhat),
    {
      sv: 'Inget tal, eller inget som räknas likadant',
      en: 'No number, or of nothing that is counted alike',
    },
    ({ what, hasTarget }) => (hasTarget && what !== null ? [what] : []),
  ),
  REPORTED_STATE: byCommitment(
    vocabularyAxis(outcomeState),
    { sv: 'Inget redovisat utfall är känt', en: 'No reported outcome is known' },
    ({ states }) => states,
    ({ states, commitments }) => [...states, ...commitments.flatMap((each) => each.states)],
  ),
} as const satisfies { readonly [name: string]: Dimension }

export type DimensionName = keyof typeof dimensions

/** The groups of one dimension, and the groups of each agreement and each promise or activity, by number. */
export interface Grouped {
  /** The last one is the group of others. */
  readonly groups: readonly { readonly key: string | null; readonly label: Text }[]
  readonly ofAgreement: (agreement: AgreementFact) => readonly number[]
  readonly ofCommitment: (commitment: CommitmentFact) => readonly number[]
  /** Whether promises and activities may be in other groups than their agreement. */
  readonly hasOwn: boolean
}

/** Groups facts by one dimension. */
export function groupedBy(name: DimensionName, facts: Facts): Grouped {
  const { axis, others, agreement, commitment }: Dimension = dimensions[name]
  const rows = axis(facts)
  const numbers = new Map<string | null, number>(rows.map(({ key }, at) => [key, at]))
  numbers.set(null, rows.length)
  const numbersOf = (keys: GroupKeys) => [...new Set(keys.flatMap((key) => numbers.get(key) ?? []))]
  const ofAgreement = keptByFact((fact: AgreementFact) => numbersOf(agreement(fact, facts)))
  return {
    groups: [...rows.map(({ key, sv, en }) => ({ key, label: { sv, en } })), { key: null, label: others }],
    ofAgreement,
    hasOwn: commitment !== undefined,
    ofCommitment: commitment
      ? keptByFact((fact: CommitmentFact) => numbersOf(commitment(fact, facts)))
      : (fact) => ofAgreement(fact.agreement),
  }
}

/** A function of facts whose results are kept. */
function keptByFact<F>(of: (fact: F) => readonly number[]): (fact: F) => readonly number[] {
  const known = new Map<F, readonly number[]>()
  return (fact) => {
    const numbers = known.get(fact) ?? of(fact)
    known.set(fact, numbers)
    return numbers
  }
}
