/** The minimum length of a name with one typing error, and with two. */
const NAME_LETTERS = [5, 9] as const
/** The same for other words. Shorter ones differ in one letter from correct words: "groda" and "goda". */
const WORD_LETTERS = [6, 12] as const

/** How many typing errors are allowed in a folded word. */
function slipsAllowed(typed: string, isName: boolean): number {
  return (isName ? NAME_LETTERS : WORD_LETTERS).filter((least) => typed.length >= least).length
}

/**
 * The number of typing errors between two folded words, or infinity if there are too many: a missing or an extra letter,
 * two transposed letters, or a wrong letter. In a word that is not a name, a wrong letter only counts if the two letters
 * are next to each other on the keyboard or sound alike: "beräkning" is not "bevakning". The first letter must be right.
 */
export function slipsBetween(typed: string, meant: string, isName: boolean): number {
  const most = slipsAllowed(typed, isName)
  if (most === 0 || typed[0] !== meant[0] || Math.abs(typed.length - meant.length) > most) return Infinity
  // The Damerau–Levenshtein distance, row by row. Values outside of the rows are beyond the limit.
  let before: number[] = []
  let last = Array.from({ length: meant.length + 1 }, (_, slips) => slips)
  for (let at = 1; at <= typed.length; at++) {
    const row = [at]
    for (let beside = 1; beside <= meant.length; beside++) {
      const [one, other] = [typed[at - 1], meant[beside - 1]]
      const exchange = one === other ? 0 : isName || areAlike(one, other) ? 1 : 2
      const isSwap = one === meant[beside - 2] && typed[at - 2] === other
      row[beside] = Math.min(
        (last[beside] ?? Infinity) + 1,
        (row[beside - 1] ?? Infinity) + 1,
        (last[beside - 1] ?? Infinity) + exchange,
        isSwap ? (before[beside - 2] ?? Infinity) + 1 : Infinity,
      )
    }
    if (Math.min(...row) > most) return Infinity
    before = last
    last = row
  }
  const slips = last[meant.length] ?? Infinity
  return slips <= most ? slips : Infinity
}

/** The rows of a Swedish keyboard, with å and ä folded, to find letters next to or above each other. */
const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const

/** å and ä are folded to a, ö to o; the others sound alike. */
const SOUND_ALIKE = ['ae', 'ao', 'ck', 'cs', 'gj', 'ij', 'kq', 'vw'] as const

const ALIKE: ReadonlySet<string> = new Set(
  [...SOUND_ALIKE, ...KEYBOARD.flatMap((row, at) => neighbours(row, KEYBOARD[at + 1] ?? ''))].flatMap(
    ([one, other]) => [`${one}${other}`, `${other}${one}`],
  ),
)

function neighbours(row: string, below: string): string[] {
  return Array.from(row, (letter, at) =>
    [row[at + 1], below[at - 1], below[at]].map((near) => `${letter}${near}`),
  )
    .flat()
    .filter((pair) => pair.length === 2)
}

function areAlike(one: string | undefined, other: string | undefined): boolean {
  return ALIKE.has(`${one}${other}`)
}
