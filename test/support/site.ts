import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../src/app.ts'
import { load } from '../../src/database/load.ts'
import { FolderStore } from '../../src/exporters/stores/folder-store.ts'
import { pageKinds } from '../../src/http/site/page-kinds.ts'
import type { Data } from '../../src/records/read-data.ts'
import type { Language } from '../../src/site/language.ts'
import { fillExportsDir } from './database-templates.ts'
import { onPglite, type TestDatabase } from './databases.ts'

/** Where the tests' site is reached. */
export const SITE = 'https://data.example.se'

/** A day on which what the bundled data hold is known. */
export const DAY = '2026-11-30'

/** The site over the bundled data, or others. */
export async function openSite({
  data,
  on = onPglite,
  isReleased = false,
}: {
  data?: Data
  on?: TestDatabase
  isReleased?: boolean
} = {}) {
  const statements: string[] = []
  const database = await (data ? on.open : on.openLoaded)((sql) => statements.push(sql))
  if (data) await load(database.db, data)
  const folder = mkdtempSync(join(tmpdir(), 'medborgarloften-site-'))
  const store = new FolderStore(folder)
  if (isReleased) await fillExportsDir(folder)
  const faults: string[] = []
  let now = new Date(`${DAY}T12:00:00Z`)
  const app = createApp({
    database,
    store,
    publicUrl: SITE,
    publisher: { name: 'Exempel', url: null, type: 'Company', email: 'data@example.se' },
    log: { error: (message) => faults.push(message) },
    now: () => now,
  })
  const get = (path: string, headers: { [name: string]: string } = {}, method = 'GET') =>
    app.fetch(new Request(`${SITE}${path}`, { method, headers }))
  return {
    app,
    database,
    store,
    faults,
    get,
    /** The text of a page that must be there. */
    async text(path: string): Promise<string> {
      const response = await get(path)
      const text = await response.text()
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text.slice(0, 200)}`)
      return text
    },
    /** What GraphQL answers to one who asks by HTTP. */
    // biome-ignore lint/suspicious/noExplicitAny: the schema's own types are not known here
    async dataOf(query: string, variables: object = {}): Promise<any> {
      const asked = new URLSearchParams({ query, variables: JSON.stringify(variables) })
      const { data: found, errors } = (await (await get(`/graphql?${asked}`)).json()) as {
        data: unknown
        errors?: unknown
      }
      if (errors) throw new Error(JSON.stringify(errors))
      return found
    },
    /** The statements that something takes. */
    async statementsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
      statements.length = 0
      await work()
      return [...statements]
    },
    /** Sets the clock of the server. */
    setNow(iso: string) {
      now = new Date(iso)
    },
    async close() {
      await database.close()
      rmSync(folder, { recursive: true })
    },
  }
}

export type TestSite = Awaited<ReturnType<typeof openSite>>

/** An example of a page kind in a language: what names the one that is shown is the same in both. */
export function inLanguage(path: string, language: Language): string {
  const kind = pageKinds.find(({ examples }) => examples.includes(path))
  const begin = (of: Language) => kind?.paths[of].split(':')[0] ?? ''
  return `${begin(language)}${path.slice(begin('sv').length)}`
}

/** The examples of all page kinds, in both languages. */
export const examplePages: readonly string[] = pageKinds.flatMap(({ examples }) =>
  examples.flatMap((path) => (['sv', 'en'] as const).map((language) => inLanguage(path, language))),
)

/** A page as text alone. */
export function textOf(html: string): string {
  const entities: { readonly [entity: string]: string } = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
  }
  return html
    .replace(/<(script|style|title)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
}
