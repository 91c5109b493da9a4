import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createVitest, type Vitest } from 'vitest/node'
import type { Mutant } from './mutants.ts'
import { MUTANT_FILE } from './vitest.config.ts'

/** Tests that take so many times as long as they do without a mutant, and this besides, have noticed it. */
const SLOWER = 4
const LEAST_MS = 20_000

/** Runs tests on the program with a mutant in it. On disk the program stays as it is. */
export class MutantTests {
  readonly #folder = mkdtempSync(join(tmpdir(), 'medborgarloften-mutate-'))
  readonly #file = join(this.#folder, 'mutant.json')
  #vitest: Promise<Vitest> | null = null
  #mutant: Mutant | null = null
  readonly #usualMs = new Map<string, number>()

  constructor() {
    process.env[MUTANT_FILE] = this.#file
    this.#put(null)
  }

  /** Whether one of some tests fails because of a mutant. Throws if they fail without it. */
  async notice(mutant: Mutant, tests: readonly string[]): Promise<boolean> {
    const name = tests.join(' ')
    let usualMs = this.#usualMs.get(name)
    if (usualMs === undefined) {
      const begun = performance.now()
      const failures = await this.#failures(null, tests)
      if (failures.length > 0)
        throw new Error(`Without any change there are failures:\n${failures.join('\n')}`)
      usualMs = performance.now() - begun
      this.#usualMs.set(name, usualMs)
    }
    const failing = this.#failures(mutant, tests)
    const { promise: late, resolve: end } = Promise.withResolvers<null>()
    const timer = setTimeout(() => end(null), usualMs * SLOWER + LEAST_MS)
    const failures = await Promise.race([failing, late])
    clearTimeout(timer)
    if (failures === null) await this.#end() // a test that hangs is ended with its process
    return failures === null || failures.length > 0
  }

  async close(): Promise<void> {
    await this.#end()
    rmSync(this.#folder, { recursive: true })
  }

  async #end(): Promise<void> {
    const vitest = await this.#vitest
    this.#vitest = null
    await vitest?.close()
  }

  /** What fails of some tests with a mutant, or without. */
  async #failures(mutant: Mutant | null, tests: readonly string[]): Promise<string[]> {
    this.#vitest ??= this.#open()
    const vitest = await this.#vitest
    for (const each of [this.#mutant, mutant]) if (each) vitest.invalidateFile(resolve(each.file))
    this.#mutant = mutant
    this.#put(mutant)
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
      await vitest.globTestSpecifications([...tests]),
    )
    // A test that leaves an error behind, or a file that does not load, has noticed too.
    const failed = testModules.flatMap((module) => {
      const tests = [...module.children.allTests('failed')].map(
        (each) => `${each.fullName}: ${each.result().errors?.[0]?.message}`,
      )
      const own = module.errors().map(({ message }) => message)
      const found = [...own, ...tests]
      return module.ok() ? [] : [`${module.moduleId}: ${found.join('; ') || 'a hook failed'}`]
    })
    return [...failed, ...unhandledErrors.map(String)]
  }

  async #open(): Promise<Vitest> {
    const config = 'scripts/mutate/vitest.config.ts'
    const vitest = await createVitest('test', { config, watch: false, reporters: [{}] })
    await vitest.standalone()
    return vitest
  }

  #put(mutant: Mutant | null): void {
    writeFileSync(this.#file, JSON.stringify(mutant))
  }
}
