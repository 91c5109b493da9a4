import type { Html } from './html.ts'
import type { In, Language } from './language.ts'
import type { Ask } from './query.ts'

/** The circumstances in which a page is shown. */
export interface Setting {
  readonly language: Language
  /** The server's public address, without a slash at the end. */
  readonly url: string
  /** The day in Sweden. */
  readonly day: string
  /** The revision of the data, and the day of their newest change. Null before anything is loaded. */
  readonly revision: { readonly number: number; readonly date: string; readonly loadedAt: string } | null
  /** The newest releases, newest first. */
  readonly releases: readonly {
    readonly release: string
    readonly date: string
    readonly revision: number
    readonly files: readonly { readonly path: string }[]
  }[]
  /** Whether releases could not be read: then none are listed, although some may exist. */
  readonly areReleasesAway: boolean
  readonly publisher: { readonly name: string; readonly email: string; readonly url: string | null } | null
}

/** The request for a page. */
export interface PageContext extends Setting {
  /** The parts of the path, by the names in its pattern. */
  readonly parameters: { readonly [name: string]: string }
  /** Those parameters of the query that the page kind knows. */
  readonly search: URLSearchParams
  /** The name of the requested form; the page itself has none. */
  readonly form: { readonly name: string }
  readonly ask: Ask
}

/** The contents of a page, and its metadata. */
export interface ShownPage {
  readonly title: string
  readonly description: string
  readonly main: Html
  /** The item of the main menu that it belongs to. */
  readonly section?: MenuItem
  /** Whether search engines should not list it. */
  readonly isUnlisted?: boolean
  /** The path of the picture for sharing the page. */
  readonly picture?: string
  /** Structured data for search engines, by schema.org. */
  readonly linkedData?: object
  /** Further links of its head. */
  readonly links?: Html
}

/** The items of the main menu. */
export type MenuItem = 'municipality' | 'topic' | 'agreement' | 'charts' | 'exports' | 'about'

/** The page has another address. */
export class Moved {
  readonly to: string
  constructor(to: string) {
    this.to = to
  }
}

/** A page's table, for CSV: one row for each that the page lists. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** A kind of page. */
interface PageKind<D> {
  readonly name: string
  /** Its addresses, as URLPattern reads them. */
  readonly paths: In<string>
  /** Its description, for openapi.json. */
  readonly summary: In<string>
  /** The names of the parameters that its query may have. */
  readonly search?: readonly string[]
  /** Example addresses in Swedish, one for each state of the page: tests open them in both languages. */
  readonly examples: readonly string[]
  /** The last parts of the addresses of all its pages, for the site map. Without it there is one page, or none is listed. */
  parts?(ask: Ask, day: string): Promise<readonly string[]>
  /** The contents of a page. Null if the page does not exist. */
  read(context: PageContext): Promise<D | Moved | null>
  page(data: D, setting: Setting & { readonly path: string }): ShownPage
  /** The same as a table, if the page lists something. */
  table?(data: D, setting: Setting): Table
  /** Other files beside the page, by their names. A name that begins with a dot replaces the last slash: .svg. */
  readonly files?: {
    readonly [name: string]: { readonly mediaType: string; write(data: D, setting: Setting): FileContents }
  }
  /** A page for frames on other sites: without menu and footer, and without files beside it. */
  readonly isEmbed?: true
}

/** The contents of a file beside a page. A table is written as CSV. */
export type FileContents = string | Buffer | Promise<Buffer> | Table

/** A page kind that hides the type of its data. */
export interface AnyPageKind extends Omit<PageKind<unknown>, 'read' | 'page' | 'table' | 'files'> {
  readonly hasTable: boolean
  /** The media types of the other files beside the page, by their names. */
  readonly files: { readonly [name: string]: string }
  /** Reads the data, and returns what makes each form of the page from them. */
  make(context: PageContext): Promise<Made | Moved | null>
}

/** The data that were read for a page. */
export interface Made {
  page(path: string): ShownPage
  table(): Table | null
  file(name: string): FileContents
}

/**
 * Makes a page kind, for the list of all of them. The page, its table and its files show what `read` returns.
 *
 * @example export const topicsPage = pageKind({ name: 'topics', paths: pathsOf('topic'), summary, examples: ['/amne/'],
 * read: ({ ask }) => ask(topicsQuery, {}), page: (topics, { language }) => … })
 */
export function pageKind<D>(kind: PageKind<D>): AnyPageKind {
  return {
    ...kind,
    files: Object.fromEntries(
      Object.entries(kind.files ?? {}).map(([name, { mediaType }]) => [name, mediaType]),
    ),
    hasTable: kind.table !== undefined,
    async make(context) {
      const data = await kind.read(context)
      if (data === null) return null
      if (data instanceof Moved) return data as Moved
      const found = data as D // it is neither of the others
      return {
        page: (path) => kind.page(found, { ...context, path }),
        table: () => kind.table?.(found, context) ?? null,
        file: (name) => kind.files?.[name]?.write(found, context) ?? '',
      }
    },
  }
}
