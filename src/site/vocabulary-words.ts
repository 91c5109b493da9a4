import type { Vocabulary } from '../datasets/dataset.ts'
import type { Language } from './language.ts'

/** The label of a vocabulary's value in the API: TRAFFIC_CHECKS gives Trafikkontroller. */
export function valueLabel(language: Language, vocabulary: Vocabulary, value: string): string {
  return (vocabulary.values[value.toLowerCase()]?.[language] ?? value).replace(/\.$/, '')
}

/** The label in the form it has within a sentence: trafikkontroller. */
export function valueWords(language: Language, vocabulary: Vocabulary, value: string): string {
  const label = valueLabel(language, vocabulary, value)
  return `${label.charAt(0).toLocaleLowerCase(language)}${label.slice(1)}`
}
