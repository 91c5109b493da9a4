import { defineConfig } from 'vitest/config'

// A run like the real one, with tests that fail: test/exit-code.test.ts looks at how it ends.
export default defineConfig({
  test: {
    root: '.',
    include: ['test/support/failing.ts', 'test/support/failing-to-load.ts'],
    globalSetup: ['test/support/postgres-server.ts'],
    reporters: ['default', './test/support/closing-line.ts'],
  },
})
