import { markedStretch, markStretch } from './marking.js'
import { bringIntoView, part } from './parts.js'

/**
 * @import { DraftState } from '../view/draft.ts'
 * @import { Decision } from '../kinds/decide.ts'
 */

/** Shows the record and the document, and which value is chosen in both. */
export class View {
  /** @type {string | null} */
  chosen = null
  #document = part('document')
  #record = part('record')
  /** @type {ReadonlySet<string>} */
  #waiting = new Set()

  /** Puts what came from the server in the place of what is shown.
   * @param {DraftState} state
   * @param {readonly Decision[]} pending */
  show(state, pending) {
    const hadFocus = this.#record.contains(document.activeElement)
    const before = this.values()
    const index = before.findIndex((each) => each.dataset.value === this.chosen)
    // What is marked would be dropped with the text that it stands in.
    const marked = markedStretch()
    this.#document.innerHTML = state.document
    if (marked) markStretch(marked)
    this.#record.innerHTML = state.record
    part('progress').textContent = state.progress
    const bar = document.querySelector('progress')
    if (bar) Object.assign(bar, { max: state.all, value: state.all - state.left })
    part('finish-about').textContent = state.finishAbout
    const undo = document.querySelector('[data-do="undo"]')
    if (undo instanceof HTMLButtonElement) undo.disabled = !state.canUndo
    this.wait(pending)
    const now = this.values()
    // What was chosen may be gone: then what stood after it is chosen.
    const after = before.slice(Math.max(index, 0)).map((each) => each.dataset.value)
    const next = after.find((value) => now.some((each) => each.dataset.value === value))
    this.choose(next ?? now.at(-1)?.dataset.value ?? null, { focus: hadFocus })
  }

  /** Shows which values wait for the server.
   * @param {readonly Decision[]} pending */
  wait(pending) {
    this.#waiting = new Set(
      pending.flatMap((each) => {
        if (each.do === 'accept') return each.values
        if (each.do === 'add') return []
        return 'items' in each ? each.items.map((item) => `${item}.text`) : [each.value]
      }),
    )
    for (const each of this.values())
      each.classList.toggle('waiting', this.#waiting.has(each.dataset.value ?? ''))
  }

  /** The values of the record, in their order. */
  values() {
    return /** @type {HTMLElement[]} */ ([...this.#record.querySelectorAll('[data-value]')])
  }

  /** The chosen value, as it stands in the record. */
  get current() {
    return this.values().find((each) => each.dataset.value === this.chosen) ?? null
  }

  /** Whether somebody has yet to decide about a value.
   * @param {HTMLElement} value */
  isUndecided(value) {
    return value.dataset.state === 'undecided' && !this.#waiting.has(value.dataset.value ?? '')
  }

  /** @param {string | null} value @param {{ focus?: boolean }} [options] */
  choose(value, { focus = true } = {}) {
    this.chosen = value
    for (const each of this.values()) {
      const isChosen = each.dataset.value === value
      each.tabIndex = isChosen ? 0 : -1
      each.classList.toggle('chosen', isChosen)
      if (isChosen) each.setAttribute('aria-current', 'true')
      else each.removeAttribute('aria-current')
    }
    const { current } = this
    if (focus) current?.focus({ preventScroll: true })
    if (current) bringIntoView(current, this.#record)
    // What rests on no words of its own is shown by those of the promise or activity that it belongs to.
    const shown = current?.dataset.shows ?? ''
    for (const mark of this.#document.querySelectorAll('.mark'))
      mark.classList.toggle('chosen', valuesOf(mark).includes(shown))
    const { mainMark } = this
    if (mainMark) bringIntoView(mainMark, this.#document)
  }

  /** Where the words begin that the chosen value rests on most; other parts of it may stand far above, as headings. */
  get mainMark() {
    const start = Number(this.current?.dataset.start || -1)
    const marks = /** @type {HTMLElement[]} */ ([...this.#document.querySelectorAll('.mark.chosen')])
    return marks.find((mark) => Number(mark.dataset.at) >= start) ?? marks[0] ?? null
  }

  /** Chooses the value some steps away.
   * @param {number} steps */
  move(steps) {
    const values = this.values()
    const index = values.findIndex((each) => each.dataset.value === this.chosen)
    const next = values[Math.min(Math.max(index + steps, 0), values.length - 1)]
    if (next) this.choose(next.dataset.value ?? null)
  }

  /** Chooses the next value that nobody has decided about, from the top again after the last. Whether there is one. */
  moveToUndecided() {
    const values = this.values()
    const index = values.findIndex((each) => each.dataset.value === this.chosen)
    const next = [...values.slice(index + 1), ...values.slice(0, index + 1)].find((each) =>
      this.isUndecided(each),
    )
    if (next) this.choose(next.dataset.value ?? null)
    return next !== undefined
  }

  /** Chooses a value at a piece of the document: the shortest first, then what it stands in.
   * @param {Element} mark */
  chooseAt(mark) {
    const values = valuesOf(mark)
    const next = values[(values.indexOf(this.chosen ?? '') + 1) % values.length]
    if (next) this.choose(next)
  }
}

/** @param {Element} mark */
function valuesOf(mark) {
  return mark instanceof HTMLElement ? (mark.dataset.values ?? '').split(' ') : []
}
