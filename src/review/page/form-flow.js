import { goOn, leaveForm, showForm, take, texts, view } from './desk.js'
import { answersOf, showWrong, useMarked } from './forms.js'
import { markedStretch } from './marking.js'
import { showNotice } from './notice.js'
import { part } from './parts.js'

/** @import { Decision } from '../kinds/decide.ts' */

part('form').addEventListener('submit', (event) => {
  event.preventDefault()
  if (event.target instanceof HTMLFormElement) void send(event.target)
})

/** @param {HTMLFormElement} form */
async function send(form) {
  const { value, kind, item } = form.dataset
  const answers = answersOf(form)
  const before = new Set(view.values().map((each) => each.dataset.value))
  /** @type {Decision} */
  const decision = value
    ? { do: 'correct', value, answers }
    : {
        do: 'add',
        kind: /** @type {Extract<Decision, { do: 'add' }>['kind']} */ (kind),
        item: item || null,
        answers,
      }
  const result = await take(decision)
  if (result.kind === 'refused') return showWrong(result.message, result.wrong)
  leaveForm()
  if (result.kind === 'conflict') return
  const made = view.values().find((each) => !before.has(each.dataset.value))
  if (value) goOn()
  else if (made) view.choose(made.dataset.value ?? null)
}

/** Opens the form of a kind, which was chosen for the marked words.
 * @param {HTMLButtonElement} button @param {string} kind */
export function chooseKind(button, kind) {
  const form = button.closest('form')
  const item = form?.querySelector('select')
  if (!form || !item) return
  if (button.dataset.needsItem === 'true' && item.value === '') return item.focus()
  const { start = '', end = '' } = form.dataset
  void showForm({ kind, start, end, item: item.value })
}

/** Chooses a kind by its key.
 * @param {KeyboardEvent} event @param {HTMLFormElement} form */
export function chooseKindByKey(event, form) {
  if (event.target instanceof Element && event.target.matches('select')) return
  const button = [...form.querySelectorAll('[data-add]')].find(
    (each) => each.querySelector('kbd')?.textContent === event.key,
  )
  if (!(button instanceof HTMLButtonElement)) return
  event.preventDefault()
  button.click()
}

/** Puts the marked words into a field.
 * @param {string} field */
export function useMarkedIn(field) {
  const marked = markedStretch()
  if (marked) useMarked(field, getSelection()?.toString() ?? '', marked)
  else showNotice(texts.nothingMarked, [])
}
