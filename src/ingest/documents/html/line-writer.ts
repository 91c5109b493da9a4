/** How much of a line is examined to see what comes before something. */
const TAIL = 40
const TAIL_PIECES = 8

const WORD_END = /[\p{L}\p{N}]$/u
const WORD_START = /^[\p{L}\p{N}]/u

/** Collects words and the ends of lines and paragraphs, and returns lines. */
export class LineWriter {
  readonly #lines: string[] = []
  /** The words of the current line: a line may have a million pieces, so they are joined once. */
  #pieces: string[] = []
  #endsInBlank = true
  #blankLineDue = false
  #indent = 0
  #marker: string | null = null
  #isApart = false

  /** The end of the current line so far. */
  get tail(): string {
    return this.#pieces.slice(-TAIL_PIECES).join('').slice(-TAIL)
  }

  /** Keeps the next text from running together with the word before it. */
  apart(): void {
    this.#isApart = true
  }

  /** Adds text; spaces and line ends in it become one space. */
  words(text: string): void {
    const spaced = text.replace(/[ \t\n\r\f]+/g, ' ')
    const piece = this.#endsInBlank && spaced.startsWith(' ') ? spaced.slice(1) : spaced
    if (piece === '') return
    this.#push(piece)
    this.#endsInBlank = piece.endsWith(' ')
  }

  /** Adds text whose spaces and line ends are kept. */
  preformatted(text: string): void {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) this.endLine()
      if (line !== '') this.#push(line)
      this.#endsInBlank = true
    }
  }

  #push(piece: string): void {
    const isApart = this.#isApart
    this.#isApart = false
    if (isApart && WORD_END.test(this.tail) && WORD_START.test(piece)) this.#pieces.push(' ')
    // What came before it was left out, together with the space between them.
    this.#pieces.push(isApart && this.#pieces.length === 0 ? piece.trimStart() : piece)
  }

  endLine(): void {
    this.#isApart = false
    const line = this.#pieces.join('').trimEnd()
    this.#pieces = []
    this.#endsInBlank = true
    if (line !== '') this.#write(line)
  }

  /** Ends the line and, outside of lists, the paragraph. */
  endParagraph(): void {
    this.endLine()
    if (this.#indent === 0) this.#blankLineDue = true
  }

  /** Writes a list item: its marker comes before the first line, and the other lines are aligned with that line's text. */
  item(marker: string, write: () => void): void {
    this.endLine()
    const [outer, outerMarker] = [this.#indent, this.#marker]
    // An item that begins with a list has no words before it: "- - one" would help nobody.
    this.#marker = marker
    this.#indent = outer + 2
    write()
    this.endLine()
    this.#indent = outer
    this.#marker = this.#marker === null ? null : outerMarker
  }

  /** The lines. */
  end(): string[] {
    this.endLine()
    return this.#lines
  }

  #write(line: string): void {
    if (this.#blankLineDue && this.#lines.length > 0) this.#lines.push('')
    this.#blankLineDue = false
    const marker = this.#marker
    this.#marker = null
    this.#lines.push(
      marker === null
        ? ' '.repeat(this.#indent) + line
        : `${' '.repeat(this.#indent - 2)}${marker} ${line.trimStart()}`,
    )
  }
}
