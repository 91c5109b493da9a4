import { setTimeout as sleep } from 'node:timers/promises'
import pLimit from 'p-limit'
import { HostTurns } from '../ingest/documents/host-turns.ts'
import { DOCUMENT_LIMITS, Visitor } from '../ingest/documents/visitor.ts'
import type { ThirdReader } from '../ingest/third-reader/ask.ts'
import type { Drafting } from '../review/keeping/keep-source.ts'
import type { KnownAddress } from './addresses.ts'
import { type AskingMeans, askAddress } from './ask-address.ts'
import { HOST_FAILURES_MAX, HOSTS_AT_ONCE, PATIENCE, type RunPatience } from './patience.ts'
import { type AddressState, notAsked, type RunState } from './run-state.ts'
import { type ReaderCounts, RunDrafts } from './third-reader.ts'

/** The settings of a run. */
export interface RunMeans {
  readonly state: RunState
  readonly archive: string
  readonly drafting: Drafting
  /** Asked about what the rules doubt, if it is configured. */
  readonly reader: ThirdReader | null
  /** Whether documents that a page links to are read too. */
  readonly follow: boolean
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
    onLinks(page, links) {
      if (!run.follow) return
      for (const { url } of links) {
        if (listed.has(url) || state.of(url) !== null) continue
        listed.add(url)
        state.note(url, { ...notAsked(now()), linkedFrom: page.url })
        add({ ...page, url })
      }
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
  const linked = run.follow ? linkedAddresses(addresses, state) : []
  const listed = new Set([...addresses, ...linked].map(({ url }) => url))
  const recent = [...addresses, ...linked].filter(isRecent)
  const asked = new Set<KnownAddress>()
  const left = new Set<KnownAddress>()
  const atOnce = pLimit(HOSTS_AT_ONCE)
  /** What is waiting at each host that is being requested. */
  const queues = new Map<string, KnownAddress[]>()
  const running = new Set<Promise<void>>()
  const givenUp = new Set<string>()

  function add(each: KnownAddress): void {
    const { host } = new URL(each.url)
    const queue = queues.get(host)
    if (givenUp.has(host)) {
      left.add(each)
      return
    }
    if (queue) {
      queue.push(each)
      return
    }
    queues.set(host, [each])
    const asking = Promise.resolve()
      .then(() => askHost(host))
      .finally(() => running.delete(asking))
    running.add(asking)
    // The first failure ends the run; further ones are not reported.
    asking.catch(() => {})
  }

  async function askHost(host: string): Promise<void> {
    const queue = queues.get(host) ?? []
    let failures = 0
    const nextOf = (each: KnownAddress) => Math.max(retryMs(each), turns.nextOf(host))
    while (failures < HOST_FAILURES_MAX) {
      const [next] = queue.sort((one, other) => retryMs(one) - retryMs(other))
      const waitMs = next ? nextOf(next) - Date.now() : 0
      if (!next || waitMs > patience.runMs) break
      // Not while holding the place that others wait for.
      if (waitMs > 0) await sleep(waitMs, undefined, stopping && { signal: stopping })
      const after = await atOnce(() => askAddress(next, state.of(next.url), means))
      stopping?.throwIfAborted()
      asked.add(next)
      await means.note(next, after)
      queue.splice(queue.indexOf(next), 1)
      failures = after.retryAt === null ? 0 : failures + 1
      if (after.retryAt !== null && nextOf(next) - Date.now() <= patience.runMs) queue.push(next)
      else run.onDone(next, after)
    }
    queues.delete(host)
    if (failures >= HOST_FAILURES_MAX) givenUp.add(host)
    for (const each of queue) {
      const before = state.of(each.url)
      if (asked.has(each) && before) run.onDone(each, before)
      else left.add(each)
    }
  }

  try {
    for (const each of [...addresses, ...linked]) if (!isRecent(each)) add(each)
    while (running.size > 0) await Promise.race(running)
  } finally {
    await state.save()
  }
  return { asked: [...asked], recent, left: [...left], thirdReader: drafts.counts }
}

/** The documents that pages of these addresses were found to link to. */
function linkedAddresses(addresses: readonly KnownAddress[], state: RunState): KnownAddress[] {
  const pages = new Map(addresses.map((page) => [page.url, page]))
  return state.linkedFrom(new Set(pages.keys())).flatMap(({ url, page }) => {
    const known = pages.get(page)
    return known && !pages.has(url) ? [{ ...known, url }] : []
  })
}
