import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  isInputType,
  typeFromAST,
} from 'graphql'
import { type GraphQLParams, isAsyncIterable, type Plugin } from 'graphql-yoga'
import { personalHeaders } from './answers/headers.ts'
import { answerType, isEncoded, isJson } from './media-types.ts'
import { paramsOfGet, paramsOfPost } from './request-params.ts'
import { briefly } from './told-errors.ts'

/** The draft of GraphQL over HTTP, where Yoga is of another mind. */
export const overHttp: Plugin = {
  onRequest({ request, endResponse, fetchAPI }) {
    const type = answerType(request.headers.get('accept'))
    if (type === null) endResponse(notAcceptable(fetchAPI.Response))
    // Yoga knows no q-values: it is told what they come to.
    else request.headers.set('accept', type)
  },

  onRequestParse({ request, setRequestParser }) {
    if (request.method !== 'POST') return setRequestParser(paramsOfGet)
    const contentType = request.headers.get('content-type')
    if (!isJson(contentType)) throw unsupported(contentType ?? 'No content-type', JSON_ACCEPTED)
    const encoding = request.headers.get('content-encoding')
    if (isEncoded(encoding)) throw unsupported(`The content-encoding ${encoding}`, NO_ENCODING)
    setRequestParser(paramsOfPost)
  },

  onValidate({ params: { schema, documentAST }, context: { params } }) {
    return ({ result, setResult }) => {
      const status = variablesFit(schema, documentAST, params) ? 422 : 400
      // `spec`: by the draft it is 200 where the answer is application/json.
      const http = { spec: true, status }
      setResult(
        briefly(result).map(
          (error) =>
            new GraphQLError(error.message, {
              nodes: error.nodes,
              originalError: error.originalError,
              extensions: { code: 'GRAPHQL_VALIDATION_FAILED', ...error.extensions, http },
            }),
        ),
      )
    }
  },

  onExecute() {
    return {
      onExecuteDone({ result }) {
        if (isAsyncIterable(result) || 'data' in result) return
        // No operation, or variables that do not fit: nothing was executed.
        for (const { extensions } of result.errors ?? []) {
          extensions.http ??= { spec: true, status: 400 }
          extensions.code ??= 'BAD_VARIABLES'
        }
      },
    }
  },

  onResponse({ response }) {
    // A good answer is given others where it is kept. A refusal is sent as it is: pages of any origin are to read it too.
    for (const [name, value] of Object.entries(personalHeaders())) response.headers.set(name, value)
  },
}

/** Whether variables are what the operation declares. Where they are not, that comes before what else is wrong. */
function variablesFit(schema: GraphQLSchema, document: DocumentNode, sent: GraphQLParams): boolean {
  const operation = getOperationAST(document, sent.operationName)
  const declared = operation?.variableDefinitions ?? []
  const known = declared.filter(({ type }) => isInputType(typeFromAST(schema, type)))
  return !getVariableValues(schema, known, sent.variables ?? {}, { maxErrors: 1 }).errors
}

function notAcceptable(Answer: typeof Response): Response {
  const message = 'None of the media types in Accept can be sent; accept application/graphql-response+json'
  const error = new GraphQLError(message, { extensions: { code: 'NOT_ACCEPTABLE' } })
  return Answer.json(
    { errors: [error] },
    { status: 406, headers: { 'content-type': 'application/graphql-response+json; charset=utf-8' } },
  )
}

const JSON_ACCEPTED = { 'accept-post': 'application/json' }
const NO_ENCODING = { 'accept-encoding': 'identity' }

/** The refusal of a body that cannot be read. `headers` say which can be (RFC 9110, 15.5.16). */
function unsupported(what: string, headers: { readonly [name: string]: string }): GraphQLError {
  const message = `${what} is not read here; send application/json in UTF-8, as it is`
  const http = { status: 415, headers }
  return new GraphQLError(message, { extensions: { code: 'UNSUPPORTED_MEDIA_TYPE', http } })
}
