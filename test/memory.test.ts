import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('what is remembered takes as much memory as is counted', { timeout: 400_000 }, () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/support/memory.config.ts'],
    { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  )
  expect(stdout).toMatch(/Tests\s+\d+ passed/)
  expect(status, `${stdout}\n${stderr}`).toBe(0)
})
