import type { In, Language } from './language.ts'

/** The words of something counted, by the plural forms of the language. */
export interface Counted {
  readonly one: string
  readonly other: string
}

const WORDS: In<readonly string[]> = {
  sv: ['noll', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
}

const LOCALES: In<string> = { sv: 'sv-SE', en: 'en-GB' }

/** How a language writes numbers, days and lists. */
class Formats {
  readonly #language: Language
  readonly #number: Intl.NumberFormat
  readonly #day: Intl.DateTimeFormat
  readonly #month: Intl.DateTimeFormat
  readonly #plural: Intl.PluralRules
  readonly #list: Intl.ListFormat
  readonly #collator: Intl.Collator

  constructor(language: Language) {
    const locale = LOCALES[language]
    this.#language = language
    this.#number = new Intl.NumberFormat(locale)
    this.#day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
    this.#month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' })
    this.#plural = new Intl.PluralRules(locale)
    this.#list = new Intl.ListFormat(locale)
    this.#collator = new Intl.Collator('sv') // names are Swedish in both languages
  }

  /** 27466 gives 27 466 in Swedish, 27,466 in English. */
  number(value: number): string {
    return this.#number.format(value)
  }

  /** 2026-11-30 gives 30 november 2026. */
  day(iso: string): string {
    return this.#day.format(new Date(`${iso}T00:00:00Z`))
  }

  /** 2026-11-30, or 2026-11, gives november 2026. */
  month(iso: string): string {
    return this.#month.format(new Date(`${iso.slice(0, 7)}-01T00:00:00Z`))
  }

  /** The form of a word for a number. */
  plural(count: number, { one, other }: Counted): string {
    return this.#plural.select(count) === 'one' ? one : other
  }

  /** A number with its word: 2 gives "två löften", 606 gives "606 löften". Swedish says "en aktivitet" and "ett löfte": `one` has its own. */
  count(count: number, { one, other }: Counted): string {
    if (count === 1) return one
    return `${this.words(count)} ${this.plural(count, { one, other })}`
  }

  /** Small numbers as words, others as digits. */
  words(count: number): string {
    return WORDS[this.#language][count] ?? this.number(count)
  }

  /** "a, b och c". */
  list(items: Iterable<string>): string {
    return this.#list.format(items)
  }

  /** For sorting names: å, ä, ö come last. */
  readonly compare = (a: string, b: string): number => this.#collator.compare(a, b)
}

/** How each language writes numbers, days and lists. */
export const formats: In<Formats> = { sv: new Formats('sv'), en: new Formats('en') }
export type { Formats }
