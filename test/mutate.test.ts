import { expect, test } from 'vitest'
import { mutantsOf, mutated } from '../scripts/mutate/mutants.ts'

/** What becomes of a line of TypeScript, change by change. */
function changes(source: string): string[] {
  return mutantsOf('a.ts', source).map(mutated)
}

test.each<[string, string[]]>([
  ['a < b', ['a <= b']],
  ['a.b + c', ['a.b - c']],
  ['a ?? b', ['a && b']],
  ['x += y', ['x -= y']],
  ['a in b', []],
  ['if (a) b', ['if (true) b', 'if (false) b']],
  ['!a', ['a']],
  ['f()', [';']],
  ['await f()', [';']],
  ['const a = f()', []],
  ['throw new Error("what is wrong")', [';']],
  ['const a = true', ['const a = false']],
  ['const a = 12_000', ['const a = (12_000 + 1)']],
  ["const a = 'b'", ["const a = ''"]],
  ["const a = ''", ["const a = 'mutant'"]],
  ['const a = b.filter(c).map(d)', ['const a = b.map(d)']],
  ['const a = b.some(c)', ['const a = b.every(c)']],
  ['const a = Math.min(b, c)', ['const a = Math.max(b, c)']],
  ['const a = b.toString()', []],
  // What is no more than a name or a type does nothing.
  ['import a from "b"', []],
  ['type A = "b" | 1', []],
  ['const a: 1 = b as 2', []],
  ['const a = { "b": c }', []],
  ['const a = sql`select b + 1`', []],
  ['const a = (b + c) as number', ['const a = (b - c) as number']],
])('%s has its mutants', (source, expected) => {
  expect(changes(source)).toEqual(expected)
})
