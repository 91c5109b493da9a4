import type { Text, ValueOf, Vocabulary } from '../../datasets/dataset.ts'
import type { Quote } from '../../records/field.ts'
import type { Unfinished } from '../record/unfinished.ts'
import type { Answers } from './answers.ts'
import { type Field, type Option, optionsOf } from './fields.ts'
import type { Reference } from './reference.ts'

/** What a form is filled in from, beside the value itself. */
export interface Context {
  readonly record: Unfinished
  readonly reference: Reference
  /** The words that were marked for a new value. */
  readonly marked: Quote | null
}

/** How a value is asked for, and read from what was answered. One definition makes both, so that neither is forgotten. */
export interface Form<T> {
  /** The fields, with what the record says now. */
  fields(now: T | null, context: Context): Field[]
  /** What was answered. What is wrong with it is noted in the answers. */
  read(answers: Answers, record: Unfinished): T
}

/** A form that asks for each part of a value, under the names that the parts have in the record. */
export function formOf<T extends object>(parts: { readonly [K in keyof T]: Form<T[K]> }): Form<T> {
  const names = Object.keys(parts) as (keyof T & string)[] // Object.keys gives string[]
  return {
    fields: (now, context) => names.flatMap((name) => parts[name].fields(now?.[name] ?? null, context)),
    read: (answers, record) =>
      Object.fromEntries(names.map((name) => [name, parts[name].read(answers, record)])) as T, // of all its parts
  }
}

interface Extra {
  readonly hint?: Text
}

const common = (name: string, label: Text, mayBeEmpty: boolean, { hint }: Extra) => ({
  name,
  label,
  mayBeEmpty,
  ...(hint && { hint }),
})

/** What the field is called that holds the words a value rests on most. */
const WORDS: Text = { sv: 'Dokumentets ord', en: 'Words of the document' }

/** The words of the document that a value rests on most: those that were marked for it. */
export const mainWords: Form<Quote> = {
  fields: (now, { marked }) => [
    { ...common('words', WORDS, false, {}), type: 'words', value: marked ?? now },
  ],
  read: (answers) => answers.words('words'),
}

/** The same where the value may rest on no words. `isNeeded` tells from the answers whether it must. */
export function mainWordsIf(isNeeded: (answers: Answers) => boolean): Form<Quote | null> {
  return {
    fields: (now, { marked }) => [
      { ...common('words', WORDS, true, {}), type: 'words', value: marked ?? now },
    ],
    read: (answers) => (isNeeded(answers) ? answers.words('words') : answers.maybeWords('words')),
  }
}

/** Further words of the document. */
export function words(name: string, label: Text): Form<Quote> {
  return {
    fields: (value) => [{ ...common(name, label, false, {}), type: 'words', value }],
    read: (answers) => answers.words(name),
  }
}

export function maybeWords(name: string, label: Text): Form<Quote | null> {
  return {
    fields: (value) => [{ ...common(name, label, true, {}), type: 'words', value }],
    read: (answers) => answers.maybeWords(name),
  }
}

/** One value of a vocabulary; `preset` is chosen for a new value. */
export function choice<V extends Vocabulary>(
  name: string,
  label: Text,
  vocabulary: V,
  preset?: ValueOf<V>,
): Form<ValueOf<V>> {
  return {
    fields: (now) => [
      {
        ...common(name, label, false, {}),
        type: 'choice',
        options: optionsOf(vocabulary),
        value: now ?? preset ?? '',
      },
    ],
    read: (answers) => answers.choice(name, vocabulary),
  }
}

