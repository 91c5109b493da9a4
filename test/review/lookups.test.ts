import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { lookupsOf } from '../../src/commands/reading.ts'
import { runIngest } from '../support/run-ingest.ts'
import { draftFolder } from './support/drafts.ts'
import { pageOf } from './support/page.ts'

/** A made-up document whose signatory has a role that no lookup has. */
const TEXT = `Medborgarlöfte Upplands Väsby kommun 2019

Polisen lovar att:
- genomföra minst femton trafikkontroller per år

Upplands Väsby den 6 december 2018

Eva Exempel
Säkerhetssamordnare
`
const ID = '0114-2019'
const SIGNATURE = `${ID}-s1`

let folder: Awaited<ReturnType<typeof draftFolder>>
beforeEach(async () => {
  folder = await draftFolder(TEXT)
})
afterEach(() => folder.remove())

const roles = () => readFileSync(join(folder.data, 'lookups/roles.csv'), 'utf8')
const rowsOf = (wording: string) =>
  roles()
    .split('\n')
    .filter((row) => row.startsWith(`${wording},`))

describe('a role that an editor gives', () => {
  const answers = {
    name: 'Eva Exempel',
    role: 'other',
    roleAsPrinted: 'Säkerhetssamordnare',
    organisationKind: 'municipality',
    organisationMunicipality: '0114',
    capacity: 'signed',
  }
  const correct = (more: object) =>
    pageOf(folder, ID).decide({ do: 'correct', value: SIGNATURE, answers: { ...answers, ...more } })

  test('is remembered for other documents, if the editor says so', async () => {
    expect(rowsOf('säkerhetssamordnare')).toEqual(['säkerhetssamordnare,,municipality'])
    expect((await correct({})).status).toBe(200)
    expect(rowsOf('säkerhetssamordnare')).toEqual(['säkerhetssamordnare,,municipality'])
    const before = roles().split('\n').length
    expect((await correct({ remember: true })).status).toBe(200)
    expect(rowsOf('säkerhetssamordnare')).toEqual(['säkerhetssamordnare,other,municipality'])
    expect(roles().split('\n')).toHaveLength(before)
    // An existing row is not changed by one document.
    expect((await correct({ role: 'municipal_head_of_security', remember: true })).status).toBe(200)
    expect(rowsOf('säkerhetssamordnare')).toEqual(['säkerhetssamordnare,other,municipality'])
    expect(() => lookupsOf(folder.data)).not.toThrow()
  })

  test('answers what was asked about it', async () => {
    const asked = () => parse(folder.read('agreement.yaml', ID)).issues ?? []
    await correct({})
    expect(asked()).toEqual([])
  })
})

test('a list of words that no word is in, or that nothing reads, is refused', () => {
  const file = join(folder.data, 'lookups/word_lists.csv')
  const words = readFileSync(file, 'utf8')
  writeFileSync(file, words.replace(/^priority_verbs,.*\n/gm, ''))
  expect(() => lookupsOf(folder.data)).toThrow('no words for priority_verbs; add at least one to each')
  writeFileSync(file, words.replace('priority_verbs,satsar på', 'other_verbs,satsar på'))
  expect(() => lookupsOf(folder.data)).toThrow('list: "other_verbs"; write one of promise_verbs, work_verbs')
})

describe('what the catalogue knows of a document', () => {
  test('is its publisher and address; where the file does not say so, the address is doubted', () => {
    const { document, reading } = parse(folder.read('draft.yaml', ID))
    expect(document).toMatchObject({
      url: 'https://polisen.se/om-polisen/medborgarloften/upplands-vasby-kommun/',
      publisherKind: 'police',
    })
    expect(reading).toContainEqual({ value: 'document', rule: 'address-in-catalogue', confidence: 0.3 })
  })

  test('is not said of an agreement that it does not know', async () => {
    const file = join(folder.root, 'other.txt')
    writeFileSync(file, TEXT.replaceAll('2019', '2003'))
    await runIngest([file], { out: folder.drafts, data: folder.data })
    const { document, reading } = parse(folder.read('draft.yaml', '0114-2003'))
    expect(document).not.toHaveProperty('url')
    expect(reading.map(({ value }: { value: string }) => value)).not.toContain('document')
  })
})
