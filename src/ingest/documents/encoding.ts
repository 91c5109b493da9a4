import { isUtf8 } from 'node:buffer'
import { type EightBit, eightBitEncodingOf } from './eight-bit.ts'
import { withoutDoubleEncoding } from './garbled.ts'
import type { SourceIssue } from './source-text.ts'

interface Decoded {
  readonly text: string
  readonly issues: readonly SourceIssue[]
}

/**
 * Decodes bytes to text. A byte order mark counts most, then valid UTF-8, which nothing else resembles, and only then
 * the encoding that the file or its sender declares. Otherwise the letters decide, also for a declared Windows-1252,
 * which programs declare when they do not know the encoding. Letters that were encoded twice are repaired.
 */
export function decodeDeclared(bytes: Uint8Array, declared: string | null): Decoded {
  const { text, issues } = decodeOnce(bytes, declared)
  const righted = withoutDoubleEncoding(text)
  return { text: righted.text, issues: [...issues, ...righted.issues] }
}

function decodeOnce(bytes: Uint8Array, declared: string | null): Decoded {
  const marked = encodingOfMark(bytes) ?? encodingOfZeros(bytes)
  if (marked) return { text: new TextDecoder(marked).decode(bytes), issues: [] }
  if (isUtf8(bytes)) return { text: new TextDecoder().decode(bytes), issues: [] }
  const other = declared ? decoderOf(declared) : null
  if (other && !['utf-8', 'windows-1252'].includes(other.encoding))
    return { text: other.decode(bytes), issues: [] }
  return decodeByLine(bytes)
}

function encodingOfMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null
}

/** How much of a file is examined to detect UTF-16 without a byte order mark. */
const SAMPLE_BYTES = 4096

/** UTF-16 without a mark: in a Swedish text nearly every second byte is zero, and the others never are. */
function encodingOfZeros(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, Math.min(SAMPLE_BYTES, bytes.length & ~1))
  const zeros: [number, number] = [0, 0]
  for (let index = 0; index < sample.length; index++) if (sample[index] === 0) zeros[(index & 1) as 0 | 1]++
  const most = sample.length * 0.4
  if (zeros[0] === 0 && zeros[1] >= most && most > 0) return 'utf-16le'
  return zeros[1] === 0 && zeros[0] >= most && most > 0 ? 'utf-16be' : null
}

function decoderOf(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label)
  } catch {
    return null // an unknown encoding
  }
}

/** A text combined from two sources may have lines in UTF-8 and others in a single-byte encoding. */
function decodeByLine(bytes: Uint8Array): Decoded {
  const encoding = eightBitEncodingOf(linesOf(bytes).filter((line) => !isUtf8(line)))
  const [utf8, eightBit] = [new TextDecoder('utf-8', { ignoreBOM: true }), new TextDecoder(encoding)]
  const texts: string[] = []
  let [inUtf8, inEightBit] = [0, 0]
  for (const line of linesOf(bytes)) {
    const isOurs = isUtf8(line)
    const text = (isOurs ? utf8 : eightBit).decode(line)
    if (!isOurs) inEightBit++
    else if (text.length < line.length) inUtf8++
    texts.push(text)
  }
  const issues: SourceIssue[] = []
  const add = (kind: string, text: string) => issues.push({ kind, text, page: null })
  if (encoding === 'macintosh')
    add(
      'doubtful_encoding',
      'the text was read as Mac OS Roman, the only encoding in which its letters are Swedish',
    )
  if (inUtf8 > 0)
    add(
      'mixed_encodings',
      `${inUtf8} lines are in UTF-8 and ${inEightBit} in ${NAMES[encoding]}; each was read in its own encoding`,
    )
  return { text: texts.join('\n'), issues }
}

const NAMES: { readonly [encoding in EightBit]: string } = {
  'windows-1252': 'Windows-1252',
  macintosh: 'Mac OS Roman',
}

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start <= bytes.length; ) {
    const end = bytes.indexOf(0x0a, start)
    yield bytes.subarray(start, end < 0 ? bytes.length : end)
    start = end < 0 ? bytes.length + 1 : end + 1
  }
}
