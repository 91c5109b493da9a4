import { type Html, html } from './html.ts'
import type { In, Language } from './language.ts'

// A missing value is never shown as zero and never left out: every value on a page or in a chart goes through here.

/** The reasons why something is not known. */
export type Why =
  | 'NOT_STATED'
  | 'UNREADABLE'
  | 'OPEN_ENDED'
  | 'NOT_RESEARCHED'
  | 'NONE_FOUND'
  | 'NOT_TRANSCRIBED'
  | 'NOT_RECORDED'
  | 'NOT_REVISED'

const WORDS: In<{ readonly [W in Why]: string }> = {
  sv: {
    NOT_STATED: 'anges inte i källan',
    UNREADABLE: 'går inte att läsa i källan',
    OPEN_ENDED: 'tills vidare',
    NOT_RESEARCHED: 'vi har inte undersökt det',
    NONE_FOUND: 'vi har letat utan att hitta något',
    NOT_TRANSCRIBED: 'vi har inte skrivit av källan',
    NOT_RECORDED: 'har vi inte antecknat',
    NOT_REVISED: 'ingen har granskat det',
  },
  en: {
    NOT_STATED: 'not stated in the source',
    UNREADABLE: 'cannot be read in the source',
    OPEN_ENDED: 'until further notice',
    NOT_RESEARCHED: 'we have not looked into it',
    NONE_FOUND: 'we have searched and found nothing',
    NOT_TRANSCRIBED: 'we have not transcribed the source',
    NOT_RECORDED: 'not recorded by us',
    NOT_REVISED: 'nobody has checked it',
  },
}

/** The reasons in words. */
export function whyWords(language: Language, why: Why): string {
  return WORDS[language][why]
}

/** A value as shown, or why it is not known. */
export function known<T>(
  language: Language,
  value: T | null,
  why: Why | null,
  show: (value: T) => unknown = (each) => each,
): Html {
  if (value !== null) return html`${show(value)}`
  return html`<span class="unknown">${whyWords(language, why ?? 'NOT_STATED')}</span>`
}

/** How a chart shows that something is not known: by a mark, since colour alone would not be enough. */
export type Mark = 'dot' | 'dash' | 'hatch'

/** The mark of each reason. */
export function markOf(why: Why): Mark {
  if (why === 'NOT_RESEARCHED' || why === 'NOT_TRANSCRIBED') return 'hatch'
  if (why === 'NONE_FOUND') return 'dash'
  return 'dot'
}

/** A value, or why it is not known. Charts are never drawn from plain numbers. */
export type MaybeKnown<T = number> = { readonly value: T } | { readonly unknown: Why }

/** A value as text, or why it is not known. */
export function valueOrWhy<T>(language: Language, value: MaybeKnown<T>, show: (value: T) => string): string {
  return 'value' in value ? show(value.value) : whyWords(language, value.unknown)
}
