import { setImmediate as endOfTurn } from 'node:timers/promises'
import { newIndexes } from '../../database/indexes.ts'
import { latestNumber } from '../../database/revisions.ts'
import type { Statements } from '../../database/statements.ts'
import { KeptAnswers } from './kept.ts'
import type { Memory } from './memory.ts'
import { mistake } from './refusals.ts'

/** How often what was read while the data changed is read again. */
const MOST_TRIES = 5

/** Sees to it that all that is read for one answer, and all that is kept, is of one revision of the data. */
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

  /** What is kept of the revision that is answered by now. */
  get kept(): KeptAnswers<O> {
    return this.#kept
  }

  /** Forgets all that is kept: the data may be others now. */
  drop(): void {
    // What is under way goes on with the old, and is forgotten with it.
    this.#kept = this.#anew(null)
  }

  /**
   * Looks which revision the database holds, and forgets what is kept of another. Who asks in the same turn of the event
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
    const number = await latestNumber(this.#statements)
    if (this.#kept.revision === null) this.#kept.revision = number
    else if (this.#kept.revision !== number) this.#kept = this.#anew(number)
    return number
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
      // Of a database that does not even tell its revision nothing is kept.
      if (kept.revision === null) {
        const none = this.#anew(null)
        return { kept: none, found: await read(none) }
      }
      const found = await read(kept)
      if (found.reads <= 1 || (await this.look()) === kept.revision) return { kept, found }
    }
    const http = { status: 503, headers: { 'retry-after': '1' } }
    throw mistake('DATA_CHANGING', http, 'The data changed while they were being read. Try again in a second')
  }
}
