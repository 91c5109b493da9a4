import { setImmediate as endOfTurn } from 'node:timers/promises'
import { newIndexes } from '../../database/indexes.ts'
import { latestNumber } from '../../database/revisions.ts'
import type { Statements } from '../../database/statements.ts'
import { isAway } from '../../database/unavailable.ts'
import { KeptAnswers } from './kept.ts'
import type { Memory } from './memory.ts'
import { mistake } from './refusals.ts'

/** How often data that changed while they were being read are read again. */
const MOST_TRIES = 5

/**
 * Ensures that everything that is read for one response, and everything that is cached, comes from one revision of the
 * data.
 */
export class Revisions<O> {
  readonly #statements: Statements
  readonly #memory: Memory
  #kept: KeptAnswers<O>
  #nextLook: Promise<number> | null = null

  constructor(statements: Statements, memory: Memory) {
    this.#statements = statements
    this.#memory = memory
    this.#kept = this.#anew(null)
  }

  #anew(revision: number | null): KeptAnswers<O> {
    return new KeptAnswers(revision, this.#memory, newIndexes(this.#statements))
  }

  /** The cache of the current revision. */
  get kept(): KeptAnswers<O> {
    return this.#kept
  }

  /** Clears the cache, since the data may have changed. */
  drop(): void {
    // Requests in progress continue with the old cache, which is discarded with them.
    this.#kept = this.#anew(null)
  }

  /**
   * Reads the current revision of the database, and clears the cache of another one. Requests in the same turn of the event
   * loop share one statement, which begins after all of them.
   */
  look(): Promise<number> {
    this.#nextLook ??= endOfTurn().then(() => {
      this.#nextLook = null
      return this.#look()
    })
    return this.#nextLook
  }

  async #look(): Promise<number> {
    const number = await latestNumber(this.#statements)
    if (this.#kept.revision === null) this.#kept.revision = number
    else if (this.#kept.revision !== number) this.#kept = this.#anew(number)
    return number
  }

  /**
   * Begins to watch the data: what it gives tells, once several answers have been read, whether all of them come from one
   * revision. While the database is away, they do: they were cached.
   */
  watch(): () => Promise<boolean> {
    const kept = this.#kept
    return () =>
      this.#isCurrent(kept).catch((error: unknown) => {
        if (isAway(error)) return true
        throw error
      })
  }

  /**
   * Whether all that has been read for a cache so far comes from its revision: it is still current, and the database has
   * that revision still. What was read of a newer one meanwhile, or at another server, does not count.
   */
  async #isCurrent(kept: KeptAnswers<O>): Promise<boolean> {
    return this.#kept === kept && (await this.look()) === kept.revision && this.#kept === kept
  }

  /**
   * Reads from one revision only, and gives the place in the cache for what was read. A single statement always reads
   * one revision; if a load took place between several, they are read again.
   *
   * @throws {GraphQLError} when the data changed during every attempt.
   */
  async readOne<T extends { readonly reads: number }>(
    read: (kept: KeptAnswers<O>) => Promise<T>,
  ): Promise<{ readonly kept: KeptAnswers<O>; readonly found: T }> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const kept = this.#kept
      kept.revision ??= await this.look().catch(() => null)
      // Nothing is cached if the database cannot even give its revision.
      if (kept.revision === null) {
        const none = this.#anew(null)
        return { kept: none, found: await read(none) }
      }
      const found = await read(kept)
      if (found.reads <= 1 || (await this.#isCurrent(kept))) return { kept, found }
    }
    const http = { status: 503, headers: { 'retry-after': '1' } }
    throw mistake('DATA_CHANGING', http, 'The data changed while they were being read. Try again in a second')
  }
}
