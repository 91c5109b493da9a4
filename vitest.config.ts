import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    execArgv: ['--import', './src/quick-imports.ts'],
    globalSetup: ['test/support/postgres-server.ts'],
    reporters: ['default', './test/support/closing-line.ts'],
    // One copy of graphql, or its instances do not know each other.
    server: { deps: { inline: [/graphql/, /pothos/] } },
    // Files wait for processes and databases of their own; by default one core of two would be left over.
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is waited for comes soon, but on a busy machine not within the second that is the default.
    expect: { poll: { timeout: 20_000 } },
  },
})
