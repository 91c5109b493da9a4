import { execFile, execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { createServerAdapter } from '@whatwg-node/server'
import { isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  examplesWithAnswers,
  explainedQuery,
  keysTable,
  limitsTable,
  pagesTable,
  settingsTable,
  withGenerated,
} from '../scripts/documentation.ts'
import { type App, createApp } from '../src/app.ts'
import { commands } from '../src/commands/index.ts'
import type { OpenDatabase } from '../src/database/client.ts'
import { exampleQueries } from '../src/datasets/example-queries.ts'
import { datasetNames } from '../src/datasets/index.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { Outline } from '../src/graphql/plans/outline.ts'
import { schema } from '../src/graphql/schema.ts'
import { bundledData, onPglite } from './support/databases.ts'
import { lacking, runners } from './support/lacking.ts'

const readme = readFileSync('README.md', 'utf8')
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'openapi-notes.md',
  'data/README.md',
  'exports/README.md',
  'docs/graphql.md',
  'docs/verification.md',
  'docs/exports.md',
  'docs/ingest.md',
  'data/lookups/README.md',
]

describe('the README', () => {
  const outline = new Outline()
  let database: OpenDatabase
  let app: App
  beforeAll(async () => {
    database = await onPglite.openLoaded((sql, parameters) => outline.logQuery(sql, parameters))
    app = createApp({
      database,
      store: new FolderStore('exports/none'),
      publicUrl: '',
      log: { error: () => {} },
    })
  })
  afterAll(() => database.close())

  test('shows the answer that its first query gives', async () => {
    const body = /-d '([^']+)'/.exec(readme)?.[1] ?? ''
    const response = await app.fetch(
      new Request('http://test/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: body.replace(/\n\s*/g, ' '),
      }),
    )
    const shown = /<!-- answer -->\n```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
    const { data } = (await response.json()) as { data: unknown }
    expect({ data }).toEqual(JSON.parse(shown))
  })

  test('has a guide whose examples give the answers that it shows', async () => {
    expect(exampleQueries).toHaveLength(16)
    const names = exampleQueries.map(({ query }) => /^query ([A-Z]\w+) \{/.exec(query)?.[1])
    expect(new Set(names).size, 'each has a name, which GraphiQL shows').toBe(16)
    expect(names).not.toContain(undefined)
    const ask = async (query: string) => {
      const asked = new Request(`http://test/graphql?query=${encodeURIComponent(query)}`)
      const { data, errors } = (await (await app.fetch(asked)).json()) as { data: unknown; errors?: unknown }
      expect(errors).toBeUndefined()
      return { data }
    }
    const guide = readFileSync('docs/graphql.md', 'utf8')
    expect(withGenerated(guide, 'examples', await examplesWithAnswers(ask)), 'run npm run generate').toBe(
      guide,
    )
  })

  test('explains a query as the command does', async () => {
    const guide = readFileSync('docs/graphql.md', 'utf8')
    const explanation = await explainedQuery(database, outline)
    expect(withGenerated(guide, 'explanation', explanation), 'run npm run generate').toBe(guide)
  })

  test('has a guide of which every query is answered, page by page where it has pages', async () => {
    const queries = [...readFileSync('docs/graphql.md', 'utf8').matchAll(/```graphql\n([\s\S]*?)```/g)]
    expect(queries.length).toBeGreaterThan(exampleQueries.length)
    for (const [, query = ''] of queries) {
      const cursors = new Set<string>()
      for (let after: string | null = null; ; ) {
        const variables: string = encodeURIComponent(JSON.stringify({ after }))
        const asked = `http://test/graphql?query=${encodeURIComponent(query)}&variables=${variables}`
        const answer = await (await app.fetch(new Request(asked))).json()
        const { data, errors } = answer as { data: object; errors?: unknown }
        expect(errors, query).toBeUndefined()
        const [{ pageInfo }] = Object.values(data) as [
          { pageInfo?: { hasNextPage: boolean; endCursor: string } },
        ]
        if (!pageInfo?.hasNextPage) break
        after = pageInfo.endCursor
        expect(cursors, query).not.toContain(after)
        cursors.add(after)
      }
    }
  })

  describe('has a guide whose first query', () => {
    let server: Server
    let port: number
    beforeAll(async () => {
      server = createServer(createServerAdapter((request: Request) => app.fetch(request)))
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      port = (server.address() as AddressInfo).port
    })
    afterAll(() => {
      server.close()
    })

    test.for(['sh', 'js', 'python', 'r'])(
      'in %s gives the answer that it shows',
      async (language, { skip }) => {
        const guide = readFileSync('docs/graphql.md', 'utf8')
        const code = new RegExp(`\\\`\\\`\\\`${language}\\n([\\s\\S]*?)\\\`\\\`\\\``).exec(guide)?.[1] ?? ''
        const reason = lacking(language, code)
        if (reason !== null) skip(reason)
        const [program = '', ...words] = runners[language] ?? []
        const here = code.replaceAll('127.0.0.1:4000', `127.0.0.1:${port}`)
        const { stdout } = await promisify(execFile)(program, [...words, here])
        const shown = /Each of them prints this[^\n]*:\n\n```json\n(.*)\n```/.exec(guide)?.[1]
        const { data } = JSON.parse(stdout) as { data: unknown }
        expect(JSON.stringify({ data })).toBe(shown)
      },
    )
  })

  test('lists the settings as they are', () => {
    expect(withGenerated(readme, 'settings', settingsTable()), 'run npm run generate').toBe(readme)
  })

  test('lists the commands as they are, and package.json has them', async () => {
    const scripts = JSON.parse(readFileSync('package.json', 'utf8')).scripts as { [name: string]: string }
    for (const [name, open] of Object.entries(commands)) {
      const { summary, usage } = await open()
      const shown = name === 'start' ? 'npm start' : `npm run ${usage}`
      expect(readme).toContain(`| \`${shown}\` | ${summary} |`)
      // With flags of Node's own, where a command has some.
      expect(scripts[name]).toMatch(new RegExp(`^node (--\\S+ )*src/main\\.ts ${name}$`))
    }
  })

  test('gives the numbers that the data have', () => {
    const { agreements, municipalities } = bundledData().tables
    const catalogued = agreements.filter(({ extent }) => extent === 'catalogued').length
    const known = municipalities.filter(({ researchState }) => researchState === 'catalogued').length
    expect(readme.replace(/\s+/g, ' ')).toContain(
      `*Transcribed* agreements (${agreements.length - catalogued} so far) have their wording in the data set; for *catalogued* ones (${catalogued}, of ${known} municipalities)`,
    )
  })

  test('openapi-notes.md lists the limits as they are', () => {
    const notes = readFileSync('openapi-notes.md', 'utf8')
    expect(withGenerated(notes, 'limits', limitsTable()), 'run npm run generate').toBe(notes)
    expect(withGenerated(notes, 'pages', pagesTable()), 'run npm run generate').toBe(notes)
  })

  test('openapi-notes.md names every route', () => {
    const notes = readFileSync('openapi-notes.md', 'utf8')
    const isBeside = /\/(index\.json|index\.csv|index\.excel\.csv|cite\.bib|cite\.ris)$/
    const named = app.routes.filter(({ path }) => !isBeside.test(path) || path === '/exports/index.json')
    for (const { path } of named) expect(notes).toContain(`\`${path.replace(/:(\w+)/g, '{$1}')}\``)
  })
})

