import type { GraphQLError, VariableValues } from 'graphql'
import { isKnownCopy } from '../../web/conditional.ts'
import { Overloaded } from '../../web/gate.ts'
import { type Cost, costOfRead } from '../cost.ts'
import { awayRefusal } from '../errors.ts'
import { graphiqlPage } from '../graphiql.ts'
import { limits, refusalOf } from '../limits.ts'
import { schema } from '../schema.ts'
import { Admission, shedRefusal } from './admission.ts'
import type { Budget, BudgetStanding } from './budget.ts'
import { Finished } from './finished.ts'
import { type ResponseForm, ResponseForms } from './form.ts'
import { formHeaders, personalHeaders, sharedHeaders } from './headers.ts'
import type { KeptAnswers } from './kept.ts'
import { PAGE } from './media-types.ts'
import type { Memory } from './memory.ts'
import { hasQuery, requestText } from './parameters.ts'
import { type Question, Questions } from './question.ts'
import { rateLimited, withRateLimit } from './rate-limit.ts'
import { type Read, type ReadMeans, readAnswer } from './read.ts'
import { errorsIn, mistake, refused, replyOf } from './refusals.ts'
import type { GraphqlRequest, Reply } from './request.ts'
import { Revisions } from './revisions.ts'
import { AnswerTally } from './tally.ts'

/** What the endpoint needs. */
interface Means extends ReadMeans {
  /** Null if there is no quota. */
  readonly budget: Budget | null
  readonly memory: Memory
}

/** A request with the form of its response and the budget of its address. */
interface Asker {
  readonly request: GraphqlRequest
  readonly form: ResponseForm & { readonly mediaType: string }
  readonly standing: BudgetStanding | null
}

/** The outcome of a question: a response or errors. */
interface AnswerOutcome {
  readonly revision: number | null
  readonly way: Read['way']
  readonly cost: number
  readonly errors: readonly GraphQLError[]
  readonly result: Finished | ((mediaType: string) => Reply)
}

/** The response to a query of the program itself: JSON with `data`, and the revision that it was read from. */
export interface EndpointAnswer {
  readonly revision: number | null
  readonly text: string
}

/** The cost of a request that reads nothing: it is refused, or its response is cached. */
const REQUEST_COST = 1

/**
 * Handles GraphQL requests. Everything about a request is decided here: form, body, parameters, operation, variables,
 * limits and budget. The response then comes from the cache, a plan, or field-by-field execution, none of which know
 * about requests, and is sent in one way.
 */
export class Endpoint {
  readonly #means: Means
  readonly #forms = new ResponseForms()
  readonly #questions: Questions
  readonly #revisions: Revisions<AnswerOutcome>
  /** GraphiQL: built for the first client that requests it, then cached. */
  #page: Promise<Finished> | undefined
  /** Counts responses by how they were made. */
  readonly tally = new AnswerTally()
  readonly admission = new Admission()

  constructor(means: Means) {
    this.#means = means
    this.#questions = new Questions(schema, means.memory)
    this.#revisions = new Revisions(means.statements, means.memory)
  }

  /** Clears all caches, since the data may have changed. */
  drop(): void {
    this.#revisions.drop()
  }

  /** Reads the current revision of the database, and clears the caches of another one. */
  look(): Promise<number> {
    return this.#revisions.look()
  }

  /** Begins to read the names and what statistics of the current revision need, so that nobody has to wait for them. */
  prepare(): void {
    const { names, statistics } = this.#revisions.kept.indexes
    names.read().catch(() => {}) // the query that needs them reads them again, and tells why it fails
    statistics.prepare()
  }

  /** The revision of the cached responses; null before the first one, and after the data may have changed. */
  get revision(): number | null {
    return this.#revisions.kept.revision
  }

  /** Identifies the data that responses are cached for: a different object as soon as the data may have changed. */
  get data(): object {
    return this.#revisions.kept
  }

  /** Begins to watch the data: what it gives tells whether all that is asked for from now on comes from one revision. */
  watch(): () => Promise<boolean> {
    return this.#revisions.watch()
  }

