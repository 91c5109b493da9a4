import { type Load, load } from './client.ts'
import { type Contestant, type ContestantName, isRemembering, type Request } from './contestants.ts'
import type { Options } from './options.ts'
import type { QuestionName } from './questions.ts'

/** One turn of one server. */
export interface Turn {
  /** What turns it is compared with: those of one server differ. */
  readonly round: number
  readonly contestant: ContestantName
  readonly question: QuestionName
  readonly connections: number
  readonly load: Load
  /** The processor time that the server used; null where the system does not tell. */
  readonly cpuMs: number | null
}

const WARM_UP = { connections: 16, seconds: 2 }
/** Before each turn: a server that others have kept waiting runs from cold caches at first. */
export const WAKE_SECONDS = 0.3

/**
 * How many turns servers that answer from memory have in each round. What they differ by is less than what the machine
 * gives in one second and in the next, so they take turns often, each for a part of the time.
 */
export const SHORT_TURNS = 6

/**
 * Lets the servers take turns, each time in another order. What is compared is measured one right after the other,
 * so that whatever else the machine does falls on all alike. `onTurns` hears of each set of turns before it begins.
 */
export async function measure(
  contestants: readonly Contestant[],
  { rounds, seconds, connections, only }: Options,
  onTurns: (round: number, question: QuestionName, connections: number) => void,
): Promise<Turn[]> {
  const turns: Turn[] = []
  const quick = contestants.filter(({ name }) => isRemembering(name))
  const slow = contestants.filter(({ name }) => !isRemembering(name))
  for (const question of only) {
    for (const contestant of slow) await warmUp(contestant, question)
  }
  for (let round = 0; round < rounds; round++) {
    for (const question of only) {
      for (const each of connections) {
        onTurns(round, question, each)
        for (const contestant of rotated(slow, round)) {
          turns.push(await takeTurn(contestant, question, { round, connections: each, seconds }))
        }
        // After an idle minute much of a program has to be compiled anew: more than short turns can make up for.
        for (const contestant of quick) await warmUp(contestant, question)
        for (let turn = 0; turn < SHORT_TURNS; turn++) {
          for (const contestant of rotated(quick, turn)) {
            const when = { round: round * SHORT_TURNS + turn, connections: each, seconds: seconds / 2 }
            turns.push(await takeTurn(contestant, question, when))
          }
        }
      }
    }
  }
  return turns
}

async function warmUp(contestant: Contestant, question: QuestionName): Promise<void> {
  await load(contestant.server.url, nextRequestOf(contestant, question), WARM_UP)
}

async function takeTurn(
  contestant: Contestant,
  question: QuestionName,
  { round, connections, seconds }: { round: number; connections: number; seconds: number },
): Promise<Turn> {
  const { name, server } = contestant
  await load(server.url, nextRequestOf(contestant, question), { connections, seconds: WAKE_SECONDS })
  const before = server.cpuMs()
  const measured = await load(server.url, nextRequestOf(contestant, question), { connections, seconds })
  const after = server.cpuMs()
  return {
    round,
    contestant: name,
    question,
    connections,
    load: measured,
    cpuMs: before === null || after === null ? null : after - before,
  }
}

function rotated<T>(values: readonly T[], by: number): T[] {
  const at = by % values.length
  return [...values.slice(at), ...values.slice(0, at)]
}

/** How far each list of requests has been gone through: a server goes on there in its next turn. */
const places = new WeakMap<readonly Request[], number>()

function nextRequestOf({ name, requests }: Contestant, question: QuestionName): () => Buffer {
  const own = requests[question]
  return () => {
    const place = places.get(own) ?? 0
    places.set(own, place + 1)
    const request = own[place % own.length]
    if (!request) throw new Error(`${name} has no request for ${question}`)
    return request.bytes
  }
}
