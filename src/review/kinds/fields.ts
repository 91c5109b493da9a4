import type { Text, Vocabulary } from '../../datasets/dataset.ts'
import type { Quote } from '../../records/agreement-schema.ts'

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

/** One question of a form, with its answer so far. `words` are words of the document, with where they stand. */
export type Field = AnyField &
  (
    | { readonly type: 'words'; readonly value: Quote | null }
    | { readonly type: 'text' | 'long-text' | 'number' | 'day'; readonly value: string }
    | { readonly type: 'choice'; readonly value: string; readonly options: readonly Option[] }
    | { readonly type: 'choices'; readonly value: readonly string[]; readonly options: readonly Option[] }
    | { readonly type: 'yes'; readonly value: boolean }
  )

/** What the field is called that holds the words a value rests on most. */
export const WORDS: Text = { sv: 'Dokumentets ord', en: 'Words of the document' }

interface Extra {
  readonly mayBeEmpty?: boolean
  readonly hint?: Text
}

const common = (name: string, label: Text, { mayBeEmpty = false, hint }: Extra) => ({
  name,
  label,
  mayBeEmpty,
  ...(hint && { hint }),
})

export function wordsField(name: string, label: Text, value: Quote | null, extra: Extra = {}): Field {
  return { ...common(name, label, extra), type: 'words', value }
}

export function textField(
  name: string,
  label: Text,
  value: string | number | null,
  extra: Extra & { readonly type?: 'text' | 'long-text' | 'number' | 'day' } = {},
): Field {
  const { type = 'text' } = extra
  return { ...common(name, label, extra), type, value: value === null ? '' : String(value) }
}

/** A choice of one of a vocabulary, or of other options. One that is not made yet stands empty. */
export function choiceField(
  name: string,
  label: Text,
  options: readonly Option[],
  value: string | null,
  extra: Extra = {},
): Field {
  return { ...common(name, label, extra), type: 'choice', options, value: value ?? '' }
}

export function choicesField(
  name: string,
  label: Text,
  options: readonly Option[],
  value: readonly string[],
  extra: Extra = {},
): Field {
  return { ...common(name, label, extra), type: 'choices', options, value }
}

export function yesField(name: string, label: Text, value: boolean): Field {
  return { ...common(name, label, { mayBeEmpty: true }), type: 'yes', value }
}

/** The values of a vocabulary as options. */
export function optionsOf(vocabulary: Vocabulary): Option[] {
  return Object.keys(vocabulary.values).map((value) => ({ value, label: labelOf(vocabulary, value) }))
}

/** What a value of a vocabulary is called. The vocabularies have sentences; a label ends without a full stop. */
export function labelOf(vocabulary: Vocabulary, value: string | null): Text {
  const found = value === null ? undefined : vocabulary.values[value]
  if (!found) return { sv: value ?? '–', en: value ?? '–' }
  return { sv: found.sv.replace(/\.$/, ''), en: found.en.replace(/\.$/, '') }
}
