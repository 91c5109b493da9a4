import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { thrownErrors } from '../scripts/thrown-errors.ts'

test('an exported function that throws an error of ours says when', () => {
  const thrown = thrownErrors()
  expect(thrown.length).toBeGreaterThan(40)
  const unsaid = thrown.filter(({ isDocumented }) => !isDocumented)
  expect(unsaid.map(({ place, error }) => `${place}: add @throws {${error}} when …`)).toEqual([])
})

interface ExportedFunction {
  readonly file: string
  readonly name: string
  /** How many files import it. */
  uses: number
  /** Its `@example`, if it has one. */
  readonly example: string | null
}

const FUNCTION = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s+)?^export (?:async )?function\*? (\w+)/gm
const EXAMPLE = /@example\s+([\s\S]+?)\s*(?:\* @|$)/

/** The exported functions of src by file and name. Of overloads, the first has the doc comment. */
function exportedFunctions(): Map<string, ExportedFunction> {
  const found = new Map<string, ExportedFunction>()
  const files = globSync('src/**/*.ts').map((file) => ({ file, text: readFileSync(file, 'utf8') }))
  for (const { file, text } of files) {
    for (const [, doc = '', name = ''] of text.matchAll(FUNCTION)) {
      const example = EXAMPLE.exec(doc)?.[1]?.replace(/\n \* /g, ' ') ?? null
      if (!found.has(`${file} ${name}`)) found.set(`${file} ${name}`, { file, name, uses: 0, example })
    }
  }
  for (const { file, text } of files) {
    for (const [, names = '', path = ''] of text.matchAll(/import \{([^}]*)\} from '(\.[^']+)'/g)) {
      for (const name of names.split(',').map((each) => each.trim().split(' ')[0])) {
        const used = found.get(`${normalize(join(dirname(file), path))} ${name}`)
        if (used) used.uses++
      }
    }
  }
  return found
}

const byUse = [...exportedFunctions().values()].sort((one, other) => other.uses - one.uses)

test('the twenty most used functions have an example, as have those that are used as often as the twentieth', () => {
  const least = byUse[19]?.uses ?? 0
  expect(least).toBeGreaterThan(5)
  const lacking = byUse.filter(({ uses, example }) => uses >= least && example === null)
  expect(lacking.map(({ file, name, uses }) => `${file} ${name}: ${uses} files`)).toEqual([])
})

/** An example that can be evaluated alone: a call of the function, and its value. */
const VALUED = /^(\w+)(\(.*\)|`.*`(?:\.\w+)?) \/\/ (['[{\d].*)$/

test.for(byUse.filter(({ name, example }) => VALUED.exec(example ?? '')?.[1] === name))(
  'the example of $name is true',
  async ({ file, name, example }) => {
    const [, , call, value] = VALUED.exec(example ?? '') ?? []
    const exported: { [name: string]: unknown } = await import(resolve(file))
    const evaluated = (code: string) =>
      new Function(...Object.keys(exported), `return (${code})`)(...Object.values(exported))
    expect(evaluated(`${name}${call}`)).toEqual(evaluated(`${value}`))
  },
)
