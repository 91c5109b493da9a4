import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { readIfThere, writeWhole } from '../common/whole-file.ts'

/** The outcome of a request to an address. */
export const outcomes = ['new', 'changed', 'unchanged', 'gone', 'not an agreement', 'failed'] as const
export type Outcome = (typeof outcomes)[number]

/** Longer reasons are cut. */
const REASON_LENGTH_MAX = 500

const instant = z.iso.datetime()
const addressSchema = z.strictObject({
  outcome: z.enum(outcomes),
  askedAt: instant,
  /** When to try again if it failed; null if it has responded. */
  retryAt: instant.nullable(),
  /** The number of failures in a row. */
  failures: z.number(),
  reason: z.string().nullable(),
  /** The kind of reason, for counting. */
  sort: z.string().nullable(),
  /** The file that its draft was made from. */
  sha256: z.string().nullable(),
  folder: z.string().nullable(),
  /** The file whose draft is being saved; null when it has been saved. */
  keeping: z.string().nullable(),
  /** The copy in a web archive that was read instead. */
  copy: z.strictObject({ url: z.string(), takenAt: instant }).nullable(),
  /** When a copy was last looked for. */
  soughtAt: instant.nullable(),
  /** The known address whose page links to it, if it is not known itself. */
  linkedFrom: z.string().nullable().default(null),
})
const hostSchema = z.strictObject({
  nextAt: instant,
  /** A request was in progress: its response may never have been read. */
  isAsked: z.boolean(),
})
const stateSchema = z.strictObject({
  version: z.literal(1),
  hosts: z.record(z.string(), hostSchema),
  addresses: z.record(z.string(), addressSchema),
})

/** The state of an address. */
export type AddressState = z.infer<typeof addressSchema>

/** The state of an address that has not been requested. */
export function notAsked(now: Date): AddressState {
  const instant = now.toISOString()
  return {
    outcome: 'failed',
    askedAt: instant,
    retryAt: instant,
    failures: 0,
    reason: 'The program was stopped before it had saved the draft; run the command again.',
    sort: 'stopped',
    sha256: null,
    folder: null,
    keeping: null,
    copy: null,
    soughtAt: null,
    linkedFrom: null,
  }
}

/** The state file was not written by this program; the message says what to do. */
export class StateUnusable extends Error {
  override readonly name = 'StateUnusable'
}

/**
 * The state of each address and each host, in a file, so that a run continues where it was stopped. It contains no more
 * than the known addresses and their hosts. When `save` resolves, all changes made before it are in the file.
 */
export class RunState {
  readonly #file: string
  readonly #addresses: Map<string, AddressState>
  readonly #hosts: Map<string, z.infer<typeof hostSchema>>
  #writing: Promise<void> = Promise.resolve()
  #next: Promise<void> | null = null

  private constructor(file: string, state: z.infer<typeof stateSchema>) {
    this.#file = file
    this.#addresses = new Map(Object.entries(state.addresses))
    this.#hosts = new Map(Object.entries(state.hosts))
  }

  /**
   * Opens the state file for the addresses that are known now. No other process may have it open.
   *
   * @throws {StateUnusable} when the file exists but was not written by a run over the catalogue.
   */
  static async open(file: string, known: ReadonlySet<string>, now: Date): Promise<RunState> {
    await removeUnfinished(file)
    const bytes = await readIfThere(file)
    if (bytes === null) return new RunState(file, { version: 1, hosts: {}, addresses: {} })
    const { data } = stateSchema.safeParse(jsonIn(bytes))
    if (!data)
      throw new StateUnusable(
        `${file} was not written by npm run ingest -- --catalogue; restore it, or remove it to request every address again`,
      )
    const state = new RunState(file, data)
    for (const [url, { linkedFrom }] of state.#addresses)
      if (!known.has(url) && !known.has(linkedFrom ?? '')) state.#addresses.delete(url)
    for (const [host, { nextAt, isAsked }] of state.#hosts)
      if (!isAsked && new Date(nextAt) < now) state.#hosts.delete(host)
    return state
  }

  /** The addresses that pages of these link to, each with the page. */
  linkedFrom(pages: ReadonlySet<string>): { readonly url: string; readonly page: string }[] {
    return [...this.#addresses].flatMap(([url, { linkedFrom: page }]) =>
      page !== null && pages.has(page) ? [{ url, page }] : [],
    )
  }

  of(url: string): AddressState | null {
    return this.#addresses.get(url) ?? null
  }

  /** When each host may be requested next. A host whose response was never read may have asked to wait, so it gets a pause. */
  nextMs(now: Date, interruptedMs: number): Map<string, number> {
    return new Map(
      [...this.#hosts].map(([host, { nextAt, isAsked }]) => {
        const nextMs = new Date(nextAt).getTime()
        return [host, isAsked ? Math.max(nextMs, now.getTime() + interruptedMs) : nextMs]
      }),
    )
  }

  /** Records that a request to a host has begun. */
  noteTurn(host: string, nextMs: number): Promise<void> {
    this.#hosts.set(host, { nextAt: new Date(nextMs).toISOString(), isAsked: true })
    return this.save()
  }

  /** Records that the response of a host has been read, and when it may be requested next. */
  noteAnswer(host: string, nextMs: number): void {
    this.#hosts.set(host, { nextAt: new Date(nextMs).toISOString(), isAsked: false })
  }

  note(url: string, state: AddressState): void {
    const reason = state.reason?.slice(0, REASON_LENGTH_MAX) ?? null
    this.#addresses.set(url, { ...state, reason })
  }

  /** Writes the file as a whole. Changes made during a write are in the next write, which all of them share. */
  save(): Promise<void> {
    this.#next ??= this.#writing.then(() => {
      this.#next = null
      return this.#write()
    })
    // A failed write is reported to those who wait for it, and does not stop the next.
    this.#writing = this.#next.catch(() => {})
    return this.#next
  }

  #write(): Promise<void> {
    const state: z.infer<typeof stateSchema> = {
      version: 1,
      hosts: Object.fromEntries(this.#hosts),
      addresses: Object.fromEntries(this.#addresses),
    }
    return writeWhole(this.#file, `${JSON.stringify(state)}\n`)
  }
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}

/** Removes the partial file of a program that was killed while writing. */
async function removeUnfinished(file: string): Promise<void> {
  const names = await readdir(dirname(file)).catch(() => [])
  const left = names.filter((name) => name.startsWith(`${basename(file)}.`) && name.endsWith('.unfinished'))
  for (const name of left) await rm(join(dirname(file), name), { force: true })
}
