import type { Language } from '../datasets/dataset.ts'

export type { Language }

/** The languages of the site. Swedish comes first. */
export const languages = ['sv', 'en'] as const satisfies readonly Language[]

/** A text, or anything else that differs by language, in each. */
export type In<T> = { readonly [L in Language]: T }

/** The language of a path: English below /en/, otherwise Swedish. */
export function languageOfPath(path: string): Language {
  return path === '/en' || path.startsWith('/en/') ? 'en' : 'sv'
}

/** The language that is not this one. */
export function otherThan(language: Language): Language {
  return language === 'sv' ? 'en' : 'sv'
}

/**
 * A row's field in a language, of two such as `labelSv` and `labelEn`.
 *
 * @example inLanguage('en', { labelSv: 'Ämne', labelEn: 'Topic' }, 'label') // 'Topic'
 */
export function inLanguage<K extends string>(
  language: Language,
  row: { readonly [field in `${K}Sv` | `${K}En`]: string },
  field: K,
): string
export function inLanguage<K extends string>(
  language: Language,
  row: { readonly [field in `${K}Sv` | `${K}En`]: string | null },
  field: K,
): string | null
export function inLanguage<K extends string>(
  language: Language,
  row: { readonly [field in `${K}Sv` | `${K}En`]: string | null },
  field: K,
): string | null {
  return language === 'sv' ? row[`${field}Sv`] : row[`${field}En`]
}
