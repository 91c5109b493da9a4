import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/postgres-server.ts'],
    // One copy of graphql, or its instances do not know each other.
    server: { deps: { inline: [/graphql/, /pothos/] } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
