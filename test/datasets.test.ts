import { describe, expect, test } from 'vitest'
import { type Column, camelCase, type Dataset, snakeCase, valuesOf } from '../src/datasets/dataset.ts'
import { datasets } from '../src/datasets/index.ts'
import { views } from '../src/datasets/views/index.ts'

const published: { readonly [name: string]: Dataset } = { ...datasets, ...views }

describe.each(Object.keys(published))('%s', (name) => {
  const dataset = published[name]
  if (!dataset) throw new Error(name)
  const columns: [string, Column][] = Object.entries(dataset.columns)

  test('has the name it is listed by', () => {
    expect(dataset.name).toBe(name)
  })

  test('says what it is and what its columns are, in both languages, as sentences', () => {
    const texts = [
      dataset.description,
      ...columns.flatMap(([, column]) => [column.description, column.absent ?? column.description]),
    ]
    for (const text of texts) {
      expect(text.sv).toMatch(/^[\p{L}`].*[.)]$/su)
      expect(text.en).toMatch(/^[\p{L}`].*[.)]$/su)
      expect(text.sv).not.toBe(text.en)
    }
    for (const title of [dataset.title, ...columns.map(([, column]) => column.title)]) {
      expect(title.sv).not.toBe('')
      expect(title.en).not.toBe('')
    }
  })

  test('has columns that are known by their names in files', () => {
    for (const [column] of columns) expect(camelCase(snakeCase(column))).toBe(column)
  })

  test.each(['sv', 'en'] as const)('has columns that are headed differently in %s', (language) => {
    const headings = columns.map(([, column]) => column.title[language])
    expect(headings.filter((heading, at) => headings.indexOf(heading) !== at)).toEqual([])
  })

  test('has a key of columns that are never empty', () => {
    expect(dataset.key.length).toBeGreaterThan(0)
    for (const column of dataset.key) expect(dataset.columns[column]?.absent, column).toBeUndefined()
  })

  test('has its place on the map in columns that are numbers', () => {
    const { latitude, longitude } = dataset.point ?? {}
    for (const column of [latitude, longitude]) {
      if (column !== undefined) expect(dataset.columns[column]?.type).toBe('number')
    }
  })

  test('refers only to datasets before it, or to itself', () => {
    const before = Object.keys(published).slice(0, Object.keys(published).indexOf(name) + 1)
    for (const [, column] of columns) {
      if (column.references !== undefined) expect(before).toContain(column.references)
    }
  })

  test('has vocabularies with a text for each value in both languages', () => {
    for (const [, column] of columns) {
      if (column.type !== 'enum' && column.type !== 'enums') continue
      for (const value of valuesOf(column.values)) {
        expect(value).toMatch(/^[a-z]+(_[a-z]+)*$/)
        expect(column.values.values[value]).toMatchObject({
          sv: expect.stringMatching(/\.$/),
          en: expect.stringMatching(/\.$/),
        })
      }
    }
  })
})

test('a name in the program becomes one outside it by one rule', () => {
  expect(snakeCase('signedOnUnknownReason')).toBe('signed_on_unknown_reason')
  expect(snakeCase('nuts3')).toBe('nuts3')
})
