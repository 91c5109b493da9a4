import { setImmediate as endOfTurn } from 'node:timers/promises'
import type { Database } from '../../database/client.ts'
import { latestNumber } from '../../database/revisions.ts'
import type { Statements } from '../../database/statements.ts'
import { isKnownCopy } from '../../web/conditional.ts'
import type { Budget, Standing } from '../budget.ts'
import { costExtension } from '../cost-extension.ts'
import { isCancelled } from '../errors.ts'
import { graphiqlPage } from '../graphiql.ts'
import { limits, refusal } from '../limits.ts'
import { PAGE } from '../media-types.ts'
import { TooLate } from '../plans/run.ts'
import { schema } from '../schema.ts'
import { Documents, type KnownQuery } from './documents.ts'
import { Finished, impersonal } from './finished.ts'
import { type Coding, type Form, formOf } from './form.ts'
import { formHeaders, personalHeaders, sharedHeaders, withRateLimit } from './headers.ts'
import { Kept } from './kept.ts'
import { type Asked, askedOf, type GraphqlRequest, type Reply, textOf } from './request.ts'
import { refused } from './web.ts'

/** What the endpoint answers by. */
export interface Means {
  /** Sessions that can only read. */
  readonly db: Database
  readonly statements: Statements
  /** Null where addresses may ask for as much as they like. */
  readonly budget: Budget | null
  /** How much memory answers may be kept in. */
  readonly answerBytes: number
  /** Answers any request at all, with all that there is to say of what is wrong with it. */
  readonly plain: (request: GraphqlRequest) => Promise<Reply>
}

/** A request, and how it is known again. */
interface Told {
  readonly request: GraphqlRequest
  readonly form: Form
  /** What it was sent as. */
  readonly text: string
}

/** What an answer that was made before costs. */
const KEPT_COST = 1

/** How often what was read while the data changed is read again. */
const MOST_TRIES = 5

/**
 * Answers requests in GraphQL: from what is kept, without looking at what is asked; by the plan of a query that came
 * before; or in the plain way, which also says what is wrong. All three give the same bytes.
 */
export class Endpoint {
  readonly #means: Means
  readonly #documents = new Documents(schema)
  #kept: Kept
  #nextLook: Promise<number> | null = null
  /** GraphiQL: put together for whoever first asks, kept for all others. */
  #page: Finished | undefined
  /** How many answers were given that were kept from before, read by a plan, or worked out plainly. */
  readonly tally = { kept: 0, planned: 0, plain: 0 }

  constructor(means: Means) {
    this.#means = means
    this.#kept = new Kept(null, means.answerBytes)
  }

  /** Forgets all answers: the data may be others now. */
  drop(): void {
    // What is under way goes on with the old ones, and is forgotten with them.
    this.#kept = new Kept(null, this.#means.answerBytes)
  }

