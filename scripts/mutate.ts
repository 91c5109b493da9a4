// Changes the program in one place at a time and sees whether a test notices: npm run mutate.

import { globSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { randomFrom } from '../bench/generator/random.ts'
import { type Mutant, mutantsOf } from './mutate/mutants.ts'
import { MutantTests } from './mutate/run.ts'
import { testsFor } from './mutate/tests.ts'

const HELP = `npm run mutate -- FILES [OPTIONS]

Changes FILES (such as "src/graphql/plans/*.ts") in one place at a time, and runs tests until one fails. Prints each change that none
noticed, and the share that was noticed. Files on disk stay as they are; what a test starts as a process of its own has no change.

Options:
  --sample N     So many changes, chosen by the seed. All
  --seed N       1
  --tests FILES  The tests to run. Those that scripts/mutate/tests.ts names
  --help         Print this.
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: 'Infinity' },
    seed: { type: 'string', default: '1' },
    tests: { type: 'string', multiple: true },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help || positionals.length === 0) process.stdout.write(HELP)
else await mutate(globSync(positionals), Number(values.sample), Number(values.seed), values.tests)

async function mutate(
  files: readonly string[],
  most: number,
  seed: number,
  tests: readonly string[] | undefined,
): Promise<void> {
  const all = files.flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8')))
  const random = randomFrom(seed)
  const chosen = all.length <= most ? all : random.several(all, most)
  const running = new MutantTests()
  let noticed = 0
  try {
    for (const [at, mutant] of chosen.entries()) {
      const own = tests ?? testsFor(mutant.file)
      if (own.length === 0) throw new Error(`Name the tests for ${mutant.file} by --tests`)
      const isNoticed = await running.notice(mutant, own)
      if (isNoticed) noticed++
      const outcome = isNoticed ? 'noticed ' : 'SURVIVED'
      process.stdout.write(`${at + 1}/${chosen.length} ${outcome} ${described(mutant)}\n`)
    }
  } finally {
    await running.close()
  }
  const share = Math.round((noticed / chosen.length) * 100)
  process.stdout.write(
    `${noticed} of ${chosen.length} changes noticed, ${share} %; there are ${all.length}\n`,
  )
  process.exit(0) // a process of tests that hangs would hold this one
}

function described({ file, source, start, end, replacement }: Mutant): string {
  const line = source.slice(0, start).split('\n').length
  return `${file}:${line}: ${brief(source.slice(start, end))} → ${brief(replacement) || 'nothing'}`
}

function brief(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 60)}…` : line
}
