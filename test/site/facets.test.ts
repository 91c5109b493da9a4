import { expect, test } from 'vitest'
import { facets, facetsOfRows, lastYearFirst } from '../../src/site/parts/facets.ts'

const rows = [
  { year: '2019', county: 'Jönköping' },
  { year: '2021', county: 'Jönköping' },
  { year: '2020', county: 'Örebro' },
]
const all = [
  {
    name: 'ar',
    heading: 'År',
    values: (row: (typeof rows)[number]) => [row.year],
    label: (value: string) => value,
    order: lastYearFirst,
  },
  {
    name: 'lan',
    heading: 'Län',
    values: (row: (typeof rows)[number]) => [row.county],
    label: (value: string) => value,
  },
]

test('each facet counts the rows that match the choices in the others', () => {
  const [years, counties] = facetsOfRows(rows, { lan: 'Jönköping' }, all)
  expect(years?.options).toEqual([
    { value: '2021', label: '2021', count: 1 },
    { value: '2020', label: '2020', count: 0 },
    { value: '2019', label: '2019', count: 1 },
  ])
  expect(counties?.options.map(({ value, count }) => [value, count])).toEqual([
    ['Jönköping', 2],
    ['Örebro', 1],
  ])
})

test('a choice can be removed although no row matches it, and no other value without rows is offered', () => {
  const chosen = { lan: 'Jönköping', ar: '2020' }
  const { text } = facets('sv', '/lofte/', chosen, facetsOfRows(rows, chosen, all))
  expect(text).toContain('<a href="/lofte/?lan=J%C3%B6nk%C3%B6ping" aria-current="true">2020<')
  expect(text).toContain('<a href="/lofte/?ar=2020" aria-current="true">Jönköping<')
  expect(facets('sv', '/lofte/', {}, facetsOfRows(rows, { ar: '2020' }, all)).text).not.toContain('Jönköping')
})
