import { licence } from '../../datasets/publication.ts'
import { toCsv } from '../../exporters/csv.ts'
import { toExcelCsv } from '../../exporters/excel-csv.ts'
import { graphqlAddress } from '../../site/addresses.ts'
import { embedded } from '../../site/embed.ts'
import { framed } from '../../site/frame.ts'
import { otherThan } from '../../site/language.ts'
import type { FileContents, Setting } from '../../site/page-kind.ts'
import { bibTex, ris } from '../../site/parts/cite.ts'
import { type PageForm, type PageRequest, requestedAddress } from './pages.ts'
import { otherPath } from './paths.ts'

/** The page itself. */
export const htmlForm: PageForm = {
  name: '',
  mediaType: 'text/html',
  write(made, request, setting, asked) {
    const { kind, language, path } = request
    if (kind.isEmbed) return embedded(made.page(path), setting)
    const forms = formsOf(kind).filter(({ name }) => /^index\.(json|csv)$/.test(name))
    return framed(made.page(path), {
      language,
      url: setting.url,
      paths: pathsOfPage(request),
      release: setting.releases[0]?.release,
      date: setting.revision?.date,
      asked,
      forms: forms.map((form) => requestedAddress({ ...request, form })),
      search: requestedAddress(request).slice(path.length),
    })
  },
}

/** The data of the page: the responses to its queries. */
const jsonForm: PageForm = {
  name: 'index.json',
  mediaType: 'application/json',
  write(_made, request, { url, language, day, revision, releases, publisher }, asked) {
    return `${JSON.stringify({
      page: `${url}${requestedAddress({ ...request, form: htmlForm })}`,
      language,
      day,
      revision: revision?.number ?? null,
      date: revision?.date ?? null,
      release: releases[0] ? `${url}/exports/${releases[0].release}/` : null,
      licence: licence.url,
      publisher: publisher?.name ?? null,
      queries: asked.map(({ query, variables, data }) => ({
        name: query.name,
        graphql: `${url}${graphqlAddress(query.text, variables)}`,
        data,
      })),
    })}\n`
  },
}

const csvForm: PageForm = {
  name: 'index.csv',
  mediaType: 'text/csv',
  write: (made) => toCsv(tableLines(made.table())),
}

const excelForm: PageForm = {
  name: 'index.excel.csv',
  mediaType: 'text/csv',
  write: (made) => toExcelCsv(tableLines(made.table())),
}

const bibTexForm: PageForm = {
  name: 'cite.bib',
  mediaType: 'application/x-bibtex',
  write: (made, request, setting: Setting) => bibTex(cited(request, setting), made.page(request.path).title),
}

const risForm: PageForm = {
  name: 'cite.ris',
  mediaType: 'application/x-research-info-systems',
  write: (made, request, setting) => ris(cited(request, setting), made.page(request.path).title),
}

/** The page is cited, with the choices in its address. */
function cited(request: PageRequest, setting: Setting) {
  return { ...setting, path: requestedAddress({ ...request, form: htmlForm }) }
}

function tableLines(table: ReturnType<Parameters<PageForm['write']>[0]['table']>) {
  return table === null ? [] : [[...table.columns], ...table.rows.map((row) => [...row])]
}

/** The forms of a page kind besides the page itself. */
export function formsOf({ hasTable, files, isEmbed }: PageRequest['kind']): readonly PageForm[] {
  if (isEmbed) return [jsonForm]
  const own = Object.entries(files).map(
    ([name, mediaType]): PageForm => ({ name, mediaType, write: (made) => fileOf(made.file(name)) }),
  )
  return [jsonForm, ...(hasTable ? [csvForm, excelForm] : []), bibTexForm, risForm, ...own]
}

/** A file, ready to be sent. */
export function fileOf(contents: FileContents): string | Buffer | Promise<Buffer> {
  return typeof contents === 'object' && 'columns' in contents ? toCsv(tableLines(contents)) : contents
}

/** The path of the page in each language. */
function pathsOfPage({ kind, language, path }: PageRequest) {
  const other = otherThan(language)
  const paths = { [language]: path, [other]: otherPath(kind, language, path) }
  return { sv: paths.sv ?? path, en: paths.en ?? path }
}
