import { setTimeout as sleep } from 'node:timers/promises'
import pLimit from 'p-limit'
import { HostTurns } from '../ingest/documents/host-turns.ts'
import { DOCUMENT_LIMITS, Visitor } from '../ingest/documents/visitor.ts'
import type { ThirdReader } from '../ingest/third-reader/ask.ts'
import type { Drafting } from '../review/keeping/keep-source.ts'
import type { KnownAddress } from './addresses.ts'
import { type AskingMeans, askAddress } from './ask-address.ts'
import { HOST_FAILURES_MAX, HOSTS_AT_ONCE, PATIENCE, type RunPatience } from './patience.ts'
import type { AddressState, RunState } from './run-state.ts'
import { type ReaderCounts, RunDrafts } from './third-reader.ts'

/** The settings of a run. */
export interface RunMeans {
  readonly state: RunState
  readonly archive: string
  readonly drafting: Drafting
  /** Is asked about what the rules doubt, if there is one. */
  readonly reader: ThirdReader | null
  readonly timegate: string | null
  readonly allowPrivateAddresses: boolean
  readonly patience?: RunPatience
  readonly pauseMs?: number
  readonly timeoutMs?: number
  /** Ends the run; addresses in progress are requested again by the next. */
  readonly stopping?: AbortSignal
  /** Called for each address when it is finished and its state has been saved. */
  onDone(address: KnownAddress, state: AddressState): void
  onError(error: unknown): void
}

/** The outcome of a run. */
export interface RunEnd {
  /** The addresses that were requested. */
  readonly asked: readonly KnownAddress[]
  /** The addresses that were skipped, since they had responded recently. */
  readonly recent: readonly KnownAddress[]
  /** The addresses that are left to the next run: their host did not respond, or asked to wait. */
  readonly left: readonly KnownAddress[]
  readonly thirdReader: ReaderCounts | null
}

/** Requests each address that is due: one at a time at each host, several hosts at the same time. */
export async function runCatalogue(addresses: readonly KnownAddress[], run: RunMeans): Promise<RunEnd> {
  const { state, archive, drafting, patience = PATIENCE, stopping } = run
  const now = () => new Date()
  const turns = new HostTurns({
    nextMs: state.nextMs(now(), patience.interruptedMs),
    onTurn: (host, nextMs) => state.noteTurn(host, nextMs),
    onEnd: (host, nextMs) => state.noteAnswer(host, nextMs),
    ...(stopping && { signal: stopping }),
  })
  const visitor = new Visitor({
    allowPrivateAddresses: run.allowPrivateAddresses,
    turns,
    ...(run.pauseMs !== undefined && { pauseMs: run.pauseMs }),
    ...(run.timeoutMs !== undefined && { documentLimits: { ...DOCUMENT_LIMITS, timeoutMs: run.timeoutMs } }),
    ...(stopping && { stopping }),
  })
  const drafts = new RunDrafts(run.reader, drafting.lookups)
  const means: AskingMeans = {
    place: { archive, visitor, now },
    drafting,
    drafts,
    timegate: run.timegate,
    patience,
    alone: pLimit(1),
    note(address, after) {
      state.note(address.url, after)
      return state.save()
    },
    stopping,
    onError: run.onError,
  }
  const retryMs = ({ url }: KnownAddress) => new Date(state.of(url)?.retryAt ?? 0).getTime()
  const isRecent = ({ url }: KnownAddress) => {
    const before = state.of(url)
    if (before === null || before.retryAt !== null) return false
    return new Date(before.askedAt).getTime() + patience.answeredMs > Date.now()
  }
  const recent = addresses.filter(isRecent)
  const hosts = Map.groupBy(
    addresses.filter((each) => !isRecent(each)),
    ({ url }) => new URL(url).host,
  )
  const asked = new Set<KnownAddress>()
  const left = new Set<KnownAddress>()
  const atOnce = pLimit(HOSTS_AT_ONCE)

  async function askHost(host: string, all: readonly KnownAddress[]): Promise<void> {
    let queue = [...all]
    let failures = 0
    const nextOf = (each: KnownAddress) => Math.max(retryMs(each), turns.nextOf(host))
    while (failures < HOST_FAILURES_MAX) {
      const [next] = queue.sort((one, other) => retryMs(one) - retryMs(other))
      const waitMs = next ? nextOf(next) - Date.now() : 0
      if (!next || waitMs > patience.runMs) break
      // Outside of the limit on hosts, which others wait for.
      if (waitMs > 0) await sleep(waitMs, undefined, stopping && { signal: stopping })
      const after = await atOnce(() => askAddress(next, state.of(next.url), means))
      stopping?.throwIfAborted()
      asked.add(next)
      await means.note(next, after)
      queue = queue.filter((each) => each !== next)
      failures = after.retryAt === null ? 0 : failures + 1
      if (after.retryAt !== null && nextOf(next) - Date.now() <= patience.runMs) queue.push(next)
      else run.onDone(next, after)
    }
    for (const each of queue) {
      const before = state.of(each.url)
      if (asked.has(each) && before) run.onDone(each, before)
      else left.add(each)
    }
  }

  try {
    await Promise.all([...hosts].map(([host, all]) => askHost(host, all)))
  } finally {
    await state.save()
  }
  return { asked: [...asked], recent, left: [...left], thirdReader: drafts.counts }
}
