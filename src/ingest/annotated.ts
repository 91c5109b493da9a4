import { parse } from 'yaml'
import type { TextRange } from '../common/text-range.ts'
import type { ExpectedCommitment, ExpectedRecord } from './expected-record.ts'

// Annotated documents: a text together with what a person would read from it. The made-up documents of the tests
// have this form; the second reader is trained on them, and the rules are measured against them.

interface WrittenCommitment {
  readonly text: string
  readonly topics?: string[]
  readonly actors?: string[]
  /** "at_least 15 trafikkontroller per year", "between 5 and 10 kontroller" */
  readonly target?: string
}

interface WrittenDocument {
  readonly text: string
  readonly url?: string
  readonly expected: {
    readonly municipalities: string[]
    readonly policeArea: string | null
    readonly period: [string, string | null] | null
    readonly signedOn: string | null
    readonly promises?: WrittenCommitment[]
    readonly activities?: WrittenCommitment[]
    readonly signatories?: {
      name: string
      role: string | null
      organisation: string
      capacity: string
      acting?: boolean
    }[]
    readonly followUps?: number
  }
}

/** A text with the values that should be read from it. */
export interface AnnotatedDocument {
  readonly name: string
  readonly text: string
  readonly url: string | null
  readonly expected: ExpectedRecord
  readonly followUps: number | null
}

/** Reads an annotated document from its YAML. Throws if the words of an annotation are not in the text. */
export function annotatedDocument(name: string, yaml: string): AnnotatedDocument {
  const written: WrittenDocument = parse(yaml)
  const { text, expected, url = null } = written
  return {
    name,
    text,
    url,
    expected: expectedRecord(name, text, expected),
    followUps: expected.followUps ?? null,
  }
}

function expectedRecord(name: string, text: string, expected: WrittenDocument['expected']): ExpectedRecord {
  const { promises: wanted = [], activities: others = [] } = expected
  // If no commitment of a document has topics, its annotator has not stated them.
  const hasTopics = [...wanted, ...others].some(({ topics }) => topics !== undefined)
  let from = 0
  const commitment = (each: WrittenCommitment): ExpectedCommitment => {
    // Items are given in order, so that words that occur twice are matched to the right place.
    const after = text.indexOf(each.text, from)
    const at = after >= 0 ? after : text.indexOf(each.text)
    if (at < 0) throw new Error(`${name}: "${each.text}" is not in the text`)
    from = at
    return {
      text: { words: each.text, at: [at, at + each.text.length] },
      topics: hasTopics ? (each.topics ?? []) : undefined,
      actors: each.actors?.map((id) => ({ id })),
      target: each.target === undefined ? null : writtenTarget(each.target),
    }
  }
  const promises = wanted.map(commitment)
  from = 0
  const activities = others.map(commitment)
  return {
    municipalities: expected.municipalities.map((code) => ({ code })),
    policeArea: expected.policeArea === null ? null : { id: expected.policeArea },
    period: { start: expected.period?.[0] ?? null, end: expected.period?.[1] ?? null },
    signing: { on: expected.signedOn },
    signatures: (expected.signatories ?? []).map(
      ({ name: words, role, organisation, capacity, acting = false }) => ({
        name: { words, ...placeOfName(text, words) },
        role,
        capacity,
        acting,
        organisation: { kind: organisation },
      }),
    ),
    promises,
    activities,
  }
}

/** A name stands last where somebody signs. Nobody's name is written where a row of the text divides it. */
function placeOfName(text: string, words: string): { readonly at?: TextRange } {
  const start = text.lastIndexOf(words)
  return start < 0 ? {} : { at: [start, start + words.length] }
}

function writtenTarget(words: string): NonNullable<ExpectedCommitment['target']> {
  const match = /^(\w+) ([\d.]+)(?: and ([\d.]+))? (.+?)(?: per (\w+))?$/.exec(words)
  if (!match)
    throw new Error(
      `"${words}" is not a valid target; write one such as at_least 15 trafikkontroller per year`,
    )
  const [, operator = '', value, valueTo, unit = '', per = null] = match
  return {
    operator,
    value: Number(value),
    valueTo: valueTo === undefined ? null : Number(valueTo),
    unit,
    per,
  }
}
