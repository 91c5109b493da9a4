import { bilingualText } from '../datasets/dataset.ts'
import { description, licence, title } from '../datasets/publication.ts'
import type { Route } from './route.ts'

/** The OpenAPI 3.1 description of the routes. */
export function openApi(routes: readonly Route[], publicUrl: string): object {
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
  mediaType,
  errorType = 'application/problem+json',
}: Route): object {
  const operation = {
    summary: summary.en,
    description: bilingualText(summary),
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, text]) => [
        status,
        { description: bilingualText(text), ...content(Number(status), mediaType, errorType) },
      ]),
    ),
  }
  return {
    ...(Object.keys(parameters).length > 0 && {
      parameters: Object.entries(parameters).map(([name, text]) => ({
        name,
        in: 'path',
        required: true,
        description: bilingualText(text),
        schema: { type: 'string' },
      })),
    }),
    ...Object.fromEntries(methods.map((method) => [method.toLowerCase(), operation])),
  }
}

function content(status: number, mediaType: string, errorType: string): object {
  if (status === 200) return { content: { [mediaType.split(';')[0] ?? mediaType]: {} } }
  return status >= 400 ? { content: { [errorType]: {} } } : {}
}
