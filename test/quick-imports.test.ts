import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** The most memory in MB that a process has held which imports the database client, and does nothing else. */
function heldToImport(...quickly: string[]): number {
  const code = `await import('./src/database/client.ts'); console.log(process.resourceUsage().maxRSS / 1024)`
  return Number(execFileSync(process.execPath, [...quickly, '--input-type=module', '--eval', code]))
}

test('to import the database takes less than half of the memory that it would take by Node alone', () => {
  const byNode = heldToImport()
  const quickly = heldToImport('--import', './src/quick-imports.ts')
  expect(quickly).toBeLessThan(byNode / 2)
})
