import { readFileSync } from 'node:fs'

/** Reads a text file. Throws an `Error` that says what is wrong if it cannot be read or is not valid text. */
export function readText(path: string): string {
  return decode(readFileSync(path))
}

/** Decodes UTF-8. Throws if it is not valid, or has characters that a database does not accept. */
export function decode(bytes: Buffer): string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Error(`line ${lineOfFault(bytes)} is not UTF-8; save the file in UTF-8`)
  }
  const nul = text.indexOf('\0')
  if (nul >= 0)
    throw new Error(`line ${text.slice(0, nul).split('\n').length} contains a NUL character; remove it`)
  return text
}

/** The first line that is not UTF-8. A line break is never part of another character. */
function lineOfFault(bytes: Buffer): number {
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start)
    const part = bytes.subarray(start, end < 0 ? bytes.length : end)
    if (!part.equals(Buffer.from(part.toString('utf8')))) return line
    start = end < 0 ? bytes.length : end + 1
  }
  return line
}
