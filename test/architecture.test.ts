import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { expect, test } from 'vitest'
import { doubledNames } from '../scripts/doubled-names.ts'

/** What each folder of src imports from the others, and may. A file beside them is a folder of its own. */
const MAY_IMPORT: { readonly [part: string]: readonly string[] } = {
  common: [],
  datasets: [],
  web: [],
  records: ['common', 'datasets'],
  ingest: ['common', 'datasets', 'records'],
  database: ['common', 'datasets', 'records', 'tracing'],
  graphql: ['common', 'database', 'datasets', 'tracing', 'web'],
  exporters: ['common', 'database', 'datasets'],
  jobs: ['common', 'database', 'exporters'],
  'catalogue-run': ['common', 'datasets', 'ingest', 'review'],
  site: ['datasets'],
  charts: ['datasets', 'site'],
  http: ['charts', 'common', 'database', 'datasets', 'exporters', 'graphql', 'site', 'tracing', 'web'],
  review: ['common', 'datasets', 'ingest', 'records', 'site'],
  'config.ts': ['common', 'datasets'],
  log: ['common', 'config.ts'],
  tracing: ['web'],
  'app.ts': ['common', 'database', 'exporters', 'graphql', 'http', 'jobs', 'log', 'tracing', 'web'],
  commands: [
    'app.ts',
    'catalogue-run',
    'common',
    'config.ts',
    'database',
    'exporters',
    'graphql',
    'http',
    'ingest',
    'jobs',
    'log',
    'records',
    'review',
    'tracing',
  ],
  'command-line.ts': ['commands', 'common', 'config.ts', 'log'],
  'external-memory.ts': [],
  'quick-imports.ts': [],
  'node-setup.ts': ['external-memory.ts', 'quick-imports.ts'],
  'main.ts': ['command-line.ts', 'node-setup.ts'],
}

const files = globSync('src/**/*.ts')

/** The folder of src in which a file lies. */
function partOf(file: string): string {
  return relative('src', file).split('/')[0] ?? ''
}

/** The files that a file names in its imports, by types too, or with `import()`. */
function importsOf(file: string): string[] {
  const named = readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g)
  return [...named].map(([, path = '']) => normalize(join(dirname(file), path)))
}

test.each(Object.keys(MAY_IMPORT))('%s imports what it may, and no more is allowed than it needs', (part) => {
  const own = globSync('src/**/*.{ts,js}').filter((file) => partOf(file) === part)
  const imported = own
    .flatMap(importsOf)
    .filter((file) => file.startsWith('src/'))
    .map(partOf)
  expect([...new Set(imported)].filter((other) => other !== part).sort()).toEqual(MAY_IMPORT[part])
})

test('the picture of docs/architecture.md has the folders and what each imports', () => {
  const page = readFileSync('docs/architecture.md', 'utf8')
  const drawn = [...page.matchAll(/^ {2}(\S+) --> (\S+)$/gm)].map(([, from, to]) => `${from} → ${to}`)
  const reached = (part: string): readonly string[] =>
    (MAY_IMPORT[part] ?? []).flatMap((other) => [other, ...reached(other)])
  // An arrow that others make needless is not drawn.
  const needed = Object.entries(MAY_IMPORT).flatMap(([part, others]) =>
    others
      .filter((other) => !others.some((between) => reached(between).includes(other)))
      .map((other) => `${part} → ${other}`),
  )
  expect(drawn.sort()).toEqual(needed.sort())
})

test('docs/architecture.md says what every folder of src holds, and of no other', () => {
  const page = readFileSync('docs/architecture.md', 'utf8')
  const told = [...page.matchAll(/^\| (`src[^|]*`) \|/gm)].flatMap(([, names = '']) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''),
  )
  const folders = Object.keys(MAY_IMPORT).filter((part) => !part.endsWith('.ts'))
  expect(folders.filter((part) => !told.some((name) => name.startsWith(`src/${part}`)))).toEqual([])
  expect(told.filter((name) => !existsSync(name))).toEqual([])
})

test('every folder of src is known', () => {
  expect([...new Set(files.map(partOf))].sort()).toEqual(Object.keys(MAY_IMPORT).sort())
})

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

/**
 * What is kept in a file as long as the program runs: what `let` names, and what its own code changes. What definitions
 * register with zod while they are made is no such thing.
 */
function stateOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const variables = [...text.matchAll(/^(?:export )?(?:let|var) (\w+)/gm)]
  const constants = [...text.matchAll(/^(?:export )?const (\w+)(?! = z\.registry)/gm)].filter(
    ([, name = '']) =>
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

test('a name of a type or a function means one thing', () => {
  expect(doubledNames().doubled).toEqual([])
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
