import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('a run with tests that fail ends with 1, and a line that counts them', { timeout: 60_000 }, () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/support/failing.config.ts'],
    { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  )
  expect(stdout).toMatch(/Tests\s+1 failed/)
  // The other failure is a file that cannot be imported.
  expect(stdout).toMatch(/\n1 passed, 2 failed, 1 skipped\n$/)
  expect(status).toBe(1)
})
