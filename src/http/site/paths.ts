import { type Language, otherThan } from '../../site/language.ts'
import type { AnyPageKind } from '../../site/page-kind.ts'

/** The path of a page in the other language. Its last part, which names what it shows, is the same in both. */
export function otherPath({ paths }: Pick<AnyPageKind, 'paths'>, language: Language, path: string): string {
  const [own, other] = [paths[language], paths[otherThan(language)]].map(
    (pattern) => pattern.split(':')[0] ?? '',
  )
  return `${other}${path.slice((own ?? '').length)}`
}
