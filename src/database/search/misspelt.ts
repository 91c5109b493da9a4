/** From how many letters on a name may be misspelt with one slip, and from how many on with two. */
const NAME_LETTERS = [5, 9] as const
/** The same of a word. Shorter ones are a slip away from others that are meant as they stand: "groda" and "goda". */
const WORD_LETTERS = [6, 12] as const

/** How many slips a folded word may be away from one that it is taken for. */
export function slipsAllowed(typed: string, isName: boolean): number {
  return (isName ? NAME_LETTERS : WORD_LETTERS).filter((least) => typed.length >= least).length
}

/**
 * How many slips a folded word is away from another, or infinity beyond what is allowed: a letter too many or too few,
 * two that changed places, or one for another. In a word that is no name the last is a slip only between letters that
 * lie or sound alike: "beräkning" is another word than "bevakning". The first letter is taken to be right.
 */
export function slipsBetween(typed: string, meant: string, isName: boolean): number {
  const most = slipsAllowed(typed, isName)
  if (most === 0 || typed[0] !== meant[0] || Math.abs(typed.length - meant.length) > most) return Infinity
  // The distance by Damerau and Levenshtein, row by row. What no row has is beyond all that is allowed.
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

/** The rows of a Swedish keyboard, å and ä folded away: letters beside each other, or one above the other, lie alike. */
const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const

/** å is folded to a, ä to a and ö to o; the others are one sound to who writes as it sounds. */
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
