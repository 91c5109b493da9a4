import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('a run with a test that fails ends with 1', { timeout: 60_000 }, () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/support/failing.config.ts'],
    { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  )
  expect(stdout).toMatch(/Tests\s+1 failed/)
  expect(status).toBe(1)
})
