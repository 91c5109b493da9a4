import { bilingualText, type ValueOf, type Vocabulary, valuesOf } from '../datasets/dataset.ts'
import { builder } from './builder.ts'

const known = new Map<string, unknown>()

/** The GraphQL enum of a vocabulary: `at_least` is AT_LEAST in the API. Made once, whoever asks first. */
export function enumOf<V extends Vocabulary>(vocabulary: V) {
  const make = () =>
    builder.enumType(vocabulary.name, {
      description: bilingualText(vocabulary.description),
      values: Object.fromEntries(
        valuesOf(vocabulary).map((value) => {
          const text = vocabulary.values[value]
          return [value.toUpperCase(), { value, ...(text && { description: bilingualText(text) }) }]
        }),
      ) as { [name: string]: { value: ValueOf<V>; description: string } },
    })
  const enumType = (known.get(vocabulary.name) as ReturnType<typeof make> | undefined) ?? make()
  known.set(vocabulary.name, enumType)
  return enumType
}
