import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { faultsOf } from '../../scripts/catalogue-drill/check.ts'
import { drill } from '../../scripts/catalogue-drill/drill.ts'
import { places } from '../../scripts/catalogue-drill/places.ts'

const folder = mkdtempSync(join(tmpdir(), 'medborgarloften-drill-'))
afterAll(() => rmSync(folder, { recursive: true }))

// The short form of `npm run drill -- catalogue`.
test('a run that is killed again and again loses nothing, asks politely, and asks for nothing twice', {
  timeout: 60_000,
}, async () => {
  const size = { pages: 56, hosts: 4, kills: 3, seed: 1 }
  const drilled = await drill(size, places(), folder)
  expect(faultsOf(drilled)).toEqual([])
  const { pages, last, first, conditional } = drilled
  expect(last.end?.summary).toMatchObject({ addresses: pages.length, left: 0 })
  expect(conditional).toBeGreaterThan(0)
  // What a killed run had received and not yet saved was requested again, and what failed was retried.
  const failing = pages.filter(({ fault }) => fault.first === 'failed').length
  expect(first.requests).toBeLessThan(pages.length * 2 + failing * 4 + size.kills * size.hosts * 3)
})