test.each([...documents, ...readdirSync('docs/decisions').map((file) => `docs/decisions/${file}`)])(
  'every link in %s leads to a file',
  (file) => {
    for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)) {
      expect(existsSync(join(dirname(file), target)), target).toBe(true)
    }
  },
)

describe('docs/ingest.md', () => {
  const guide = readFileSync('docs/ingest.md', 'utf8')

  test('lists the keys of the review page as they are', () => {
    expect(withGenerated(guide, 'keys', keysTable()), 'run npm run generate').toBe(guide)
  })

  test('says in words what each small picture shows, and shows every one', () => {
    const shown = [...guide.matchAll(/!\[([^\]]*)\]\(pictures\/([^)]+)\)/g)]
    for (const [, words = ''] of shown) expect(words.length).toBeGreaterThan(40)
    expect(shown.map(([, , file]) => file).sort()).toEqual(readdirSync('docs/pictures').sort())
    for (const [, , file = ''] of shown)
      expect(statSync(join('docs/pictures', file)).size, file).toBeLessThan(200_000)
  })
})

test('the released README names every dataset in both languages', () => {
  const released = readFileSync('exports/sample/README.md', 'utf8')
  for (const name of datasetNames) expect(released.split(`- \`${name}\` – `)).toHaveLength(3)
})

test('the migrations make the tables that the program has', () => {
  const before = readdirSync('drizzle', { recursive: true }).sort()
  const told = execFileSync('node_modules/.bin/drizzle-kit', ['generate'], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  expect(told).toContain('No schema changes')
  expect(readdirSync('drizzle', { recursive: true }).sort()).toEqual(before)
})

test('docs/graphql.md names every type without an id, for caches that need to know', () => {
  const [, listed = ''] =
    /<!-- keyless -->\n```js\n(.*?)```/s.exec(readFileSync('docs/graphql.md', 'utf8')) ?? []
  const keyless = Object.values(schema.getTypeMap()).filter(
    (type) =>
      isObjectType(type) &&
      !type.name.startsWith('__') &&
      type.name !== 'Query' &&
      !('id' in type.getFields()) &&
      !/(Connection|Edge|PageInfo)$/.test(type.name),
  )
  const named = [...listed.matchAll(/(\w+): none/g)].map(([, name]) => name)
  expect(named.sort()).toEqual(keyless.map(({ name }) => name).sort())
})
