import type { Dataset, Text } from '../../src/datasets/dataset.ts'

type Empty<D extends Pick<Dataset, 'columns'>> = {
  [K in keyof D['columns'] as D['columns'][K] extends { absent: Text } ? K : never]: null
}

/** A row that says nothing in any column that may be empty: a made-up row says only what the bench asks for. */
export function empty<D extends Pick<Dataset, 'columns'>>({ columns }: D): Empty<D> {
  const names = Object.keys(columns).filter((name) => columns[name]?.absent)
  return Object.fromEntries(names.map((name) => [name, null])) as Empty<D> // those that are null
}
