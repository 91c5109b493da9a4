import type { TextRange } from '../common/text-range.ts'
import { isFields, isQuote } from '../records/field.ts'
import { saidIn } from '../records/said.ts'
import type { DraftRecord } from './draft.ts'
import {
  type ExpectedCommitment,
  type ExpectedRecord,
  type ScoredPart,
  scoredParts,
} from './expected-record.ts'
import { type Placed, type PlacedPair, pairUp } from './placed-pairs.ts'

// A draft is compared with those parts of a reviewed record that are scored. Commitments are matched by where
// their words are: two are the same if they share at least half of the characters that either has, and each is
// matched once, the largest share first. Their parts, such as actors and targets, belong to their commitment,
// whichever of the two lists it is in, so that a commitment of the wrong kind is one mistake and not four.

const WHOLE = [
  'municipality',
  'police area',
  'period',
  'signing date',
  'signatories',
  'promises',
  'activities',
] as const
const AROUND = ['relations', 'findings', 'follow-ups'] as const

/** What the record says of the whole agreement, and of numbers: counted together. */
const FACTS: ReadonlySet<string> = new Set([
  'municipality',
  'police area',
  'period',
  'signing date',
  'signatories',
  'targets',
] satisfies EvaluatedField[])

/** The names of parts whose name differs from that of their field. */
const NAMES = { target: 'targets', deadline: 'deadlines', targetGroup: 'target groups' } as const
type DetailOf<P extends ScoredPart> = P extends keyof typeof NAMES ? (typeof NAMES)[P] : P

export type EvaluatedField = (typeof WHOLE)[number] | DetailOf<ScoredPart> | (typeof AROUND)[number]

/** What is counted over several fields: the facts, and promises and activities regardless of their kind. */
export const SUMS = ['facts', 'either kind'] as const

/** What is scored, in the order in which it is printed. */
export const FIELDS: readonly EvaluatedField[] = [...WHOLE, ...scoredParts.map(fieldOfPart), ...AROUND]

function fieldOfPart<P extends ScoredPart>(part: P): DetailOf<P> {
  const names: { readonly [part: string]: string } = NAMES
  return (names[part] ?? part) as DetailOf<P> // mirrors the type of the same name
}

/** One value that the draft lacks, or has but the record does not. */
export interface Miss {
  readonly document: string
  readonly field: EvaluatedField
  readonly kind: 'missing' | 'extra'
  readonly value: string
  /** Where the words of the value, or of the promise or activity that it belongs to, stand in the text. */
  readonly at?: TextRange
}

