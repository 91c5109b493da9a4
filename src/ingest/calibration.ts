import type { Draft, DraftRecord } from './draft.ts'
import { commitmentPairs, partValues, saidOfSignature } from './evaluate.ts'
import type { ExpectedCommitment, ExpectedRecord, ScoredPart } from './expected-record.ts'
import { pairUp } from './placed-pairs.ts'

// Calibration of confidence: of the values that a draft reports with some confidence, the share that is right. Only
// values that the reviewed record also states are counted.

/** The lowest confidence of each band of the table, in descending order. */
const BANDS = [0.9, 0.75, 0.5, 0] as const

/** How many values of one field in one band of confidence are right. */
export interface CalibrationRow {
  /** `period`, or `promises: actors`. */
  readonly field: string
  readonly band: (typeof BANDS)[number]
  readonly values: number
  readonly right: number
}

/** A whole draft, with the reviewed record of the same document. */
export interface ComparedDraft {
  readonly draft: Draft
  readonly expected: ExpectedRecord
}

/** Counts how many values of each field and band are right, in the order in which the drafts list them. */
export function calibrationOf(documents: readonly ComparedDraft[]): CalibrationRow[] {
  const counts = new Map<string, Map<CalibrationRow['band'], { values: number; right: number }>>()
  for (const { draft, expected } of documents) {
    const judge = judgeOf(draft.record, expected)
    for (const { value, confidence } of draft.readings) {
      const judged = judge(value)
      if (judged === null) continue
      const band = BANDS.find((least) => confidence >= least) ?? 0
      const bands = counts.get(judged.field) ?? new Map()
      const count = bands.get(band) ?? { values: 0, right: 0 }
      bands.set(band, { values: count.values + 1, right: count.right + (judged.isRight ? 1 : 0) })
      counts.set(judged.field, bands)
    }
  }
  return [...counts].flatMap(([field, bands]) =>
    BANDS.flatMap((band) => {
      const count = bands.get(band)
      return count ? [{ field, band, ...count }] : []
    }),
  )
}

const VALUE = /^(\w+)(?:#(\d+))?(?:\.(\w+)(?:#(\d+))?)?$/

/** Tells which field a value of a draft (`activities#2.target`) belongs to, and whether the record agrees. */
function judgeOf(draft: DraftRecord, expected: ExpectedRecord) {
  const lists = { promises: draft.promises, activities: draft.activities }
  const ofKind = {
    promises: pairUp<ExpectedCommitment>(expected.promises, draft.promises),
    activities: pairUp<ExpectedCommitment>(expected.activities, draft.activities),
  }
  const ofEither = commitmentPairs(draft, expected)
  const whole = (name: string, index: number): boolean | null => {
    switch (name) {
      case 'municipalities':
        return expected.municipalities.some(({ code }) => code === draft.municipalities[index]?.code)
      case 'policeArea':
        return expected.policeArea?.id === draft.policeArea?.id
      case 'period':
        return (
          expected.period.start === draft.period.start && (expected.period.end ?? null) === draft.period.end
        )
      case 'signing':
        return expected.signing.on === draft.signing.on
      case 'signatures': {
        const [signature] = draft.signatures.slice(index, index + 1)
        return signature
          ? expected.signatures.map(saidOfSignature).includes(saidOfSignature(signature))
          : null
      }
      default:
        return null
    }
  }
  return (value: string): { field: string; isRight: boolean } | null => {
    const [, name = '', number, part, item] = VALUE.exec(value) ?? []
    const index = Number(number ?? 1) - 1
    if (name !== 'promises' && name !== 'activities') {
      const isRight = whole(name, index)
      return isRight === null ? null : { field: name, isRight }
    }
    const found = lists[name][index]
    if (!found || part === undefined) return null
    if (part === 'text') {
      const pair = ofKind[name].find((each) => each.found === found)
      return { field: name, isRight: pair?.wanted != null }
    }
    const wanted = ofEither.find((each) => each.found === found)?.wanted
    const said = part as ScoredPart // a reading always belongs to a part of the record
    if (!wanted || wanted[said] === undefined) return null
    const parts: { readonly [P in ScoredPart]?: unknown } = found // a promise lacks what only activities have
    const own = partValues(said, parts[said])
    const right = partValues(said, wanted[said])
    const mine = item === undefined ? own : own.slice(Number(item) - 1, Number(item))
    return { field: `${name}: ${part}`, isRight: mine.every((each) => right.includes(each)) }
  }
}
