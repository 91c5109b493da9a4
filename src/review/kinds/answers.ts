import { isDay, type Text, type ValueOf, type Vocabulary, valuesOf } from '../../datasets/dataset.ts'
import { isStatedDate } from '../../records/dates.ts'
import type { Quote } from '../../records/field.ts'
import type { Words } from '../record/words.ts'

/** What somebody answered in a form, as the page sends it: a text, several, or yes. */
export type Given = { readonly [field: string]: string | readonly string[] | boolean }

/** Something that cannot be taken as it was answered. */
export interface WrongAnswer {
  readonly field: string
  readonly message: Text
}

const EMPTY: Quote = { words: '', at: [0, 0] }

/** Reads the answers of a form, and collects what is wrong with them. */
export class Answers {
  readonly wrong: WrongAnswer[] = []
  readonly #given: Given
  readonly #source: Words
  readonly #near: number

  /** `near` is where words are looked for first that somebody wrote rather than marked. */
  constructor(given: Given, source: Words, near: number) {
    this.#given = given
    this.#source = source
    this.#near = near
  }

  words(field: string): Quote {
    return this.maybeWords(field) ?? this.#missing(field, EMPTY)
  }

  maybeWords(field: string): Quote | null {
    const written = this.maybeText(field)
    if (written === null) return null
    const [, start, end] = /^(\d+)-(\d+)$/.exec(String(this.#given[`${field}.at`] ?? '')) ?? []
    const marked = start && end ? this.#source.between(Number(start), Number(end)) : null
    if (marked && plain(marked.words) === plain(written)) return marked
    const found = this.#source.find(written, marked?.at[0] ?? this.#near)
    if (found) return found
    return this.#fail(field, EMPTY, {
      sv: 'Orden står inte i dokumentet. Markera dem i texten, eller kopiera dem därifrån.',
      en: 'These words are not in the document. Mark them in the text, or copy them from it.',
    })
  }

  text(field: string): string {
    return this.maybeText(field) ?? this.#missing(field, '')
  }

  maybeText(field: string): string | null {
    const given = this.#given[field]
    const text = typeof given === 'string' ? given.trim() : ''
    return text === '' ? null : text
  }

  choice<V extends Vocabulary>(field: string, vocabulary: V): ValueOf<V> {
    const [first] = valuesOf(vocabulary)
    return this.maybeChoice(field, vocabulary) ?? this.#missing(field, first)
  }

  maybeChoice<V extends Vocabulary>(field: string, vocabulary: V): ValueOf<V> | null {
    const text = this.maybeText(field)
    if (text === null) return null
    return valuesOf(vocabulary).find((value) => value === text) ?? this.#unknown(field, null)
  }

  choices<V extends Vocabulary>(field: string, vocabulary: V): ValueOf<V>[] {
    const given = this.texts(field)
    return valuesOf(vocabulary).filter((value) => given.includes(value))
  }

  texts(field: string): string[] {
    const given = this.#given[field]
    return Array.isArray(given) ? given.map(String) : typeof given === 'string' && given !== '' ? [given] : []
  }

  yes(field: string): boolean {
    return this.#given[field] === true
  }

  number(field: string): number {
    const text = this.text(field).replace(',', '.')
    if (text === '') return 1
    const number = Number(text)
    if (Number.isFinite(number) && number > 0) return number
    return this.#fail(field, 1, {
      sv: 'Skriv ett tal som är större än noll.',
      en: 'Write a number greater than zero.',
    })
  }

  maybeYear(field: string): number | null {
    const text = this.maybeText(field)
    if (text === null) return null
    const year = Number(text)
    if (Number.isInteger(year) && year >= 1990 && year <= 2100) return year
    return this.#fail(field, null, {
      sv: 'Skriv ett år mellan 1990 och 2100.',
      en: 'Write a year from 1990 to 2100.',
    })
  }

  day(field: string): string {
    return this.maybeDay(field) ?? this.#missing(field, '')
  }

  maybeDay(field: string): string | null {
    const text = this.maybeText(field)
    if (text === null || isDay(text)) return text
    return this.#fail(field, null, {
      sv: 'Skriv ett datum som finns, till exempel 2020-01-31.',
      en: 'Write a date that exists, such as 2020-01-31.',
    })
  }

  /** A year, a month or a day, as precisely as the document gives it. */
  maybeStated(field: string): string | null {
    const text = this.maybeText(field)
    if (text === null || isStatedDate(text)) return text
    return this.#fail(field, null, {
      sv: 'Skriv ett år, en månad eller ett datum: 2020, 2020-01 eller 2020-01-31.',
      en: 'Write a year, a month or a date: 2020, 2020-01 or 2020-01-31.',
    })
  }

  /** One of some options that are no vocabulary: the id of a topic, the code of a municipality. */
  option(field: string, known: (value: string) => boolean): string {
    const text = this.text(field)
    return text === '' || known(text) ? text : this.#unknown(field, '')
  }

  #missing<T>(field: string, stead: T): T {
    return this.#fail(field, stead, { sv: 'Fyll i fältet.', en: 'Fill in this field.' })
  }

  #unknown<T>(field: string, stead: T): T {
    return this.#fail(field, stead, {
      sv: 'Välj ett alternativ i listan.',
      en: 'Choose an item from the list.',
    })
  }

  #fail<T>(field: string, stead: T, message: Text): T {
    // A field that others depend on is read more than once, and told once.
    if (!this.wrong.some((each) => each.field === field)) this.wrong.push({ field, message })
    return stead
  }
}

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
