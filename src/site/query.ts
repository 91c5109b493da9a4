/** A GraphQL query that pages ask, with the type of its answer. Those of pages are generated from `queries/*.graphql`. */
export interface Query<Data, Variables extends object> {
  /** The name of its operation. */
  readonly name: string
  readonly text: string
  /** What it answers and takes, for the compiler alone. */
  readonly types?: { readonly data: Data; readonly variables: Variables }
}

/** Asks a query of our own GraphQL, within the process. A query with the variable `$after` is asked for all its pages. */
export type Ask = <Data, Variables extends object>(
  query: Query<Data, Variables>,
  variables: Variables,
) => Promise<Data>

/** A query that was refused for what its variables hold: a reader can send something else. */
export class RefusedQuery extends Error {
  override readonly name = 'RefusedQuery'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** A query that was asked for a page. */
export interface AskedQuery {
  readonly query: Query<unknown, object>
  readonly variables: object
  readonly data: unknown
}
