import type { Vocabulary } from '../datasets/dataset.ts'
import type { Language } from './language.ts'

/** What a vocabulary calls a value of the API: TRAFFIC_CHECKS gives Trafikkontroller. */
export function valueLabel(language: Language, vocabulary: Vocabulary, value: string): string {
  return (vocabulary.values[value.toLowerCase()]?.[language] ?? value).replace(/\.$/, '')
}

/** The same as a part of a sentence: trafikkontroller. */
export function valueWords(language: Language, vocabulary: Vocabulary, value: string): string {
  const label = valueLabel(language, vocabulary, value)
  return `${label.charAt(0).toLocaleLowerCase(language)}${label.slice(1)}`
}
