import { isDay, type Text, type ValueOf, type Vocabulary, valuesOf } from '../../datasets/dataset.ts'
import { isStatedDate } from '../../records/dates.ts'
import type { Quote } from '../../records/field.ts'
import type { Words } from '../record/words.ts'

/** An answer in a form, as the page sends it: a text, several, or yes. */
export type GivenAnswers = { readonly [field: string]: string | readonly string[] | boolean }

/** Something wrong with an answer. */
export interface WrongAnswer {
  readonly field: string
  readonly message: Text
}

/** Reads the answers of a form, null if there is none, and collects errors. */
export class Answers {
  readonly wrong: WrongAnswer[] = []
  readonly #given: GivenAnswers
  readonly #source: Words
  readonly #near: number

  /** `near` is where words that were typed rather than marked are searched for first. */
  constructor(given: GivenAnswers, source: Words, near: number) {
    this.#given = given
    this.#source = source
    this.#near = near
  }

  /** Whether anything was answered. */
  isGiven(field: string): boolean {
    return this.texts(field).length > 0 || this.yes(field)
  }

  /** Whether a field was in the form, answered or not. */
  isAsked(field: string): boolean {
    return Object.hasOwn(this.#given, field)
  }

  /** Reports a missing answer. The returned value is never used: the answers are refused as a whole. */
  missing(field: string): null {
    return this.#fail(field, { sv: 'Fyll i fältet.', en: 'Fill in this field.' })
  }

  words(field: string): Quote | null {
    const written = this.text(field)
    if (written === null) return null
    const [, start, end] = /^(\d+)-(\d+)$/.exec(String(this.#given[`${field}.at`] ?? '')) ?? []
    const marked = start && end ? this.#source.between(Number(start), Number(end)) : null
    if (marked && withPlainSpaces(marked.words) === withPlainSpaces(written)) return marked
    const found = this.#source.find(written, marked?.at[0] ?? this.#near)
    if (found) return found
    return this.#fail(field, {
      sv: 'Orden står inte i dokumentet. Markera dem i texten, eller kopiera dem därifrån.',
      en: 'These words are not in the document. Mark them in the text, or copy them from it.',
    })
  }

  text(field: string): string | null {
    const given = this.#given[field]
    const text = typeof given === 'string' ? given.trim() : ''
    return text === '' ? null : text
  }

  choice<V extends Vocabulary>(field: string, vocabulary: V): ValueOf<V> | null {
    const text = this.text(field)
    if (text === null) return null
    const known = valuesOf(vocabulary).find((value) => value === text)
    return (
      known ?? this.#fail(field, { sv: 'Välj ett alternativ i listan.', en: 'Choose an item from the list.' })
    )
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

  number(field: string): number | null {
    const text = this.text(field)
    if (text === null) return null
    const number = Number(text.replace(',', '.'))
    if (Number.isFinite(number) && number > 0) return number
    return this.#fail(field, {
      sv: 'Skriv ett tal som är större än noll.',
      en: 'Write a number greater than zero.',
    })
  }

  year(field: string): number | null {
    const text = this.text(field)
    if (text === null) return null
    const year = Number(text)
    if (Number.isInteger(year) && year >= 1990 && year <= 2100) return year
    return this.#fail(field, {
      sv: 'Skriv ett år mellan 1990 och 2100.',
      en: 'Write a year from 1990 to 2100.',
    })
  }

  day(field: string): string | null {
    const text = this.text(field)
    if (text === null || isDay(text)) return text
    return this.#fail(field, {
      sv: 'Skriv ett datum som finns, till exempel 2020-01-31.',
      en: 'Write a date that exists, such as 2020-01-31.',
    })
  }

  /** A year, a month or a day, as precise as the document gives it. */
  stated(field: string): string | null {
    const text = this.text(field)
    if (text === null || isStatedDate(text)) return text
    return this.#fail(field, {
      sv: 'Skriv ett år, en månad eller ett datum: 2020, 2020-01 eller 2020-01-31.',
      en: 'Write a year, a month or a date: 2020, 2020-01 or 2020-01-31.',
    })
  }

  #fail(field: string, message: Text): null {
    // A field that others depend on is read more than once, and reported once.
    if (!this.wrong.some((each) => each.field === field)) this.wrong.push({ field, message })
    return null
  }
}

function withPlainSpaces(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
