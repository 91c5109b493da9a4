import { defineConfig } from 'vitest/config'

// A process of its own for test/memory.test.ts: what other tests leave behind would be measured as well.
export default defineConfig({
  test: {
    root: '.',
    include: ['test/support/memory-counted.ts'],
    execArgv: ['--import', './src/quick-imports.ts'],
    globalSetup: ['test/support/postgres-server.ts'],
    server: { deps: { inline: [/graphql/, /pothos/] } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
