import { bringIntoView, part } from './parts.js'

/**
 * @typedef {{ start: number, end: number }} Stretch A part of the text, in code points as records count them.
 * @typedef {Stretch & { line: number }} Word
 */

/** The part of the document that is marked as browsers mark text; null where none is.
 * @returns {Stretch | null} */
export function markedStretch() {
  const selection = getSelection()
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const pieces = piecesOfText().filter((piece) => range.intersectsNode(piece))
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (!first || !last) return null
  const start = offsetIn(first, range.startContainer, range.startOffset, 0)
  const end = offsetIn(last, range.endContainer, range.endOffset, lengthOf(last.textContent ?? ''))
  return start < end ? { start, end } : null
}

/** Marks a part of the document as browsers mark text.
 * @param {Stretch} stretch */
export function markStretch({ start, end }) {
  const [from, to] = [pointAt(start, false), pointAt(end, true)]
  if (from && to) getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}

/** @returns {HTMLElement[]} */
function piecesOfText() {
  return [...part('document').querySelectorAll('[data-at]')].filter((piece) => piece instanceof HTMLElement)
}

/** @param {HTMLElement} piece @param {Node} node @param {number} offset @param {number} otherwise */
function offsetIn(piece, node, offset, otherwise) {
  const at = Number(piece.dataset.at)
  if (node === piece.firstChild) return at + lengthOf((node.textContent ?? '').slice(0, offset))
  if (node === piece) return offset === 0 ? at : at + lengthOf(piece.textContent ?? '')
  return at + otherwise
}

/** @param {string} text */
function lengthOf(text) {
  return Array.from(text).length
}

/** Marks text by the keyboard, a word at a time. */
export class Marker {
  isOn = false
  /** @type {Word[]} */ #words = []
  #anchor = 0
  #focus = 0

  /** Begins at the words of an element of the document, or at the first that can be seen.
   * @param {Element | null} near */
  begin(near) {
    this.#words = wordsOfText()
    const offset = near instanceof HTMLElement ? Number(near.dataset.at) : firstSeen()
    const index = this.#words.findIndex(({ end }) => end > offset)
    this.#anchor = this.#focus = Math.max(index, 0)
    this.isOn = this.#words.length > 0
    this.#mark()
  }

  end() {
    this.isOn = false
    getSelection()?.removeAllRanges()
  }

  /** Moves by a word or a line. Whether the key does so.
   * @param {string} key @param {boolean} grows */
  move(key, grows) {
    const to = this.#indexFor(key)
    if (to === null) return false
    this.#focus = Math.min(Math.max(to, 0), this.#words.length - 1)
    if (!grows) this.#anchor = this.#focus
    this.#mark()
    return true
  }

  /** @param {string} key @returns {number | null} */
  #indexFor(key) {
    const now = this.#words[this.#focus]
    if (!now) return null
    const onLine = (/** @type {number} */ line) =>
      this.#words.flatMap((word, index) => (word.line === line ? [index] : []))
    switch (key) {
      case 'ArrowLeft':
        return this.#focus - 1
      case 'ArrowRight':
        return this.#focus + 1
      case 'ArrowUp':
        return onLine(this.#words.findLast(({ line }) => line < now.line)?.line ?? now.line)[0] ?? null
      case 'ArrowDown':
        return onLine(this.#words.find(({ line }) => line > now.line)?.line ?? now.line)[0] ?? null
      case 'Home':
        return onLine(now.line)[0] ?? null
      case 'End':
        return onLine(now.line).at(-1) ?? null
      default:
        return null
    }
  }

  #mark() {
    const [one, other] = [this.#words[this.#anchor], this.#words[this.#focus]]
    if (!one || !other) return
    markStretch({ start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) })
    const seen = pointAt(other.start, false)?.node.parentElement
    if (seen) bringIntoView(seen, part('document'))
  }
}

/** @returns {Word[]} */
function wordsOfText() {
  return [...part('document').querySelectorAll('.line')].flatMap((row, line) => {
    const at = row instanceof HTMLElement ? Number(row.dataset.start) : 0
    const text = row.querySelector('.words')?.textContent ?? ''
    // A sign before an item, or around bold words, is no part of what is said.
    return [...text.matchAll(/[^\s*•–-][^\s*]*/g)].map(({ 0: word, index }) => {
      const start = at + lengthOf(text.slice(0, index))
      return { start, end: start + lengthOf(word), line }
    })
  })
}

/** The place in the page of an offset in the text; where two pieces meet, the end of the first or the start of the second.
 * @param {number} offset @param {boolean} isEnd */
function pointAt(offset, isEnd) {
  for (const piece of piecesOfText()) {
    const text = piece.textContent ?? ''
    const within = offset - Number(piece.dataset.at)
    const length = lengthOf(text)
    if (within < 0 || within > length || (isEnd ? within === 0 : within === length)) continue
    const node = piece.firstChild
    if (node) return { node, offset: Array.from(text).slice(0, within).join('').length }
  }
  return null
}

function firstSeen() {
  const { top } = part('document').getBoundingClientRect()
  const piece = piecesOfText().find((each) => each.getBoundingClientRect().bottom > top)
  return Number(piece?.dataset.at ?? 0)
}
