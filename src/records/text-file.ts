import { readFileSync } from 'node:fs'

/** Reads a text file. Throws an `Error` that says what is wrong, also where it is not the text it should be. */
export function readText(path: string): string {
  return decode(readFileSync(path))
}

/** The text of bytes in UTF-8. Throws where they are something else, or hold what no database takes. */
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

/** The first line that is not UTF-8. No line break stands within a character of UTF-8. */
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
