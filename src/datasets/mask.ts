/** What stands for each letter of a name that is withheld in the text of a source. */
export const MASK = '█'
