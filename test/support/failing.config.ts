import { defineConfig } from 'vitest/config'

// A run like the real one, with one test that fails: test/exit-code.test.ts looks at how it ends.
export default defineConfig({
  test: {
    root: '.',
    include: ['test/support/failing.ts'],
    globalSetup: ['test/support/postgres-server.ts'],
  },
})
