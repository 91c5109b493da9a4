import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig, mergeConfig } from 'vitest/config'
import ours from '../../vitest.config.ts'
import { type Mutant, mutated } from './mutants.ts'

/** The environment variable with the path of the file that says which mutant is in the program. */
export const MUTANT_FILE = 'MUTANT_FILE'

function load(id: string): string | undefined {
  const mutant: Mutant | null = JSON.parse(readFileSync(process.env[MUTANT_FILE] ?? '', 'utf8'))
  return mutant && id === resolve(mutant.file) ? mutated(mutant) : undefined
}

// A run like the real one, in which one file is read with a mutant in it: on disk it stays as it is.
export default mergeConfig(
  ours,
  defineConfig({
    plugins: [{ name: 'mutant', enforce: 'pre', load }],
    test: {
      root: '.',
      bail: 1,
      fsModuleCache: false, // it would give the file without its mutant
      maxWorkers: 1,
      // Most tests of the database run on both kinds: one will do.
      testNamePattern: /^(?!.*on PostgreSQL)/,
    },
  }),
)
