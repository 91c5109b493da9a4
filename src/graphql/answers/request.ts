/** A request for GraphQL, as it came: the only form in which the answering of it knows one. */
export interface GraphqlRequest {
  readonly method: 'GET' | 'HEAD' | 'POST'
  /** Path and query, as sent. */
  readonly target: string
  /** The body; null where there is none. */
  readonly body: Buffer | null
  /** Tells whose budget the answer is taken from. */
  readonly addressOf: () => string
  header(name: string): string | undefined
}

/** A response, ready to be sent. */
export interface Reply {
  readonly status: number
  readonly headers: { readonly [name: string]: string }
  readonly body: Buffer | null
}
