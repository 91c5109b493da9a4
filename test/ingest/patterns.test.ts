import { globSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { pathToFileURL } from 'node:url'
import { parse, type TaggedTemplateExpression, tokTypes } from 'acorn'
import { analyse } from 'scslre'
import { expect, test } from 'vitest'
import { lookupsOf } from '../../src/commands/reading.ts'
import type { WordList } from '../../src/ingest/text/word-expressions.ts'

interface Pattern {
  readonly file: string
  readonly source: string
  readonly flags: string
}

const files = globSync('src/ingest/**/*.ts')
const { expression } = lookupsOf('data')
/** What writes an expression with lists of words in it. */
const TAGS = new Set(['withWords', 'everyWithWords'])

/** The regular expressions that stand in the code of a file. */
function literalsIn(file: string): Pattern[] {
  const found: Pattern[] = []
  parse(stripTypeScriptTypes(readFileSync(file, 'utf8')), {
    ecmaVersion: 'latest',
    sourceType: 'module',
    onToken(token) {
      if (token.type !== tokTypes.regexp || !('value' in token)) return
      // What acorn gives for such a token; its types leave it out.
      const { pattern, flags } = token.value as { pattern: string; flags: string }
      found.push({ file, source: pattern, flags })
    },
  })
  return found
}

/** The expressions with lists of words that stand in the code of a file, with the words of the lists in them. */
function wordPatternsIn(file: string): Pattern[] {
  const found: Pattern[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, tag, quasi } = node as TaggedTemplateExpression
    if (type === 'TaggedTemplateExpression' && tag.type === 'Identifier' && TAGS.has(tag.name)) {
      const parts = quasi.quasis.map(({ value }) => value.raw)
      const lists = quasi.expressions.map((each) => (each as { value: WordList }).value)
      const { source, flags } = expression({ flags: 'u', parts, lists })
      found.push({ file, source, flags })
    }
    Object.values(node).forEach(visit)
  }
  visit(
    parse(stripTypeScriptTypes(readFileSync(file, 'utf8')), { ecmaVersion: 'latest', sourceType: 'module' }),
  )
  return found
}

/** The regular expressions that modules put together of parts while they are loaded. */
async function builtPatterns(): Promise<Pattern[]> {
  const found: Pattern[] = []
  const Real = RegExp
  globalThis.RegExp = new Proxy(Real, {
    construct(target, words) {
      const made: RegExp = Reflect.construct(target, words)
      found.push({ file: 'built', source: made.source, flags: made.flags })
      return made
    },
  })
  try {
    // By an address of its own each is loaded here, also where another test has loaded it before.
    for (const file of files) await import(/* @vite-ignore */ `${pathToFileURL(file).href}?built`)
  } finally {
    globalThis.RegExp = Real
  }
  return found
}

/** Constructs that let a pattern match the same letters in several ways. Starting again at each letter is not backtracking. */
function backtracksIn({ source, flags }: Pattern): string[] {
  return analyse({ source, flags })
    .reports.filter(({ type }) => type !== 'Move')
    .map(({ type, character }) => `${type} on ${character.literal.source}`)
}

test('the analysis knows a pattern that backtracks', () => {
  expect(backtracksIn({ file: '', source: '^(?:a+ ?)*$', flags: '' })).not.toEqual([])
})

test('no pattern of ingest backtracks', async () => {
  const withWords = files.flatMap(wordPatternsIn)
  expect(withWords.length).toBeGreaterThan(15)
  const patterns = [...files.flatMap(literalsIn), ...withWords, ...(await builtPatterns())]
  expect(patterns.length).toBeGreaterThan(100)
  expect(
    patterns
      .map((each) => [each.file, each.source, backtracksIn(each)])
      .filter(([, , found]) => found?.length),
  ).toEqual([])
})