  /**
   * Looks which revision the database holds, and forgets the answers of another. Who asks in the same turn of the event
   * loop is told by the same look: it begins after all of them asked.
   */
  look(): Promise<number> {
    this.#nextLook ??= endOfTurn().then(() => {
      this.#nextLook = null
      return this.#look()
    })
    return this.#nextLook
  }

  async #look(): Promise<number> {
    const number = await latestNumber(this.#means.statements)
    if (this.#kept.revision === null) this.#kept.revision = number
    else if (this.#kept.revision !== number) this.#kept = new Kept(number, this.#means.answerBytes)
    return number
  }

  /** How much memory the kept answers take. */
  get bytes(): number {
    return this.#kept.bytes
  }

  /** Answers at once from what is kept. */
  answer(request: GraphqlRequest): Reply | Promise<Reply> {
    const form = formOf(request.header('accept'), request.header('accept-encoding'))
    const isPage = form?.mediaType === PAGE
    if (isPage && request.method !== 'POST') {
      this.#page ??= new Finished(Buffer.from(graphiqlPage()))
      return this.#give({ request, form }, this.#page, null)
    }
    const text = form && !isPage && textOf(request)
    if (!text) {
      this.tally.plain++
      return this.#means.plain(request)
    }
    const told = { request, form, text }
    const finished = this.#kept.byRequest(text)
    return finished ? this.#again(told, finished) : this.#find(told)
  }

  #find(told: Told): Reply | Promise<Reply> {
    const asked = askedOf(told.request, told.text)
    if (!asked) return this.#plainly(told, told.text)
    const finished = this.#kept.byKey(asked.key, told.text)
    if (finished) return this.#again(told, finished)
    const known = this.#documents.get(asked)
    if (known) return this.#planned(told, asked, known)
    return this.#plainly(told, asked.key, () => this.#documents.add(asked))
  }

  async #planned(told: Told, { key, variables }: Asked, known: KnownQuery): Promise<Reply> {
    const values = known.valuesOf(variables)
    if (!values || !known.planned.isPlanned(values)) return this.#plainly(told, key)
    const cost = known.costWith(values)
    const standing = this.#take(told, cost ?? 0)
    if (cost === null || standing?.isGranted === false) return this.#plainly(told, key)
    const { db, statements } = this.#means
    const extensions = JSON.stringify({ cost: costExtension(cost, standing, { isShared: true }) })
    const until = performance.now() + limits.executionMs.value
    const work = async () => {
      const { kept, result } = await this.#ofOneRevision(({ counts }) =>
        known.planned.data({ variables: values, db, statements, counts, until }),
      )
      return kept.keep(key, told.text, Buffer.from(`{"data":${result.text},"extensions":${extensions}}`))
    }
    try {
      return await this.#give(told, await this.#kept.once(key, work), standing)
    } catch (error) {
      // The plain way would take as long again.
      if (error instanceof TooLate || isCancelled(error)) {
        return tooSlow(told.form, standing)
      }
      this.#means.budget?.giveBack(told.request.addressOf(), cost)
      return this.#plainly(told, key) // which says what is wrong, and takes for it
    }
  }

  async #plainly(told: Told, key: string, onGood: () => void = () => {}): Promise<Reply> {
    this.tally.plain++
    const { plain } = this.#means
    const read = async () => ({ reply: await plain(told.request), reads: Number.POSITIVE_INFINITY })
    const found = await this.#ofOneRevision(read).catch(() => null)
    if (found === null) return plain(told.request) // the database does not even tell its revision
    const { reply } = found.result
    if (reply.status !== 200 || !reply.body || !isWithoutErrors(reply.body)) return reply
    onGood()
    return this.#give(told, found.kept.keep(key, told.text, impersonal(reply.body)), this.#take(told, 0))
  }

  /**
   * Gives what was read of one revision, and where to keep it. What took one statement is of one revision by
   * itself; where a load came between several, they are read again.
   */
  async #ofOneRevision<T extends { readonly reads: number }>(
    read: (kept: Kept) => Promise<T>,
  ): Promise<{ kept: Kept; result: T }> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const kept = this.#kept
      kept.revision ??= await this.look()
      const result = await read(kept)
      if (result.reads <= 1 || (await this.look()) === kept.revision) return { kept, result }
    }
    throw new Error(`The data changed ${MOST_TRIES} times while they were read`)
  }

  #again(told: Told, finished: Finished): Reply | Promise<Reply> {
    this.tally.kept++
    const standing = this.#take(told, KEPT_COST)
    if (standing?.isGranted === false) return this.#means.plain(told.request) // which refuses it
    return this.#give(told, finished, standing)
  }

  #take({ request }: Told, cost: number): Standing | null {
    return this.#means.budget?.take(request.addressOf(), cost) ?? null
  }

  #give(
    { request, form }: Omit<Told, 'text'>,
    finished: Finished,
    standing: Standing | null,
  ): Reply | Promise<Reply> {
    if (request.method === 'POST') {
      const coding = finished.codingFor(form.personalCoding)
      const headers = withRateLimit(personalHeaders(), standing)
      return ready(finished.personal(coding, standing), (body) => replyOf(form, coding, headers, body))
    }
    const known = request.header('if-none-match')
    if (known !== undefined) {
      const etag = finished.etag(finished.codingFor(form.coding), form.mediaType)
      if (isKnownCopy(known, etag)) {
        return { status: 304, headers: withRateLimit(sharedHeaders(etag), standing), body: null }
      }
    }
    return ready(shared(finished, form), (reply) =>
      standing ? { ...reply, headers: withRateLimit(reply.headers, standing) } : reply,
    )
  }
}

/** What everybody is given who wants an answer in one form. It is put together once. */
function shared(finished: Finished, form: Form): Reply | Promise<Reply> {
  const made = finished.replies.get(form.key)
  if (made) return made
  const coding = finished.codingFor(form.coding)
  return ready(finished.form(coding), (body) => {
    const reply = replyOf(form, coding, sharedHeaders(finished.etag(coding, form.mediaType)), body)
    finished.replies.set(form.key, reply)
    return reply
  })
}

function tooSlow({ mediaType }: Form, standing: Standing | null): Reply {
  const { headers, ...reply } = refused(refusal('executionMs'), mediaType)
  return { ...reply, headers: withRateLimit(headers, standing) }
}

function replyOf(form: Form, coding: Coding, headers: Reply['headers'], body: Buffer): Reply {
  return { status: 200, headers: { ...headers, ...formHeaders(form.mediaType, coding, body) }, body }
}

/** Goes on with something, at once if it is at hand: what is kept needs no waiting. */
function ready<T, R>(value: T | Promise<T>, next: (value: T) => R): R | Promise<R> {
  return value instanceof Promise ? value.then(next) : next(value)
}

/** Whether the body of an answer is data and nothing else. */
function isWithoutErrors(body: Buffer): boolean {
  const { data, errors }: { data?: unknown; errors?: unknown } = JSON.parse(body.toString())
  return errors === undefined && data !== null && data !== undefined
}