  /** The memory of each cache. */
  get bytes(): { readonly [kind in Exclude<keyof Memory, 'pages'>]: number } {
    const { budget, search } = this.#means
    const others = { addresses: budget?.bytes ?? 0, search: search.bytes }
    return { ...this.#revisions.kept.bytes, ...this.#questions.bytes, ...others }
  }

  /**
   * The response to a query of ours as JSON text, with its revision. It is handled like all queries, within
   * their limits, but without a request or a budget. Throws the first of its errors.
   */
  async ask(query: string, variables: object): Promise<EndpointAnswer> {
    const text = JSON.stringify({ query, variables })
    const { kept } = this.#revisions
    const question = this.#questions.of('POST', text)
    const known = kept.byRequest(text) ?? kept.byKey(question.key, text)
    if (known) return { revision: kept.revision, text: known.body.toString() }
    const values = question.operation.valuesOf(question.variables)
    const cost = question.operation.costWith(values)
    const work = () => this.#workOut(question, values, cost, text)
    const { result, revision, errors } = await kept.once(question.key, work)
    if (result instanceof Finished) return { revision, text: result.body.toString() }
    throw errors[0] ?? new Error('A query of ours has neither an answer nor errors')
  }

  /** Responds to a request: synchronously if the response is cached. */
  answer(request: GraphqlRequest): Reply | Promise<Reply> {
    const form = this.#formOf(request)
    let standing: BudgetStanding | null = null
    const fail = (error: unknown) => this.#refuse(error, form, standing)
    try {
      if (isForPage(request, form)) {
        const asker = { request, form: { ...form, mediaType: PAGE }, standing }
        this.#page ??= graphiqlPage().then((page) => new Finished(Buffer.from(page)))
        return this.#page.then((page) => give(asker, page)).catch(fail)
      }
      standing = this.#take(request, REQUEST_COST)
      if (standing?.isGranted === false) throw rateLimited(standing, REQUEST_COST)
      const asker = { request, form: requireType(form), standing }
      const text = requestText(request)
      const finished = this.#revisions.kept.byRequest(text)
      if (finished) return this.#again(asker, finished)
      // Before the query is parsed, which would take longer than to refuse it.
      this.admission.gates.cheap.requireRoom()
      const question = this.#means.inSpan('parse', {}, () => this.#questions.of(request.method, text))
      const same = this.#revisions.kept.byKey(question.key, text)
      if (same) return this.#again(asker, same)
      return this.#anew(asker, question, text).catch(fail)
    } catch (error) {
      return fail(error)
    }
  }

  /** The response to a request whose body did not arrive. */
  refuse(request: Omit<GraphqlRequest, 'body'>, error: unknown): Reply {
    const form = this.#formOf(request)
    return this.#refuse(error, form, this.#take(request, REQUEST_COST))
  }

  #refuse(error: unknown, { mediaType }: ResponseForm, standing: BudgetStanding | null): Reply {
    const told = awayRefusal(error) ?? shedRefusal(error) ?? error
    const reply = refused(told, mediaType ?? undefined)
    this.tally.count('refused', REQUEST_COST, errorsIn(told))
    return withRateLimit(reply, standing)
  }

