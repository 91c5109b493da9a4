/**
 * Words at the end of a lead-in that say that the list is how something is done: "… genom följande insatser:",
 * "… genom att:". The words between do not matter.
 */
const BY_MEANS = / genom(?: +\p{L}[\p{L}.]*){0,5} *:$/u

/** Where the means begin in a lead-in, or -1. */
export function meansAt(words: string): number {
  return BY_MEANS.exec(words)?.index ?? -1
}
