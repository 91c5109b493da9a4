import { html } from '../../site/html.ts'
import { languages } from '../../site/language.ts'
import type { AnyPageKind } from '../../site/page-kind.ts'
import { responseTo } from '../given.ts'
import type { Route } from '../route.ts'
import { fileOf } from './forms.ts'
import type { PageForm, Pages } from './pages.ts'
import { otherPath } from './paths.ts'
import { replyFor } from './routes.ts'

/** Paths that search engines should not read: they have no end. */
const NOT_READ = [
  '/graphql',
  '/sok/?',
  '/en/search/?',
  '/utforska/?',
  '/en/explore/?',
  '/*?*lage=',
  '/*?*lan=',
  '/*?*ar=',
  '/*?*amne=',
  '/*?*utfall=',
  '/*?*utgivare=',
  '/*?*visa=',
  '/*?*efter=',
  '/*?*sida=',
]

/** The list of all pages for search engines, with the page in the other language, and robots.txt. */
export function sitemapRoutes(kinds: readonly AnyPageKind[], pages: Pages, url: string): Route[] {
  const kind = sitemapKind(kinds)
  const form: PageForm = { name: '', mediaType: 'application/xml', write: (made) => fileOf(made.file('')) }
  const answers = { 200: { sv: 'Listan.', en: 'The list.' } }
  return [
    {
      path: '/sitemap.xml',
      methods: ['GET', 'HEAD'],
      summary: { sv: 'Alla sidor, för sökmotorer.', en: 'All pages, for search engines.' },
      answers,
      mediaType: form.mediaType,
      handle: async (request) => {
        const asked = {
          kind,
          language: 'sv',
          path: '/sitemap.xml',
          parameters: {},
          search: new URLSearchParams(),
          form,
        } as const
        const page = await pages.get(asked, '/sitemap.xml')
        if (page === null || !('finished' in page)) throw new Error('There is always a site map')
        return responseTo(request, (header) => replyFor(page, header))
      },
    },
    {
      path: '/robots.txt',
      methods: ['GET', 'HEAD'],
      summary: { sv: 'Vad sökmotorer kan läsa.', en: 'What search engines may read.' },
      answers,
      mediaType: 'text/plain',
      handle: () => {
        const lines = [
          'User-agent: *',
          ...NOT_READ.map((path) => `Disallow: ${path}`),
          '',
          `Sitemap: ${url}/sitemap.xml`,
          '',
        ]
        return new Response(lines.join('\n'), {
          headers: { 'cache-control': 'public, max-age=3600', 'content-type': 'text/plain; charset=utf-8' },
        })
      },
    },
  ]
}

/** The site map as a page kind, so that it is made and cached as pages are. */
function sitemapKind(kinds: readonly AnyPageKind[]): AnyPageKind {
  return {
    name: 'sitemap',
    paths: { sv: '/sitemap.xml', en: '/sitemap.xml' },
    summary: { sv: '', en: '' },
    examples: [],
    hasTable: false,
    files: {},
    async make({ ask, day, url }) {
      const paths: { readonly sv: string; readonly en: string }[] = []
      for (const kind of kinds.filter(({ isEmbed }) => !isEmbed)) {
        const begin = kind.paths.sv.split(':')[0] ?? ''
        const parts = kind.parts ? await kind.parts(ask, day) : []
        const own = kind.parts
          ? parts.map((part) => `${begin}${part}/`)
          : kind.paths.sv.includes(':')
            ? []
            : [kind.paths.sv]
        paths.push(...own.map((sv) => ({ sv, en: otherPath(kind, 'sv', sv) })))
      }
      const entries = paths.flatMap((both) => {
        const links = languages.map(
          (language) =>
            html`<xhtml:link rel="alternate" hreflang="${language}" href="${url}${both[language]}"/>`,
        )
        return languages.map((language) => html`<url><loc>${url}${both[language]}</loc>${links}</url>\n`)
      })
      const text = html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries}</urlset>
`.text
      return {
        page: () => {
          throw new Error('The site map is not a page')
        },
        table: () => null,
        file: () => text,
      }
    },
  }
}
