/** A local police area with the spellings that documents use. */
export interface NamedPoliceArea {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
}

/** A police area whose name begins a text. */
interface AreaMatch {
  readonly id: string
  /** How many letters of the text the name has. */
  readonly length: number
  /** Whether it is spelt as in the table. */
  readonly isExact: boolean
}

/** Recognises the names of police areas. */
export interface AreaNames {
  /** The area whose name, or its genitive, the text begins with; the longest if there are several. */
  at(words: string): AreaMatch | null
}

/** The form in which names are compared: "Luleå/Boden", "luleå-boden" and "Luleå Boden" are the same. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[-/ ]/g, ' ')
}

/** Without the diacritics that are most often misprinted: Högländet for Höglandet. */
function withoutMarks(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '')
}

/** A name shorter than this is too similar to others to be recognised in a misprint. */
const SHORTEST_MISPRINT = 6

/** "A/ B" and "A / B" */
const SPACED_SLASH = /(?<=^[\p{L} ]{2,40})(?:\/ | \/ ?)/u

export function areaNames(areas: readonly NamedPoliceArea[]): AreaNames {
  const names = areas
    .flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map((each) => {
        const words = plainName(each)
        // An alias that differs only in diacritics is a misprint that has been seen before.
        const isMisprint = words !== plainName(name) && withoutMarks(words) === withoutMarks(plainName(name))
        return { id, words, bare: withoutMarks(words), isExact: !isMisprint }
      }),
    )
    .sort((a, b) => b.words.length - a.words.length)
  const byLetter = Map.groupBy(names, ({ bare }) => bare[0])
  const find = (words: string): AreaMatch | null => {
    const given = plainName(words.slice(0, 60))
    const bare = withoutMarks(given)
    const near = byLetter.get(bare[0]) ?? []
    for (const { id, words: name, isExact } of near) {
      const length = lengthOf(given, name)
      if (length > 0) return { id, length, isExact }
    }
    // Letters and marks correspond one to one only in composed text, such as ours.
    if (bare.length !== given.length) return null
    for (const { id, bare: name } of near) {
      const length = name.length < SHORTEST_MISPRINT ? 0 : lengthOf(bare, name)
      if (length > 0) return { id, length, isExact: false }
    }
    return null
  }
  return {
    at(words) {
      const found = find(words)
      const gap = found ? null : SPACED_SLASH.exec(words)
      if (!gap) return found
      // "Norra / Södra": printed with spaces around the slash.
      const closed = find(`${words.slice(0, gap.index)}/${words.slice(gap.index + gap[0].length)}`)
      return closed && closed.length > gap.index
        ? { ...closed, length: closed.length + gap[0].length - 1 }
        : null
    },
  }
}

/** How many letters at the beginning of a text are a name or its genitive; 0 if none are. */
function lengthOf(words: string, name: string): number {
  if (!words.startsWith(name)) return 0
  for (const length of [name.length, name.length + 1]) {
    if (length > name.length && words[name.length] !== 's') return 0
    if (!/^[\p{L}\p{N}]/u.test(words.slice(length, length + 1))) return length
  }
  return 0
}