/** One value of a vocabulary, or none. `isNeeded` tells from the answers whether there must be one. */
export function maybeChoice<V extends Vocabulary>(
  name: string,
  label: Text,
  vocabulary: V,
  extra: Extra & { readonly isNeeded?: (answers: Answers) => boolean | null } = {},
): Form<ValueOf<V> | null> {
  return {
    fields: (now) => [
      {
        ...common(name, label, true, extra),
        type: 'choice',
        options: optionsOf(vocabulary),
        value: now ?? '',
      },
    ],
    read: (answers) => {
      const isNeeded = extra.isNeeded?.(answers)
      if (isNeeded === undefined) return answers.maybeChoice(name, vocabulary)
      return isNeeded ? answers.choice(name, vocabulary) : null
    },
  }
}

/** Several values of a vocabulary. */
export function choices<V extends Vocabulary>(name: string, label: Text, vocabulary: V): Form<ValueOf<V>[]> {
  return {
    fields: (now) => [
      {
        ...common(name, label, true, {}),
        type: 'choices',
        options: optionsOf(vocabulary),
        value: now ?? [],
      },
    ],
    read: (answers) => answers.choices(name, vocabulary),
  }
}

/** The options of a reference table. */
type Options = (context: Context) => readonly Option[]

/** The key of a row of a reference table. */
export function option(name: string, label: Text, options: Options): Form<string> {
  return {
    fields: (now, context) => [
      { ...common(name, label, false, {}), type: 'choice', options: options(context), value: now ?? '' },
    ],
    read: (answers) => answers.text(name),
  }
}

export function maybeOption(
  name: string,
  label: Text,
  options: Options,
  extra: Extra = {},
): Form<string | null> {
  return {
    fields: (now, context) => [
      { ...common(name, label, true, extra), type: 'choice', options: options(context), value: now ?? '' },
    ],
    read: (answers) => answers.maybeText(name),
  }
}

/** The keys of several rows of a reference table. */
export function optionList(name: string, label: Text, options: Options): Form<string[]> {
  return {
    fields: (now, context) => [
      { ...common(name, label, false, {}), type: 'choices', options: options(context), value: now ?? [] },
    ],
    read: (answers) => answers.texts(name),
  }
}

type TextType = 'text' | 'long-text' | 'number' | 'day'

function textField(name: string, label: Text, type: TextType, mayBeEmpty: boolean, extra: Extra = {}) {
  return (now: string | number | null): Field[] => [
    { ...common(name, label, mayBeEmpty, extra), type, value: now === null ? '' : String(now) },
  ]
}

export function text(name: string, label: Text, type: 'text' | 'long-text' = 'text'): Form<string> {
  return { fields: textField(name, label, type, false), read: (answers) => answers.text(name) }
}

export function maybeText(name: string, label: Text, extra: Extra = {}): Form<string | null> {
  return { fields: textField(name, label, 'text', true, extra), read: (answers) => answers.maybeText(name) }
}

/** A number above zero. */
export function number(name: string, label: Text): Form<number> {
  return { fields: textField(name, label, 'number', false), read: (answers) => answers.number(name) }
}

export function day(name: string, label: Text): Form<string> {
  return { fields: textField(name, label, 'day', false), read: (answers) => answers.day(name) }
}

export function maybeDay(name: string, label: Text): Form<string | null> {
  return { fields: textField(name, label, 'day', true), read: (answers) => answers.maybeDay(name) }
}

/** A year, a month or a day, as precisely as it is stated. */
export function maybeStated(name: string, label: Text): Form<string | null> {
  const hint = {
    sv: 'Så exakt som det anges: 2020, 2020-01 eller 2020-01-31.',
    en: 'As precisely as it is stated: 2020, 2020-01 or 2020-01-31.',
  }
  return {
    fields: textField(name, label, 'text', true, { hint }),
    read: (answers) => answers.maybeStated(name),
  }
}

export function maybeYear(name: string, label: Text): Form<number | null> {
  return { fields: textField(name, label, 'text', true), read: (answers) => answers.maybeYear(name) }
}

export function yes(name: string, label: Text): Form<boolean> {
  return {
    fields: (now) => [{ ...common(name, label, true, {}), type: 'yes', value: now ?? false }],
    read: (answers) => answers.yes(name),
  }
}
