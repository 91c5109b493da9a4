import type { Verified } from './release.ts'

/** The findings about copies, as lines for people. */
export function reportLines(checked: readonly Verified[]): string[] {
  return checked
    .flatMap(({ place, release, isWhole, files, bytes, findings }) => {
      const name = release ?? place
      return [
        `${name}: ${isWhole ? 'intact' : 'NOT INTACT'}, ${files} files of ${bytes} bytes`,
        ...findings.map(
          ({ kind, file, message }) => `${name}: ${kind}: ${file === null ? '' : `${file} `}${message}`,
        ),
      ]
    })
    .map(printable)
}

/** A text without control characters, which could change the terminal: the copy may come from anybody. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (found) => `\\u{${found.codePointAt(0)?.toString(16)}}`)
}
