import { execFile } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LATEST_FILES, openingsList, withGenerated } from '../scripts/documentation.ts'
import type { OpenDatabase } from '../src/database/client.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { openings } from '../src/site/opening.ts'
import { fillExportsDir } from './support/database-templates.ts'
import { onPglite } from './support/databases.ts'
import { lacking, runners } from './support/lacking.ts'
import { listening } from './support/listening.ts'

const document = readFileSync('docs/exports.md', 'utf8')

/** Whether a piece of code adds the numbers of targets without keeping units and times apart. */
function addsUnits(code: string): boolean {
  return (
    /\bsum\b/i.test(code) &&
    /target_?value/i.test(code) &&
    !(/target_?unit/i.test(code) && /target_?per/i.test(code))
  )
}

/** Each piece of code in the document, with the output that it shows, if it does. */
const pieces = [...document.matchAll(/```(sh|python|r|sql)\n(.*?)```(?:\n\n```text\n(.*?)```)?/gs)].map(
  ([, language = '', code = '', output]) => ({ language, code, output }),
)

let database: OpenDatabase
let folder: string
let server: Awaited<ReturnType<typeof listening>>
beforeAll(async () => {
  database = await onPglite.openLoaded()
  folder = mkdtempSync(join(tmpdir(), 'medborgarloften-docs-'))
  const store = new FolderStore(folder)
  await fillExportsDir(folder)
  server = await listening({ database, store })
})
afterAll(async () => {
  await server.close()
  await database.close()
  rmSync(folder, { recursive: true })
})

/** Runs a piece of code against the server of this test, in the folder, and gives what it prints. */
async function run(language: string, code: string): Promise<string> {
  const here = code.replaceAll('http://127.0.0.1:4000/', new URL('/', server.url).href)
  if (language === 'sql') {
    // DuckDB would fetch its part for HTTP from the net, so it is given the files.
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const reader = await connection.runAndReadAll(code.replaceAll(LATEST_FILES, `${join(folder, 'latest')}/`))
    connection.closeSync()
    return reader.getRows().join('\n')
  }
  const [program, ...words] = runners[language] ?? []
  if (program === undefined) throw new Error(`Nothing runs ${language}`)
  return (await promisify(execFile)(program, [...words, here], { cwd: folder })).stdout
}

test('the document shows how to read a release as the pages do', () => {
  expect(withGenerated(document, 'openings', openingsList()), 'run npm run generate').toBe(document)
})

test.for(pieces.map(({ language, code, output }, at) => [at + 1, language, code, output] as const))(
  'piece %i of its code, in %s, works',
  async ([, language, code, output], { skip }) => {
    // DuckDB comes from npm.
    const reason = language === 'sql' ? null : lacking(language, code)
    if (reason !== null) skip(reason)
    const printed = await run(language, code)
    if (output !== undefined) expect(printed.trim()).toBe(output.trim())
    // The pieces for each program count activities by municipality.
    else if (code.includes('municipality_names')) expect(printed).toContain('Vetlanda')
  },
)

test('no example, here or elsewhere, adds up targets of different units', () => {
  const documents = globSync(['*.md', '{docs,exports,data}/**/*.md'], { exclude: ['exports/sample/**'] })
  const shown = documents.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/```\w*\n(.*?)```/gs)].map(([, code = '']) => ({ path, code })),
  )
  for (const { program, code } of openings) shown.push({ path: program, code: code?.text('') ?? '' })
  expect(shown.length).toBeGreaterThan(50)
  expect(shown.filter(({ code }) => addsUnits(code)).map(({ path }) => path)).toEqual([])
  expect(addsUnits('SELECT sum(target_value) FROM x GROUP BY municipality_names')).toBe(true)
  expect(addsUnits('activities.groupby("target_unit")["target_value"].sum()')).toBe(true)
})

test('it has pieces of code for what tests can run anywhere, and for more', () => {
  expect(new Set(pieces.map(({ language }) => language))).toEqual(new Set(['sh', 'python', 'r', 'sql']))
})
