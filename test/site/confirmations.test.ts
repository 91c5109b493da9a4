import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BadRecords } from '../../src/records/problem.ts'
import { readData } from '../../src/records/read-data.ts'
import { openSite, textOf } from '../support/site.ts'

const HEAD = readFileSync('data/confirmations.csv', 'utf8')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'medborgarloften-confirmations-'))
  cpSync('data', folder, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The data with rows of confirmations. */
const dataWith = (...rows: readonly string[]) => {
  writeFileSync(join(folder, 'confirmations.csv'), `${HEAD}${rows.map((row) => `${row}\n`).join('')}`)
  return readData(folder)
}

test('that the facts are right is shown on the pages of municipality and agreement: day, role and no name', async () => {
  const data = dataWith(
    '0685,0685-2020,2026-11-29,municipality,säkerhetssamordnare',
    '0685,,2026-11-30,police,kommunpolis',
  )
  const site = await openSite({ data })
  try {
    const municipality = textOf(await site.text('/kommun/0685-vetlanda/'))
    expect(municipality).toContain(
      'Kommunen (säkerhetssamordnare) läste uppgifterna om 0685-2020 29 november 2026: de stämmer.',
    )
    expect(municipality).toContain('Polisen (kommunpolis) läste uppgifterna 30 november 2026: de stämmer.')
    expect(textOf(await site.text('/en/agreement/0685-2020/'))).toContain(
      'The municipality (säkerhetssamordnare) read the facts on 0685-2020 on 29 November 2026: they are right.',
    )
    // A party that has not responded is not described as anything.
    expect(textOf(await site.text('/kommun/0684-savsjo/'))).not.toContain('läste uppgifterna')
    const { municipality: found } = await site.dataOf(
      '{ municipality(code: "0685") { confirmations { number confirmedBy agreement { key } } } }',
    )
    expect(found.confirmations).toEqual([
      { number: 1, confirmedBy: 'MUNICIPALITY', agreement: { key: '0685-2020' } },
      { number: 2, confirmedBy: 'POLICE', agreement: null },
    ])
  } finally {
    await site.close()
  }
})

test.each([
  ['0685,0684-2018,2026-11-29,municipality,samordnare', 'is not an agreement of 0685'],
  ['9999,,2026-11-29,municipality,samordnare', '9999'],
  ['0685,,2026-11-29,municipality,a@example.se', 'write the role alone'],
  ['0685,,2026-11-29,somebody,samordnare', 'confirmed_by'],
  ['0685,,2099-01-01,police,kommunpolis', 'write 2099-01-01 or later'],
])('a confirmation that cannot be is refused: %s', (row, message) => {
  try {
    dataWith(row)
  } catch (error) {
    expect((error as BadRecords).message).toContain(message)
    expect(error).toBeInstanceOf(BadRecords)
    return
  }
  throw new Error('It was taken')
})

test('nobody has answered yet, and none is invented', () => {
  expect(HEAD.trim().split('\n')).toHaveLength(1)
})
