/** The mark that replaces each letter of a withheld name in the text of a source. */
export const MASK = '█'
