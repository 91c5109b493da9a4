import { goOn, leaveForm, showForm, showListForm, take, texts, view } from './desk.js'
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
  const { value, kind, item, list, items = '' } = form.dataset
  const answers = answersOf(form)
  const before = new Set(view.values().map((each) => each.dataset.value))
  /** @type {Decision} */
  const decision = value
    ? { do: 'correct', value, answers }
    : list
      ? { do: list === 'goal' ? 'goal' : 'list', items: items.split(' '), answers }
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
  if (value || list === 'list') goOn()
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

/** Asks the next thing of a list, which was chosen.
 * @param {string} ask */
export function chooseListQuestion(ask) {
  void showListForm(ask)
}

/** Links the items of a list to a promise, which was chosen; to none where it is empty.
 * @param {HTMLButtonElement} button @param {string} promise */
export function chooseLink(button, promise) {
  const items = button.closest('form')?.dataset.items?.split(' ') ?? []
  leaveForm()
  // It goes on at once: keys that are pressed while the server answers are for what is chosen then.
  void take({ do: 'list', items, answers: { promise } })
  goOn()
}

/** Chooses something by its key: presses a button, or checks what is one of several.
 * @param {KeyboardEvent} event @param {HTMLFormElement} form */
export function chooseByKey(event, form) {
  const { target, key } = event
  if (event.ctrlKey || event.altKey || event.metaKey) return
  if (target instanceof Element && target.matches('select, textarea, input:not([type=checkbox])')) return
  const chosen = [...form.querySelectorAll('kbd')].find((each) => each.textContent === key)?.parentElement
  const control = chosen instanceof HTMLLabelElement ? chosen.control : chosen
  if (!(control instanceof HTMLElement)) return
  event.preventDefault()
  control.click()
  control.focus()
}

/** Puts the marked words into a field.
 * @param {string} field */
export function useMarkedIn(field) {
  const marked = markedStretch()
  if (marked) useMarked(field, getSelection()?.toString() ?? '', marked)
  else showNotice(texts.nothingMarked, [])
}
