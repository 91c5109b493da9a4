import type { ContestantName } from './contestants.ts'
import type { Turn } from './measure.ts'
import type { QuestionName } from './questions.ts'

/** What the turns of one server at one question with so many connections come to. */
export interface Cell {
  readonly contestant: ContestantName
  readonly question: QuestionName
  readonly connections: number
  /** Answers a second: the median of the rounds. */
  readonly perSecond: number
  readonly megabytesPerSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** The server's own processor time for an answer; null where the system does not tell. */
  readonly cpuMsPerAnswer: number | null
}

/** Sums up the turns: a cell for each server, question and number of connections. */
export function summarise(turns: readonly Turn[]): Cell[] {
  const groups = Map.groupBy(turns, (turn) => `${turn.contestant} ${turn.question} ${turn.connections}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first ? [cellOf(first, group)] : []
  })
}

function cellOf({ contestant, question, connections }: Turn, turns: readonly Turn[]): Cell {
  const loads = turns.map(({ load }) => load)
  const latencies = Float64Array.from(loads.flatMap(({ latenciesMs }) => [...latenciesMs])).sort()
  const answers = latencies.length
  const cpuMs = turns.map((turn) => turn.cpuMs)
  return {
    contestant,
    question,
    connections,
    perSecond: median(loads.map((load) => load.answers / load.seconds)),
    megabytesPerSecond: median(loads.map((load) => load.bytes / load.seconds)) / 1e6,
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    cpuMsPerAnswer: cpuMs.includes(null)
      ? null
      : cpuMs.reduce<number>((sum, ms) => sum + (ms ?? 0), 0) / answers,
  }
}

/** Which turns a number is about. */
export interface Where {
  readonly question: QuestionName
  readonly connections: number
}

/** A figure of a turn: more is better. */
export type Figure = (turn: Turn) => number | null

export const answersPerSecond: Figure = ({ load }) => load.answers / load.seconds

export const answersPerCpuSecond: Figure = ({ load, cpuMs }) => (cpuMs ? load.answers / cpuMs : null)

/** A ratio over some rounds. */
export interface Ratio {
  readonly median: number
  readonly least: number
  readonly most: number
}

/** A figure of one server as a multiple of another's, round by round; null where either is not known. */
export function ratio(
  turns: readonly Turn[],
  { question, connections }: Where,
  [own, other]: readonly [ContestantName, ContestantName],
  figure: Figure,
): Ratio | null {
  const here = turns.filter((turn) => turn.question === question && turn.connections === connections)
  const ratios = here.flatMap((turn) => {
    const beside = here.find(({ contestant, round }) => contestant === other && round === turn.round)
    if (turn.contestant !== own || !beside) return []
    const [one, two] = [figure(turn), figure(beside)]
    return one === null || two === null ? [] : [one / two]
  })
  if (ratios.length === 0) return null
  return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) }
}

function median(values: readonly number[]): number {
  return quantile(Float64Array.from(values).sort(), 0.5)
}

/** The value that so large a part of the sorted values does not exceed. */
export function quantile(sorted: Float64Array, part: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN
}
