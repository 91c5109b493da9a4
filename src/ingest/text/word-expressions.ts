/** The word lists from which expressions are built; `data/lookups/README.md` describes each. */
export const WORD_LISTS = [
  'promise_verbs',
  'work_verbs',
  'change_verbs',
  'goal_words',
  'goal_headings',
  'priority_verbs',
  'before_a_goal',
  'any_agreement',
  'agreement_names',
  'speech_verbs',
  'speech_verbs_after_a_quote',
  'follow_up_words',
  'actor_fillers',
  'not_of_names',
  'before_other_numbers',
  'after_other_numbers',
] as const
export type WordList = (typeof WORD_LISTS)[number]

/** A regular expression in which the name of a list stands for the words of the list. */
interface WordExpression {
  readonly flags: 'u' | 'gu'
  readonly parts: readonly string[]
  readonly lists: readonly WordList[]
}

/** An expression for the first match, such as withWords`^(?:att +)?${'goal_words'}`. */
export function withWords(parts: TemplateStringsArray, ...lists: readonly WordList[]): WordExpression {
  return { flags: 'u', parts: parts.raw, lists }
}

/** The same for every match, as `matchAll` and `replace` need it. */
export function everyWithWords(parts: TemplateStringsArray, ...lists: readonly WordList[]): WordExpression {
  return { flags: 'gu', parts: parts.raw, lists }
}

/** Returns the regular expression of a `WordExpression`, compiled once. */
export type ExpressionOf = (expression: WordExpression) => RegExp

/** Fills in the words of the lists in expressions. */
export function wordExpressions(words: readonly { list: WordList; wording: string }[]): ExpressionOf {
  const byList = Map.groupBy(words, ({ list }) => list)
  const compiled = new Map<WordExpression, RegExp>()
  return (expression) => {
    const known = compiled.get(expression)
    if (known) return known
    const filled = expression.lists.map((list) =>
      alternatives((byList.get(list) ?? []).map((row) => row.wording)),
    )
    const made = new RegExp(String.raw({ raw: expression.parts }, ...filled), expression.flags)
    compiled.set(expression, made)
    return made
  }
}

/** An expression that matches each of the wordings: whole words, unless `*` says that a word may continue. */
function alternatives(wordings: readonly string[]): string {
  // Longer wordings are tried before their own beginnings.
  const longestFirst = wordings.toSorted((a, b) => b.length - a.length)
  const written = longestFirst.map((wording) => {
    const words = wording.toLowerCase().replaceAll('*', '').split(' ').map(RegExp.escape).join(' +')
    const before = wording.startsWith('*') ? '' : '(?<!\\p{L})'
    const after = wording.endsWith('*') ? '' : '(?!\\p{L})'
    return `${before}${words}${after}`
  })
  return `(?:${written.join('|')})`
}
