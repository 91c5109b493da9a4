import { globSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { parse, tokTypes } from 'acorn'
import { expect, test } from 'vitest'

/** Wordings that messages and descriptions had once, each with what to write instead. */
const UNUSUAL: readonly (readonly [RegExp, string])[] = [
  [/\bthere is no \S+ (called|named)\b/i, 'unknown …, or … not found'],
  [
    /(?<!\bthere )\bis no (valid|id|field|address|key|text|number|date|manifest|signature)\b/,
    'is not a valid …',
  ],
  [/\bis another now\b/, 'has changed since'],
  [/\bby turns\b/, 'over several requests'],
  [/\bsay once\b/i, 'define in one place'],
  [/\breckoned\b/, 'calculated'],
  [/\bmend (it|that|this)\b/, 'correct …'],
]

/** Wordings that comments had once, each with what to write instead. */
const UNUSUAL_IN_COMMENTS: typeof UNUSUAL = [
  ...UNUSUAL,
  [/\bwhat stands\b/i, 'what is, the text, the contents'],
  [/\b(is|are) told of\b/i, 'is described, is reported, is notified'],
  [/\bnone but\b/i, 'only'],
  [/\bthat which\b/i, 'what'],
  [/\banew\b/i, 'again'],
  [/\bsays itself\b/i, 'itself says'],
  [/\bwhoever\b/i, 'anybody who, the client that'],
]

/** The strings and templates of a file, and its comments. */
function textsOf(file: string): { readonly strings: string[]; readonly comments: string[] } {
  const strings: string[] = []
  const comments: string[] = []
  parse(stripTypeScriptTypes(readFileSync(file, 'utf8')), {
    ecmaVersion: 'latest',
    sourceType: 'module',
    onToken(token) {
      const isText = token.type === tokTypes.string || token.type === tokTypes.template
      if (isText && 'value' in token) strings.push(String(token.value))
    },
    onComment: (_isBlock, text) => comments.push(text.replaceAll(/\s+\*?\s*/g, ' ')),
  })
  return { strings, comments }
}

/** The texts with such a wording, each with what to write instead. */
function unusual(texts: readonly string[], wordings: typeof UNUSUAL): string[] {
  return texts.flatMap((text) =>
    wordings.filter(([wording]) => wording.test(text)).map(([, instead]) => `${text} → ${instead}`),
  )
}

test('strings of src use the words that people expect', () => {
  const strings = globSync('src/**/*.ts').flatMap((file) => textsOf(file).strings)
  expect(strings.length).toBeGreaterThan(1_000)
  expect(unusual(strings, UNUSUAL)).toEqual([])
})

test('comments use the words that people expect', () => {
  const comments = globSync('{src,test,scripts}/**/*.ts').flatMap((file) => textsOf(file).comments)
  expect(comments.length).toBeGreaterThan(1_000)
  expect(unusual(comments, UNUSUAL_IN_COMMENTS)).toEqual([])
})
