/** A GraphQL query of pages, with the type of its result. Those of pages are generated from `queries/*.graphql`. */
export interface Query<Data, Variables extends object> {
  /** The name of its operation. */
  readonly name: string
  readonly text: string
  /** Its result and variables, for the compiler only. */
  readonly types?: { readonly data: Data; readonly variables: Variables }
}

/** Runs a query on our own GraphQL schema, in this process. A query with the variable `$after` is run for all its pages. */
export type Ask = <Data, Variables extends object>(
  query: Query<Data, Variables>,
  variables: Variables,
) => Promise<Data>

/** A query that was refused because of its variables: the reader can send something else. */
export class RefusedQuery extends Error {
  override readonly name = 'RefusedQuery'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** A query that was run for a page. */
export interface AskedQuery {
  readonly query: Query<unknown, object>
  readonly variables: object
  readonly data: unknown
}
