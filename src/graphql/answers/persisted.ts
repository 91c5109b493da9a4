import { sha256Of } from '../../common/sha256.ts'
import type { Parameters } from './parameters.ts'
import { mistake } from './refusals.ts'
import { Room } from './room.ts'

/** Queries that clients send once, and then refer to by hash: Apollo's protocol of persisted queries. */
export class PersistedQueries {
  readonly #queries: Room<string>

  constructor(bytes: number) {
    this.#queries = new Room(bytes, (query) => 2 * query.length)
  }

  /** Their memory in bytes. */
  get bytes(): number {
    return this.#queries.bytes
  }

  /**
   * The query that is requested, by its text or its hash.
   *
   * @throws {GraphQLError} when only a hash is given and it is not known, or when the text does not have the hash.
   */
  queryOf({ query, sha256 }: Parameters): string {
    if (query === null) {
      const known = this.#queries.get(sha256 ?? '')
      if (known !== undefined) return known
      // Clients recognise the two messages by their text.
      throw mistake('PERSISTED_QUERY_NOT_FOUND', { status: 404 }, 'PersistedQueryNotFound')
    }
    if (sha256 !== null && sha256 !== sha256Of(query)) {
      throw mistake('PERSISTED_QUERY_MISMATCH', { status: 400 }, 'PersistedQueryMismatch')
    }
    return query
  }

  /** Remembers a query that is valid, if it was sent with its hash. */
  keep({ query, sha256 }: Parameters): void {
    if (query !== null && sha256 !== null) this.#queries.set(sha256, query)
  }
}
