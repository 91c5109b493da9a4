import type { GraphQLSchema } from 'graphql'
import { Documents, type ParsedDocument } from './documents.ts'
import type { Memory } from './memory.ts'
import type { KnownOperation } from './operation.ts'
import { parametersOf } from './parameters.ts'
import { PersistedQueries } from './persisted.ts'
import type { GraphqlRequest } from './request.ts'

/** What a request asks: everything that its answer depends on, besides the data. */
export interface Question {
  readonly document: ParsedDocument
  readonly operation: KnownOperation
  /** The operation's name, as far as it decides anything. */
  readonly operationName: string | null
  /** Those that the operation declares, as sent. */
  readonly variables: { readonly [name: string]: unknown }
  /** What tells it from all else that can be asked, however the request was written. */
  readonly key: string
}

/** Reads what requests ask. */
export class Questions {
  readonly #documents: Documents
  readonly #persisted: PersistedQueries

  constructor(schema: GraphQLSchema, memory: Memory) {
    this.#documents = new Documents(schema, memory.documents)
    this.#persisted = new PersistedQueries(memory.persisted)
  }

  /** How much memory it takes what is remembered, by what it is. */
  get bytes() {
    return { documents: this.#documents.bytes, persisted: this.#persisted.bytes }
  }

  /** What the text of a request asks. Throws what is wrong with it. */
  of(method: GraphqlRequest['method'], text: string): Question {
    const sent = parametersOf(method, text)
    const document = this.#documents.of(this.#persisted.queryOf(sent), sent)
    const operation = document.operation(sent.operationName)
    this.#persisted.keep(sent)
    const operationName = document.hasSeveral ? sent.operationName : null
    const variables = operation.declared(sent.variables)
    const key = JSON.stringify([operationName, variables, document.text])
    return { document, operation, operationName, variables, key }
  }

  /** Looks how much memory a question takes by now that it has been answered. */
  measure({ document }: Question): void {
    this.#documents.measure(document)
  }
}
