import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  isInputType,
  Kind,
  type OperationDefinitionNode,
  parse,
  typeFromAST,
  validate,
} from 'graphql'
import { quoted } from '../../common/quoted.ts'
import { MAX_ERRORS } from '../shortened-errors.ts'
import { KnownOperation } from './operation.ts'
import type { Parameters } from './parameters.ts'
import { mistake, Refusal } from './refusals.ts'
import { Room } from './room.ts'
import { refuseLargeShape } from './shape.ts'
import { refuseLongText } from './tokens.ts'

/** The memory of a document besides its text and its operations: its tree (per token) and its entry in the cache. */
const TOKEN_BYTES = 90
const DOCUMENT_BYTES = 1_000

/** A document that is valid and not too large. */
export class ParsedDocument {
  readonly text: string
  readonly #operations: ReadonlyMap<string, KnownOperation>
  readonly #treeBytes: number
  /** Its size when it was last measured. */
  counted = 0

  constructor(schema: GraphQLSchema, text: string, tree: DocumentNode, tokens: number) {
    this.text = text
    this.#treeBytes = DOCUMENT_BYTES + 2 * text.length + TOKEN_BYTES * tokens
    const operations: OperationDefinitionNode[] = []
    const fragments: { [name: string]: FragmentDefinitionNode } = {}
    for (const definition of tree.definitions) {
      if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition
    }
    this.#operations = new Map(
      operations.map((each) => [each.name?.value ?? '', new KnownOperation(schema, each, fragments)]),
    )
  }

  /** Its memory, with the plans made from it. */
  get bytes(): number {
    let bytes = this.#treeBytes
    for (const operation of this.#operations.values()) bytes += operation.bytes
    return bytes
  }

  /** Whether it has several operations, so that a request has to name one. */
  get hasSeveral(): boolean {
    return this.#operations.size > 1
  }

  /**
   * The operation with the given name, or the only one.
   *
   * @throws {GraphQLError} when no operation has the name, or no name is given and there is not exactly one operation.
   */
  operation(name: string | null): KnownOperation {
    const [only] = this.#operations.values()
    const found = name === null && !this.hasSeveral ? only : this.#operations.get(name ?? '')
    if (found) return found
    const names = [...this.#operations.keys()].filter((each) => each !== '').join(', ')
    const advice = this.hasSeveral
      ? `send one of their names as operationName: ${names}`
      : `omit operationName${names && ` or send ${names}`}`
    const message =
      name === null
        ? `The query has ${this.#operations.size} operations; ${advice}`
        : `The query has no operation named ${quoted(name)}; ${advice}`
    throw mistake('OPERATION_RESOLUTION_FAILURE', { status: 400 }, message)
  }
}

/** Parses documents, and caches the valid ones. */
export class Documents {
  readonly #schema: GraphQLSchema
  readonly #known: Room<ParsedDocument>

  constructor(schema: GraphQLSchema, bytes: number) {
    this.#schema = schema
    this.#known = new Room(bytes, (document) => {
      document.counted = document.bytes
      return document.counted
    })
  }

  /** Their memory in bytes. */
  get bytes(): number {
    return this.#known.bytes
  }

  /** The document of a text. Throws its errors; errors that depend on variables are reported for the values sent. */
  of(text: string, sent: Parameters): ParsedDocument {
    const known = this.#known.get(text)
    if (known) return known
    const tokens = refuseLongText(text)
    // Without locations: code that needs them parses the text again.
    const tree = parsed(text, { noLocation: true })
    refuseLargeShape(tree)
    if (validate(this.#schema, tree, undefined, { maxErrors: 1 }).length > 0) throw this.#invalid(text, sent)
    const document = new ParsedDocument(this.#schema, text, tree, tokens)
    this.#known.set(text, document)
    return document
  }

  /** Measures a document again, since it grows with the plans made from it. */
  measure(document: ParsedDocument): void {
    if (document.bytes !== document.counted) this.#known.measure(document.text, document)
  }

  #invalid(text: string, sent: Parameters): Refusal {
    const tree = parsed(text)
    const status = variablesFit(this.#schema, tree, sent) ? 422 : 400
    const errors = validate(this.#schema, tree, undefined, { maxErrors: MAX_ERRORS })
    return new Refusal(
      errors.map(({ message, nodes, extensions }) => {
        const code = 'GRAPHQL_VALIDATION_FAILED'
        const http = { spec: true, status }
        return new GraphQLError(message, { nodes, extensions: { code, ...extensions, http } })
      }),
    )
  }
}

/** Whether variables have the declared types. If not, that error comes before all others. */
function variablesFit(schema: GraphQLSchema, document: DocumentNode, sent: Parameters): boolean {
  const declared = getOperationAST(document, sent.operationName)?.variableDefinitions ?? []
  const known = declared.filter(({ type }) => isInputType(typeFromAST(schema, type)))
  return !getVariableValues(schema, known, sent.variables, { maxErrors: 1 }).errors
}

function parsed(text: string, options?: { readonly noLocation: true }): DocumentNode {
  try {
    return parse(text, options)
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    const { message, source, positions } = error
    const extensions = { code: 'GRAPHQL_PARSE_FAILED', http: { spec: true, status: 400 } }
    throw new GraphQLError(message, { source, positions, extensions })
  }
}
