import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

/**
 * The most memory in kB that a process has held which imports the database client, and does nothing else. On Linux as the
 * kernel tells it of this program alone: maxRSS begins with what the process held that started it.
 */
function heldToImport(...quickly: string[]): number {
  const code = `await import('./src/database/open.ts')
    const { existsSync, readFileSync } = await import('node:fs')
    const own = '/proc/self/status'
    const peak = existsSync(own) && /VmHWM:\\s*(\\d+)/.exec(readFileSync(own, 'utf8'))?.[1]
    console.log(peak || process.resourceUsage().maxRSS)`
  return Number(execFileSync(process.execPath, [...quickly, '--input-type=module', '--eval', code]))
}

test('to import the database takes less than half of the memory that it would take by Node alone', () => {
  const byNode = heldToImport()
  const quickly = heldToImport('--import', './src/quick-imports.ts')
  expect(quickly).toBeLessThan(byNode / 2)
})
