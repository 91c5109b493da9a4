import type { Reply } from '../../graphql/answers/request.ts'
import { languages } from '../../site/language.ts'
import { type AnyPageKind, Moved } from '../../site/page-kind.ts'
import { replyWith, responseTo } from '../given.ts'
import { problem } from '../problems.ts'
import type { Route } from '../route.ts'
import { formsOf, htmlForm } from './forms.ts'
import { type GivenPage, type Pages, pathOfForm } from './pages.ts'
import { EMBED_HEADERS, PAGE_HEADERS } from './security.ts'

const ANSWERS = {
  200: { sv: 'Sidan.', en: 'The page.' },
  304: { sv: 'Oförändrat sedan den kopia du har.', en: 'Unchanged since the copy that you have.' },
  308: { sv: 'Sidan finns på en annan adress.', en: 'The page is at another address.' },
  404: { sv: 'Sidan finns inte.', en: 'The page does not exist.' },
  503: { sv: 'Databasen går inte att nå just nu.', en: 'The database cannot be reached at the moment.' },
}

const PARAMETER = {
  sv: 'Det som sidan handlar om, skrivet som i adressen.',
  en: 'The subject of the page, written as in its address.',
}

/** A cached copy may be used for a minute, and is revalidated after that. */
const CACHE = 'public, max-age=60'

/** The routes of all pages, in both languages, and of the files beside each. */
export function pageRoutes(kinds: readonly AnyPageKind[], pages: Pages): Route[] {
  return kinds.flatMap((kind) =>
    languages.flatMap((language) =>
      [htmlForm, ...formsOf(kind)].map((form): Route => {
        const path = pathOfForm(kind.paths[language], form)
        const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
        return {
          path,
          methods: ['GET', 'HEAD'],
          summary: form === htmlForm ? kind.summary : formSummary(kind, form.name),
          ...(names.length > 0 && { parameters: Object.fromEntries(names.map((name) => [name, PARAMETER])) }),
          answers: ANSWERS,
          mediaType: form.mediaType,
          handle: async (request, parameters) => {
            const { pathname, searchParams } = new URL(request.url)
            const bare = pathname.slice(0, pathname.length - form.name.length)
            const own = form.name.startsWith('.') ? `${bare}/` : bare
            const asked = { kind, language, path: own, parameters, search: searchParams, form }
            const page = await pages.get(asked, path)
            if (page === null) return problem(request, 404, NO_SUCH_PAGE)
            if (page instanceof Moved)
              return new Response(null, { status: 308, headers: { location: pathOfForm(page.to, form) } })
            return responseTo(request, (header) => replyFor(page, header))
          },
        }
      }),
    ),
  )
}

function formSummary({ summary }: AnyPageKind, name: string): Route['summary'] {
  return { sv: `${summary.sv} Som ${name}.`, en: `${summary.en} As ${name}.` }
}

const NO_SUCH_PAGE = {
  sv: 'Sidan finns inte. Sök, eller välj i menyn',
  en: 'The page does not exist. Search, or choose from the menu',
}

/** The response with a page, or 304 if the client has it. */
export function replyFor(
  page: GivenPage,
  header: (name: string) => string | undefined,
): Reply | Promise<Reply> {
  return replyWith(page, (etag) => headersOf(page, etag), header)
}

function headersOf({ since, isEmbed }: GivenPage, etag: string): { [name: string]: string } {
  return {
    ...(isEmbed ? EMBED_HEADERS : PAGE_HEADERS),
    'access-control-allow-origin': '*',
    'cache-control': CACHE,
    etag,
    'last-modified': since.toUTCString(),
    vary: 'accept-encoding',
  }
}
