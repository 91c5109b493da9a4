import { globSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { parse, tokTypes } from 'acorn'
import { expect, test } from 'vitest'

/** Wordings that messages and descriptions had once, each with what to write instead. */
const UNUSUAL: readonly (readonly [RegExp, string])[] = [
  [/\bthere is no \S+ (called|named)\b/i, 'unknown …, or … not found'],
  [/\bis no (valid|id|field|address|key|text|number|date|manifest|signature)\b/, 'is not a valid …'],
  [/\bis another now\b/, 'has changed since'],
  [/\bby turns\b/, 'over several requests'],
  [/\bsay once\b/i, 'define in one place'],
  [/\breckoned\b/, 'calculated'],
  [/\bmend (it|that|this)\b/, 'correct …'],
]

/** The strings and templates of a file. */
function stringsOf(file: string): string[] {
  const found: string[] = []
  parse(stripTypeScriptTypes(readFileSync(file, 'utf8')), {
    ecmaVersion: 'latest',
    sourceType: 'module',
    onToken(token) {
      const isText = token.type === tokTypes.string || token.type === tokTypes.template
      if (isText && 'value' in token) found.push(String(token.value))
    },
  })
  return found
}

test('strings of src use the words that people expect', () => {
  const strings = globSync('src/**/*.ts').flatMap(stringsOf)
  expect(strings.length).toBeGreaterThan(1_000)
  const found = strings.flatMap((text) =>
    UNUSUAL.filter(([wording]) => wording.test(text)).map(([, instead]) => `${text} → ${instead}`),
  )
  expect(found).toEqual([])
})