export interface Score {
  readonly right: number
  readonly missing: number
  readonly extra: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export interface Evaluation {
  readonly scores: { readonly [field in EvaluatedField]: Score }
  readonly sums: { readonly [sum in (typeof SUMS)[number]]: Score }
  readonly misses: readonly Miss[]
}

/** Compares drafts with the reviewed records of the same documents. */
export function evaluate(
  pairs: readonly {
    readonly document: string
    readonly draft: DraftRecord
    readonly expected: ExpectedRecord
  }[],
): Evaluation {
  const right = new Map<EvaluatedField, number>()
  const misses: Miss[] = []
  const either = { right: 0, missing: 0, extra: 0 }
  for (const { document, draft, expected } of pairs) {
    for (const [field, { wanted, found }] of Object.entries(comparedValues(draft, expected)) as [
      EvaluatedField,
      Both,
    ][]) {
      const left = [...found]
      for (const each of wanted) {
        const index = left.findIndex(({ value }) => value === each.value)
        if (index < 0) misses.push({ document, field, kind: 'missing', ...each })
        else {
          left.splice(index, 1)
          right.set(field, (right.get(field) ?? 0) + 1)
        }
      }
      for (const each of left) misses.push({ document, field, kind: 'extra', ...each })
    }
    for (const { wanted, found } of commitmentPairs(draft, expected))
      either[wanted && found ? 'right' : wanted ? 'missing' : 'extra']++
  }
  const scores = FIELDS.map((field) => {
    const count = (kind: Miss['kind']) =>
      misses.filter((miss) => miss.field === field && miss.kind === kind).length
    return [field, score(right.get(field) ?? 0, count('missing'), count('extra'))] as const
  })
  const facts = scores.filter(([field]) => FACTS.has(field)).map(([, each]) => each)
  const sum = (count: 'right' | 'missing' | 'extra') => facts.reduce((all, each) => all + each[count], 0)
  return {
    scores: Object.fromEntries(scores) as { [field in EvaluatedField]: Score },
    sums: {
      facts: score(sum('right'), sum('missing'), sum('extra')),
      'either kind': score(either.right, either.missing, either.extra),
    },
    misses,
  }
}

/** The promises and activities of a record with those of the draft, regardless of their kind. */
export function commitmentPairs(draft: DraftRecord, expected: ExpectedRecord) {
  return pairUp<ExpectedCommitment>(
    [...expected.promises, ...expected.activities],
    [...draft.promises, ...draft.activities],
  )
}

/** If there was nothing to find and nothing was found, everything is right. */
function score(right: number, missing: number, extra: number): Score {
  const precision = right + extra === 0 ? 1 : right / (right + extra)
  const recall = right + missing === 0 ? 1 : right / (right + missing)
  const f1 = right === 0 ? (missing + extra === 0 ? 1 : 0) : (2 * precision * recall) / (precision + recall)
  return { right, missing, extra, precision, recall, f1 }
}

interface ComparedValue {
  readonly value: string
  readonly at?: TextRange
}

interface Both {
  readonly wanted: readonly ComparedValue[]
  readonly found: readonly ComparedValue[]
}

function comparedValues(draft: DraftRecord, expected: ExpectedRecord): { [field in EvaluatedField]: Both } {
  const both = (read: (record: ExpectedRecord) => readonly ComparedValue[]): Both => ({
    wanted: read(expected),
    found: read(draft),
  })
  const commitments = commitmentPairs(draft, expected)
  return {
    municipality: both(({ municipalities }) => municipalities.map(({ code }) => ({ value: code }))),
    'police area': both(({ policeArea }) => (policeArea ? [{ value: policeArea.id }] : [])),
    period: both(({ period: { start, end } }) =>
      (start ?? end) ? [{ value: `${start ?? ''}/${end ?? ''}` }] : [],
    ),
    'signing date': both(({ signing: { on } }) => (on === null ? [] : [{ value: on }])),
    signatories: both(({ signatures }) =>
      signatures.map((each) => ({ value: saidOfSignature(each), ...knownPlace(each.name) })),
    ),
    promises: namedParts(pairUp(expected.promises, draft.promises)),
    activities: namedParts(pairUp(expected.activities, draft.activities)),
    ...detailsOf(commitments),
    relations: placedParts(expected.relations, draft.relations, ({ relation }) => `${relation} `),
    findings: placedParts(expected.findings, draft.findings, ({ kind }) => `${kind} `),
    'follow-ups': placedParts(expected.followUps, draft.followUps),
  }
}

/** The place of words, if it is known: that of a name is not in an annotated document. */
function knownPlace({ at }: { readonly at?: TextRange }): { readonly at?: TextRange } {
  return at ? { at } : {}
}

/** The compared fields of a signatory. */
export function saidOfSignature({
  name,
  role,
  capacity,
  acting,
  organisation: { kind },
}: ExpectedRecord['signatures'][number]): string {
  const words = [name.words, role ?? 'role not in our list', kind, capacity, ...(acting ? ['acting'] : [])]
  return words.join(', ')
}

/** What is stated of each part of the commitments. */
function detailsOf(commitments: readonly PlacedPair<ExpectedCommitment>[]) {
  const each = scoredParts.map((part) => [
    fieldOfPart(part),
    details(commitments, (commitment) =>
      commitment[part] === undefined ? undefined : partValues(part, commitment[part]),
    ),
  ])
  return Object.fromEntries(each) as { [F in DetailOf<ScoredPart>]: Both } // one for each
}

/**
 * The compared values of a part: of an actor its identity, of a part that consists of words these, of the others everything
 * but their words. What a target counts, and to which promise an activity belongs, is for the editor to decide.
 */
export function partValues(part: ScoredPart, value: unknown): readonly string[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.map((each) => (part === 'actors' ? String(each.id) : saidIn(each)))
  if (isQuote(value)) return [value.words]
  return [saidIn(part === 'target' && isFields(value) ? { ...value, what: null } : value)]
}

/** Gives each matched pair one name, so that both count as the same. */
function namedParts(pairs: readonly PlacedPair<Placed>[]): Both {
  return onBothSides(pairs, (pair, { text }) => [{ value: pair.name, at: text.at }])
}

/** Parts that are matched by where their words are, and compared by their other values. */
function placedParts<T extends Placed>(
  wanted: readonly T[] | undefined,
  found: readonly T[],
  kindOf: (part: T) => string = () => '',
): Both {
  if (wanted === undefined) return { wanted: [], found: [] }
  return onBothSides(pairUp(wanted, found), (pair, part) => [
    { value: `${kindOf(part)}${pair.name}`, at: part.text.at },
  ])
}

function details(
  pairs: readonly PlacedPair<ExpectedCommitment>[],
  read: (commitment: ExpectedCommitment) => readonly string[] | undefined,
): Both {
  const scored = pairs.filter(({ wanted }) => wanted === null || read(wanted) !== undefined)
  return onBothSides(scored, (pair, commitment) =>
    (read(commitment) ?? []).map((value) => ({ value: `${value}: ${pair.name}`, at: commitment.text.at })),
  )
}

function onBothSides<T extends Placed>(
  pairs: readonly PlacedPair<T>[],
  read: (pair: PlacedPair<T>, part: T) => readonly ComparedValue[],
): Both {
  const side = (of: 'wanted' | 'found') =>
    pairs.flatMap((pair) => {
      const part = pair[of]
      return part ? read(pair, part) : []
    })
  return { wanted: side('wanted'), found: side('found') }
}
