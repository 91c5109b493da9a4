import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { ExpectedCommitment, ExpectedRecord } from '../../src/ingest/evaluate.ts'

interface Commitment {
  readonly text: string
  readonly topics?: string[]
  readonly actors?: string[]
  /** "at_least 15 trafikkontroller per year" */
  readonly target?: string
}

interface Written {
  readonly text: string
  readonly url?: string
  readonly expected: {
    readonly municipalities: string[]
    readonly policeArea: string | null
    readonly period: [string, string | null] | null
    readonly signedOn: string | null
    readonly promises?: Commitment[]
    readonly activities?: Commitment[]
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

/** A made-up document with what is to be read from it. */
export interface MadeUpDocument {
  readonly name: string
  readonly text: string
  readonly url: string | null
  readonly expected: ExpectedRecord
  readonly followUps: number | null
}

/** The made-up documents of a folder of test/ingest. */
export function madeUpDocuments(folder: string): MadeUpDocument[] {
  const path = join('test/ingest', folder)
  return readdirSync(path)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const written: Written = parse(readFileSync(join(path, file), 'utf8'))
      const { text, expected, url = null } = written
      const name = file.replace('.yaml', '')
      return {
        name,
        text,
        url,
        expected: recordOf(name, text, expected),
        followUps: expected.followUps ?? null,
      }
    })
}

function recordOf(document: string, text: string, expected: Written['expected']): ExpectedRecord {
  let from = 0
  const commitment = (each: Commitment): ExpectedCommitment => {
    // Items stand in their order, so that words that are there twice are found at the right place.
    const after = text.indexOf(each.text, from)
    const at = after >= 0 ? after : text.indexOf(each.text)
    if (at < 0) throw new Error(`${document}: "${each.text}" does not stand in the text`)
    from = at
    return {
      text: { words: each.text, at: [at, at + each.text.length] },
      topics: each.topics ?? [],
      actors: each.actors?.map((id) => ({ id })),
      target: each.target === undefined ? null : targetOf(each.target),
    }
  }
  const promises = (expected.promises ?? []).map(commitment)
  from = 0
  const activities = (expected.activities ?? []).map(commitment)
  return {
    municipalities: expected.municipalities.map((code) => ({ code })),
    policeArea: expected.policeArea === null ? null : { id: expected.policeArea },
    period: { start: expected.period?.[0] ?? null, end: expected.period?.[1] ?? null },
    signing: { on: expected.signedOn },
    signatures: (expected.signatories ?? []).map(
      ({ name, role, organisation, capacity, acting = false }) => ({
        name: { words: name },
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

function targetOf(words: string): NonNullable<ExpectedCommitment['target']> {
  const match = /^(\w+) ([\d.]+) (.+?)(?: per (\w+))?$/.exec(words)
  if (!match) throw new Error(`"${words}" is no target`)
  const [, operator = '', value, unit = '', per = null] = match
  return { operator, value: Number(value), unit, per }
}
