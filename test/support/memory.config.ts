import { defineConfig } from 'vitest/config'
import base from '../../vitest.config.ts'

// A process of its own for test/memory.test.ts: what other tests leave behind would be measured as well.
export default defineConfig({
  ...base,
  test: { ...base.test, root: '.', include: ['test/support/memory-counted.ts'] },
})
