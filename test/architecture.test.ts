import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { expect, test } from 'vitest'

/** What each folder of src may import from the others. A file beside them is a folder of its own. */
const MAY_IMPORT: { readonly [part: string]: readonly string[] } = {
  datasets: [],
  // Rules of the web that know nothing of us.
  web: [],
  // How messages show what was sent.
  'quoted.ts': [],
  ingest: ['datasets', 'quoted.ts', 'records'],
  records: ['datasets', 'quoted.ts'],
  database: ['datasets', 'records'],
  graphql: ['datasets', 'database', 'quoted.ts', 'web'],
  exporters: ['datasets', 'database', 'quoted.ts'],
  site: ['datasets', 'database'],
  review: ['datasets', 'ingest', 'records', 'site'],
  jobs: ['exporters', 'database'],
  http: ['datasets', 'database', 'exporters', 'quoted.ts', 'site', 'web'],
  's3-location.ts': [],
  'signing-key.ts': [],
  'config.ts': ['datasets', 'quoted.ts', 's3-location.ts', 'signing-key.ts'],
  'log.ts': ['config.ts'],
  'app.ts': ['datasets', 'database', 'graphql', 'exporters', 'http', 'jobs', 'site', 'web'],
  commands: [
    'app.ts',
    'config.ts',
    'log.ts',
    'database',
    'exporters',
    'http',
    'ingest',
    'jobs',
    'quoted.ts',
    'records',
    'review',
  ],
  'quick-imports.ts': [],
  'command-line.ts': ['commands', 'config.ts', 'log.ts', 'quoted.ts'],
  'main.ts': ['quick-imports.ts', 'command-line.ts'],
}

const files = globSync('src/**/*.ts')

function partOf(file: string): string {
  return relative('src', file).split('/')[0] ?? ''
}

test.each(files)('%s imports only what its folder may', (file) => {
  const imported = [
    ...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^;'"=]*?['"](\.[^'"]+)['"]$/gm),
  ]
  for (const [, path = ''] of imported) {
    const part = partOf(normalize(join(dirname(file), path)))
    const own = partOf(file)
    expect([own, ...(MAY_IMPORT[own] ?? [])], `${file} imports ${path}`).toContain(part)
  }
})

/** The files that a file names in its imports, by types too, or with `import()`. */
function importsOf(file: string): string[] {
  const named = readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g)
  return [...named].map(([, path = '']) => normalize(join(dirname(file), path)))
}

test('no files import each other in a circle, not even types', () => {
  const all = globSync(['src/**/*.{ts,js}', 'test/**/*.ts', 'scripts/**/*.ts'])
  const circles: string[] = []
  const done = new Set<string>()
  const follow = (file: string, way: readonly string[]) => {
    const before = way.indexOf(file)
    if (before >= 0) circles.push([...way.slice(before), file].join(' → '))
    if (before >= 0 || done.has(file)) return
    for (const imported of importsOf(file)) if (all.includes(imported)) follow(imported, [...way, file])
    done.add(file)
  }
  for (const file of all) follow(file, [])
  expect(circles).toEqual([])
})

/** What is kept in a file as long as the program runs: what `let` names, and what its own code changes. */
function stateOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const variables = [...text.matchAll(/^(?:export )?(?:let|var) (\w+)/gm)]
  const constants = [...text.matchAll(/^(?:export )?const (\w+)/gm)].filter(([, name = '']) =>
    new RegExp(
      `(?<![.\\w])${name}(?:\\.(?:set|add|delete|clear|push|unshift|pop|shift|splice|sort|memo|getOrInsert\\w*)\\(|(?:\\.\\w+|\\[[^\\]]+\\])+ (?:[-+*/?|&]{0,2}=) |\\.\\w+(?:\\+\\+|--))`,
    ).test(text),
  )
  return [...variables, ...constants].map(([, name]) => `${file}: ${name}`)
}

test('no file keeps state for the whole program, but a page in its browser', () => {
  expect(files.flatMap(stateOf)).toEqual([])
})

test('what a file exports of maps and sets cannot be changed', () => {
  const changeable = files.filter((file) =>
    /^export const \w+(?:: (?!Readonly)[^=]+)? = new (?:Map|Set|WeakMap|WeakSet|LRUCache)\b/m.test(
      readFileSync(file, 'utf8'),
    ),
  )
  expect(changeable).toEqual([])
})

test('only config.ts reads the environment', () => {
  const readers = files.filter((file) => /process\.env/.test(readFileSync(file, 'utf8')))
  expect(readers).toEqual(['src/config.ts'])
})

test('no file of src is longer than 300 lines', () => {
  const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 301)
  expect(long).toEqual([])
})

/** What a file loads when it is loaded: files of src, and packages. */
function loadedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const statements = /^(?:import|export)\b(?! type)[^;'"=]*?['"]([^'"]+)['"]$/gm
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(statements)) {
    if (path.startsWith('.')) loadedBy(normalize(join(dirname(file), path)), seen)
    else if (!path.startsWith('node:')) seen.add(path)
  }
  return seen
}

test('npm run verify loads no database, and nothing else that is large', () => {
  const loaded = [...loadedBy('src/main.ts'), ...loadedBy('src/commands/verify.ts')]
  expect(loaded.filter((file) => file.startsWith('src/database/'))).toEqual([])
  expect([...new Set(loaded.filter((file) => !file.startsWith('src/')))].sort()).toEqual(['croner', 'zod'])
})
