import { Unreadable } from '../unreadable.ts'

/** An encoding with one byte per character, as TextDecoder calls it. */
export type EightBit = 'windows-1252' | 'macintosh'

/** The bytes of å, ä and ö in each encoding. Code page 437 has them at the same places as 850. */
const LETTERS: { readonly [encoding in EightBit | 'ms-dos']: readonly number[] } = {
  'windows-1252': [0xe5, 0xe4, 0xf6],
  macintosh: [0x8c, 0x8a, 0x9a],
  'ms-dos': [0x86, 0x84, 0x94],
}

/**
 * The encoding in which lines that are not valid UTF-8 are Swedish, by where å, ä and ö occur within words:
 * Windows-1252, which includes Latin-1, unless another has more of them.
 *
 * @throws {Unreadable} when it is an MS-DOS encoding, which no decoder here supports.
 */
export function eightBitEncodingOf(lines: Iterable<Uint8Array>): EightBit {
  const counts = { 'windows-1252': 0, macintosh: 0, 'ms-dos': 0 }
  for (const line of lines) {
    for (let index = 1; index < line.length; index++) {
      const byte = line[index] as number
      if (byte < 0x80 || !isLetter(line[index - 1])) continue
      if (LETTERS['windows-1252'].includes(byte)) counts['windows-1252']++
      // Outside words such a byte is a dash or a quotation mark of Windows-1252.
      else if (!isLetter(line[index + 1])) continue
      else if (LETTERS.macintosh.includes(byte)) counts.macintosh++
      else if (LETTERS['ms-dos'].includes(byte)) counts['ms-dos']++
    }
  }
  const { macintosh, 'windows-1252': windows, 'ms-dos': dos } = counts
  if (dos > windows && dos > macintosh)
    throw new Unreadable(
      'The text is in an MS-DOS encoding (code page 850 or 437); open it in an editor that supports that encoding and save it as UTF-8.',
    )
  return macintosh > windows ? 'macintosh' : 'windows-1252'
}

function isLetter(byte: number | undefined): boolean {
  if (byte === undefined) return false
  return byte >= 0x80 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
}
