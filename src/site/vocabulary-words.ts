import type { Vocabulary } from '../datasets/dataset.ts'
import type { Language } from './language.ts'

/** What a vocabulary calls a value of the API, as a part of a sentence: TRAFFIC_CHECKS gives trafikkontroller. */
export function valueWords(language: Language, vocabulary: Vocabulary, value: string): string {
  const label = vocabulary.values[value.toLowerCase()]?.[language] ?? value
  const words = label.replace(/\.$/, '')
  return `${words.charAt(0).toLocaleLowerCase(language)}${words.slice(1)}`
}
