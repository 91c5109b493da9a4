import { Lexer, Source, TokenKind } from 'graphql'
import { limits, refusal } from '../limits.ts'

const OPENING = new Set<string>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L])
const CLOSING = new Set<string>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R])

/**
 * Counts the tokens of a text. This is done before it is parsed: the parser calls itself for every bracket, and could
 * run out of stack.
 *
 * @throws {GraphQLError} when there are too many tokens, or too many brackets within each other.
 */
export function refuseLongText(text: string): number {
  const lexer = new Lexer(new Source(text))
  let tokens = 0
  let nesting = 0
  for (;;) {
    const kind = kindOfNext(lexer)
    if (kind === null || kind === TokenKind.EOF) return tokens
    tokens += 1
    if (tokens > limits.tokens.value) throw refusal('tokens')
    if (OPENING.has(kind)) nesting += 1
    else if (CLOSING.has(kind)) nesting -= 1
    if (nesting > limits.nesting.value) throw refusal('nesting')
  }
}

/** The kind of the next token; null if it is not a valid token, which the parser will report. */
function kindOfNext(lexer: Lexer): string | null {
  try {
    return lexer.advance().kind
  } catch {
    return null
  }
}
