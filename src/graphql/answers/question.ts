import type { GraphQLSchema } from 'graphql'
import { Documents, type ParsedDocument } from './documents.ts'
import type { Memory } from './memory.ts'
import type { KnownOperation } from './operation.ts'
import { parametersOf } from './parameters.ts'
import { PersistedQueries } from './persisted.ts'
import type { GraphqlRequest } from './request.ts'

/** The content of a request: everything that its response depends on, besides the data. */
export interface Question {
  readonly document: ParsedDocument
  readonly operation: KnownOperation
  /** The name of the operation, if it makes a difference. */
  readonly operationName: string | null
  /** The variables that the operation declares, as sent. */
  readonly variables: { readonly [name: string]: unknown }
  /** A key that is the same for all ways of writing the same question, and different for all others. */
  readonly key: string
}

/** Reads the questions of requests. */
export class Questions {
  readonly #documents: Documents
  readonly #persisted: PersistedQueries

  constructor(schema: GraphQLSchema, memory: Memory) {
    this.#documents = new Documents(schema, memory.documents)
    this.#persisted = new PersistedQueries(memory.persisted)
  }

  /** The memory of the caches, by content. */
  get bytes() {
    return { documents: this.#documents.bytes, persisted: this.#persisted.bytes }
  }

  /**
   * The question in the text of a request.
   *
   * @throws {GraphQLError} when it has errors.
   */
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

  /** Measures the memory of a question again after it has been answered. */
  measure({ document }: Question): void {
    this.#documents.measure(document)
  }
}
