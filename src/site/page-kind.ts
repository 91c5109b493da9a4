import type { Html } from './html.ts'
import type { In, Language } from './language.ts'
import type { Ask } from './query.ts'

/** Where and when a page is shown. */
export interface Setting {
  readonly language: Language
  /** The address at which readers reach the server, without a slash at the end. */
  readonly url: string
  /** The day in Sweden. */
  readonly day: string
  /** Of what revision the data are, and the day of their newest change. Null before anything is loaded. */
  readonly revision: { readonly number: number; readonly date: string; readonly loadedAt: string } | null
  /** The newest releases, the newest first. */
  readonly releases: readonly {
    readonly release: string
    readonly date: string
    readonly revision: number
    readonly files: readonly { readonly path: string }[]
  }[]
  /** Whether releases could not be read: then none are listed, although there may be some. */
  readonly areReleasesAway: boolean
  readonly publisher: { readonly name: string; readonly email: string; readonly url: string | null } | null
}

/** What an address asks for. */
export interface PageContext extends Setting {
  /** What stands in the path for the names of its pattern. */
  readonly parameters: { readonly [name: string]: string }
  /** Those values of the query of the address that the page kind knows. */
  readonly search: URLSearchParams
  /** The form that is asked for, by its name: the page itself has none. */
  readonly form: { readonly name: string }
  readonly ask: Ask
}

/** What a page shows, and what is said of it. */
export interface ShownPage {
  readonly title: string
  readonly description: string
  readonly main: Html
  /** The item of the main menu that it belongs to. */
  readonly section?: MenuItem
  /** A page that search engines are not to list. */
  readonly isUnlisted?: boolean
  /** The picture that is shown where the page is shared, by its path. */
  readonly picture?: string
  /** What search engines read of it, by schema.org. */
  readonly linkedData?: object
  /** Further links of its head. */
  readonly links?: Html
}

/** The items of the main menu. */
export type MenuItem = 'municipality' | 'topic' | 'agreement' | 'charts' | 'exports' | 'about'

/** The page stands somewhere else. */
export class Moved {
  readonly to: string
  constructor(to: string) {
    this.to = to
  }
}

/** A table of a page, for CSV: a row for each that the page lists. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** A kind of pages. */
interface PageKind<D> {
  readonly name: string
  /** Its addresses, as URLPattern reads them. */
  readonly paths: In<string>
  /** What it is, for openapi.json. */
  readonly summary: In<string>
  /** The names of the values that the query of its address may have. */
  readonly search?: readonly string[]
  /** Swedish addresses of it, one for each state that it can be in: tests open them in both languages. */
  readonly examples: readonly string[]
  /** What the addresses of all its pages end in, for the site map. Without it there is one page, or none is listed. */
  parts?(ask: Ask, day: string): Promise<readonly string[]>
  /** What it shows. Null where there is no such page. */
  read(context: PageContext): Promise<D | Moved | null>
  page(data: D, setting: Setting & { readonly path: string }): ShownPage
  /** The same as a table, where the page lists something. */
  table?(data: D, setting: Setting): Table
  /** Other files beside the page, by their names. One that begins with a dot stands in place of the last slash: .svg. */
  readonly files?: {
    readonly [name: string]: { readonly mediaType: string; write(data: D, setting: Setting): FileContents }
  }
  /** A page for frames of other sites: without menu and foot, and without files beside it. */
  readonly isEmbed?: true
}

/** What a file beside a page holds. A table is written as CSV. */
export type FileContents = string | Buffer | Promise<Buffer> | Table

/** A page kind whose data only it knows. */
export interface AnyPageKind extends Omit<PageKind<unknown>, 'read' | 'page' | 'table' | 'files'> {
  readonly hasTable: boolean
  /** The media types of the other files beside the page, by their names. */
  readonly files: { readonly [name: string]: string }
  /** Reads what it shows, and gives what makes each form of it. */
  make(context: PageContext): Promise<Made | Moved | null>
}

/** What was read for a page. */
export interface Made {
  page(path: string): ShownPage
  table(): Table | null
  file(name: string): FileContents
}

/**
 * Makes a kind of page, for the list of all of them. What `read` gives is what the page, its table and its files show.
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
      const found = data as D // it is not the other two
      return {
        page: (path) => kind.page(found, { ...context, path }),
        table: () => kind.table?.(found, context) ?? null,
        file: (name) => kind.files?.[name]?.write(found, context) ?? '',
      }
    },
  }
}
