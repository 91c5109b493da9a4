import { searchField, searchType } from '../database/search/vocabularies.ts'
import { bilingualText, type Column, type ValueOf, type Vocabulary, valuesOf } from '../datasets/dataset.ts'
import { datasets } from '../datasets/index.ts'
import { lifecycle } from '../datasets/vocabularies/agreements.ts'
import { checkOutcome } from '../datasets/vocabularies/checks.ts'
import { changeKind } from '../datasets/vocabularies/history.ts'
import { builder } from './builder.ts'
import { typedDatasets } from './typed-datasets.ts'

/** The vocabularies that are not those of columns. */
const BESIDE_COLUMNS: readonly Vocabulary[] = [changeKind, checkOutcome, lifecycle, searchField, searchType]

const OF_COLUMNS = typedDatasets.flatMap((name) =>
  Object.values<Column>(datasets[name].columns).flatMap((column) =>
    column.type === 'enum' || column.type === 'enums' ? column.values : [],
  ),
)

/** The GraphQL enum of each vocabulary, by its name. */
const enums: ReadonlyMap<string, unknown> = new Map(
  [...new Set([...OF_COLUMNS, ...BESIDE_COLUMNS])].map((vocabulary) => [
    vocabulary.name,
    makeEnum(vocabulary),
  ]),
)

/** The GraphQL enum of a vocabulary: `at_least` is AT_LEAST in the API. */
export function enumOf<V extends Vocabulary>({ name }: V) {
  const found = enums.get(name)
  if (!found) throw new Error(`No type has a column of the vocabulary "${name}"`)
  return found as ReturnType<typeof makeEnum<V>> // each is made from the vocabulary with its name
}

function makeEnum<V extends Vocabulary>(vocabulary: V) {
  return builder.enumType(vocabulary.name, {
    description: bilingualText(vocabulary.description),
    values: Object.fromEntries(
      valuesOf(vocabulary).map((value) => {
        const text = vocabulary.values[value]
        return [value.toUpperCase(), { value, ...(text && { description: bilingualText(text) }) }]
      }),
    ) as { [name: string]: { value: ValueOf<V>; description: string } },
  })
}
