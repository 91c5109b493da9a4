/**
 * Words at the end of a lead-in that say that what follows is how it is done: "… genom följande insatser:", "… genom
 * att:". Which words stand between makes no difference.
 */
const BY_MEANS = / genom(?: +\p{L}[\p{L}.]*){0,5} *:$/u

/** Where a lead-in goes over to the means of what it says, or -1. */
export function meansAt(words: string): number {
  return BY_MEANS.exec(words)?.index ?? -1
}
