/** A GraphQL request as it was received: the only form in which `Endpoint` knows requests. */
export interface GraphqlRequest {
  readonly method: 'GET' | 'HEAD' | 'POST'
  /** Path and query, as sent. */
  readonly target: string
  /** The body; null if there is none. */
  readonly body: Buffer | null
  /** The address whose budget is charged. */
  readonly addressOf: () => string
  header(name: string): string | undefined
}

/** A response, ready to be sent. */
export interface Reply {
  readonly status: number
  readonly headers: { readonly [name: string]: string }
  readonly body: Buffer | null
}
