import { bilingualText, type Text } from '../datasets/dataset.ts'
import { description, licence, title } from '../datasets/publication.ts'
import { Finished } from '../graphql/answers/finished.ts'
import { respondWith } from './given.ts'
import type { Route } from './route.ts'

/** The OpenAPI 3.1 description of the routes. */
function openApi(routes: readonly Route[], publicUrl: string): object {
  return {
    openapi: '3.1.1',
    info: {
      title: title.en,
      summary: title.sv,
      description: bilingualText(description),
      version: '1',
      license: { name: licence.name, url: licence.url },
    },
    servers: [{ url: publicUrl }],
    paths: Object.fromEntries(
      routes.map((route) => [route.path.replace(/:(\w+)/g, '{$1}'), pathItem(route)]),
    ),
  }
}

function pathItem({
  methods,
  summary,
  parameters = {},
  answers,
  headers = { request: {}, answer: {} },
  mediaType,
  errorType = 'application/problem+json',
}: Route): object {
  const operation = {
    summary: summary.en,
    description: bilingualText(summary),
    ...(Object.keys(headers.request).length > 0 && {
      parameters: Object.entries(headers.request).map(([name, text]) =>
        openapiParameter('header', name, text),
      ),
    }),
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, text]) => [
        status,
        {
          description: bilingualText(text),
          ...toldHeaders(Number(status), headers.answer),
          ...content(Number(status), mediaType, errorType),
        },
      ]),
    ),
  }
  return {
    ...(Object.keys(parameters).length > 0 && {
      parameters: Object.entries(parameters).map(([name, text]) => openapiParameter('path', name, text)),
    }),
    ...Object.fromEntries(methods.map((method) => [method.toLowerCase(), operation])),
  }
}

function openapiParameter(place: 'path' | 'header', name: string, text: Text): object {
  return {
    name,
    in: place,
    required: place === 'path',
    description: bilingualText(text),
    schema: { type: 'string' },
  }
}

/** The headers that describe a response with that status. */
function toldHeaders(status: number, headers: NonNullable<Route['headers']>['answer']): object {
  const on = Object.entries(headers).filter(([, header]) => header.on.includes(status))
  if (on.length === 0) return {}
  const described = on.map(([name, { text }]) => [
    name,
    { description: bilingualText(text), schema: { type: 'string' } },
  ])
  return { headers: Object.fromEntries(described) }
}

function content(status: number, mediaType: string, errorType: string): object {
  if (status === 200 || status === 206) return { content: { [mediaType.split(';')[0] ?? mediaType]: {} } }
  return status >= 400 ? { content: { [errorType]: {} } } : {}
}

/** The route of the description of all routes, which is put together when it is first asked for. */
export function openApiRoute(
  routes: () => readonly Route[],
  publicUrl: string,
  headers: { readonly [name: string]: string },
  answers: Route['answers'],
): Route {
  let written: Finished | undefined
  return {
    path: '/openapi.json',
    methods: ['GET', 'HEAD'],
    summary: { sv: 'Den här beskrivningen.', en: 'This description.' },
    answers,
    mediaType: 'application/json',
    handle(request) {
      written ??= new Finished(Buffer.from(JSON.stringify(openApi(routes(), publicUrl))))
      return respondWith(request, { finished: written, mediaType: 'application/json' }, headers)
    },
  }
}