  #formOf({ header }: Omit<GraphqlRequest, 'body'>): ResponseForm {
    return this.#forms.of(header('accept'), header('accept-encoding'))
  }

  #take({ addressOf }: Omit<GraphqlRequest, 'body'>, units: number): BudgetStanding | null {
    return this.#means.budget?.take(addressOf(), units) ?? null
  }

  #again(asker: Asker, finished: Finished): Reply | Promise<Reply> {
    this.tally.count('kept', REQUEST_COST)
    return give(asker, finished)
  }

  async #anew(asker: Asker, question: Question, text: string): Promise<Reply> {
    const values = question.operation.valuesOf(question.variables)
    const cost = question.operation.costWith(values)
    const reserved = this.#reserve(asker, cost.most)
    const gate = this.admission.gateOf(cost.most)
    const work = () => gate.pass(() => this.#workOut(question, values, cost, text, asker.standing))
    const { isPersonal } = question.operation
    // If it fails, what was read is unknown: all of it is charged, except for what was shed.
    const answering = isPersonal ? work() : this.#revisions.kept.once(question.key, work)
    const {
      way,
      cost: spent,
      errors,
      result,
    } = await answering.catch((error: unknown) => {
      if (error instanceof Overloaded) reserved?.giveBack(cost.most - REQUEST_COST)
      throw error
    })
    reserved?.giveBack(cost.most - spent)
    this.tally.count(errors.length > 0 ? 'failed' : way, spent, errors)
    if (result instanceof Finished) return give(asker, result)
    return withRateLimit(result(asker.form.mediaType), asker.standing)
  }

  /** Charges the most that a query may cost. What it does not read is refunded. */
  #reserve({ request }: Asker, most: number): BudgetStanding | null {
    const limit = this.#means.budget?.limit ?? most
    if (most > limit) throw refusalOf({ ...limits.cost, value: limit }, most)
    const standing = this.#take(request, most - REQUEST_COST)
    if (standing?.isGranted === false) throw rateLimited(standing, most)
    return standing
  }

  async #workOut(
    question: Question,
    values: VariableValues,
    cost: Cost,
    text: string,
    standing: BudgetStanding | null = null,
  ): Promise<AnswerOutcome> {
    const read = (kept: KeptAnswers<AnswerOutcome>) =>
      readAnswer(this.#means, question, values, kept, standing)
    const { kept, found } = await this.#revisions.readOne(read)
    this.#questions.measure(question)
    const { way, errors } = found
    const { revision } = kept
    const actual = costOfRead(cost, found.spent)
    const extensions = { cost: { requested: cost.most, actual } }
    if (errors.length === 0 && !question.operation.isPersonal) {
      const body = Buffer.from(`{"data":${found.text},"extensions":${JSON.stringify(extensions)}}`)
      return { revision, way, cost: actual, errors, result: kept.keep(question.key, text, body) }
    }
    const rest = { ...(found.text !== null && { data: JSON.parse(found.text) }), extensions }
    return {
      revision,
      way,
      cost: actual,
      errors,
      result: (mediaType) => replyOf({ errors, ...rest }, mediaType),
    }
  }
}

function isForPage({ method, target }: GraphqlRequest, { page }: ResponseForm): boolean {
  return method !== 'POST' && (page === 'always' || (page === 'without a query' && !hasQuery(target)))
}

function requireType(form: ResponseForm): Asker['form'] {
  const { mediaType } = form
  if (mediaType !== null) return { ...form, mediaType }
  const message = 'None of the media types in Accept is available; accept application/graphql-response+json'
  throw mistake('NOT_ACCEPTABLE', { status: 406 }, message)
}

function give({ request, form, standing }: Asker, finished: Finished): Reply | Promise<Reply> {
  const { mediaType } = form
  const coding = finished.codingFor(form.coding)
  const isShared = request.method !== 'POST'
  const known = isShared && request.header('if-none-match')
  if (known) {
    const etag = finished.etag(coding, mediaType)
    if (isKnownCopy(known, etag)) {
      return withRateLimit({ status: 304, headers: sharedHeaders(etag), body: null }, standing)
    }
  }
  const reply = finished.reply(`${isShared} ${form.key}`, () =>
    ready(finished.form(coding), (body) => {
      const headers = isShared ? sharedHeaders(finished.etag(coding, mediaType)) : personalHeaders()
      return { status: 200, headers: { ...headers, ...formHeaders(mediaType, coding, body) }, body }
    }),
  )
  return ready(reply, (made) => withRateLimit(made, standing))
}

/** Continues with a value or a promise of it: cached values need no waiting. */
function ready<T, R>(value: T | Promise<T>, next: (value: T) => R): R | Promise<R> {
  return value instanceof Promise ? value.then(next) : next(value)
}
