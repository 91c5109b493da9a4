import { isUtf8 } from 'node:buffer'
import type { SourceIssue } from './source-text.ts'

export interface Decoded {
  readonly text: string
  readonly issues: readonly SourceIssue[]
}

/**
 * The text of bytes. What a file begins with says most, then whether it is UTF-8, which nothing else looks like, and
 * only then what it or its sender declares. Undeclared bytes that are no UTF-8 are Windows-1252, which holds Latin-1.
 */
export function decode(bytes: Uint8Array, declared: string | null): Decoded {
  const marked = encodingOfMark(bytes) ?? encodingOfZeros(bytes)
  if (marked) return { text: new TextDecoder(marked).decode(bytes), issues: [] }
  if (isUtf8(bytes)) return { text: new TextDecoder().decode(bytes), issues: [] }
  const other = declared && !/^utf-?8$/i.test(declared) ? decoderOf(declared) : null
  return other ? { text: other.decode(bytes), issues: [] } : decodeByLine(bytes)
}

function encodingOfMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null
}

/** How much of a file is looked at to tell UTF-16 without a mark. */
const SAMPLE_BYTES = 4096

/** UTF-16 without a mark: in a text of our letters nearly every second byte is zero, and the others never are. */
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
    return null // nobody knows an encoding of that name
  }
}

/** A text put together from two sources may have lines in UTF-8 and others in Windows-1252. */
function decodeByLine(bytes: Uint8Array): Decoded {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
  const windows = new TextDecoder('windows-1252')
  const lines: string[] = []
  let [inUtf8, inWindows] = [0, 0]
  for (let start = 0; start <= bytes.length; ) {
    const end = bytes.indexOf(0x0a, start)
    const line = bytes.subarray(start, end < 0 ? bytes.length : end)
    const isOurs = isUtf8(line)
    const text = (isOurs ? utf8 : windows).decode(line)
    if (!isOurs) inWindows++
    else if (text.length < line.length) inUtf8++
    lines.push(text)
    start = end < 0 ? bytes.length + 1 : end + 1
  }
  const text = lines.join('\n')
  if (inUtf8 === 0) return { text, issues: [] }
  const told = `${inUtf8} lines are in UTF-8 and ${inWindows} in Windows-1252; each was read as what it is`
  return { text, issues: [{ kind: 'mixed_encodings', text: told, page: null }] }
}
