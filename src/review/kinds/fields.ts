import type { Text, Vocabulary } from '../../datasets/dataset.ts'
import type { Quote } from '../../records/field.ts'

export interface Option {
  readonly value: string
  readonly label: Text
}

interface AnyField {
  readonly name: string
  readonly label: Text
  readonly hint?: Text
  /** Whether it may be left empty. */
  readonly mayBeEmpty: boolean
}

/** The type of answer, and the answer so far. `words` are words of the document, with their place. */
export type AskedFor =
  | { readonly type: 'words'; readonly value: Quote | null }
  | { readonly type: 'text' | 'long-text' | 'number' | 'day'; readonly value: string }
  | { readonly type: 'choice'; readonly value: string; readonly options: readonly Option[] }
  | { readonly type: 'choices'; readonly value: readonly string[]; readonly options: readonly Option[] }
  | { readonly type: 'yes'; readonly value: boolean }

/** One question of a form, with its answer so far. */
export type FormField = AnyField & AskedFor

/** The values of a vocabulary as options. */
export function optionsOf(vocabulary: Vocabulary): Option[] {
  return Object.keys(vocabulary.values).map((value) => ({ value, label: labelOf(vocabulary, value) }))
}

/** The same text in both languages. */
export function inBoth(word: string): Text {
  return { sv: word, en: word }
}

/** The label of a vocabulary's value. Vocabularies have sentences; a label ends without a full stop. */
export function labelOf(vocabulary: Vocabulary, value: string | null): Text {
  const found = value === null ? undefined : vocabulary.values[value]
  if (!found) return { sv: value ?? '–', en: value ?? '–' }
  return { sv: found.sv.replace(/\.$/, ''), en: found.en.replace(/\.$/, '') }
}
