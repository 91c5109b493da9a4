import { actions, helpBox } from './actions.js'
import { acceptGroup, keys, marker, outbox, say, state, view } from './desk.js'
import { finishBox } from './finishing.js'
import { follow } from './follow.js'
import { chooseByKey, chooseKind, chooseLink, chooseListQuestion, useMarkedIn } from './form-flow.js'
import { isFormOpen } from './forms.js'
import { actionFor } from './keys.js'
import { part } from './parts.js'

/** @import { ActionName } from '../view/keys.ts' */

/** Under this the browser keeps whether keys do anything: some who speak to their computer want none. */
const KEYS = 'review keys'

view.show(state, outbox.pending)
const values = view.values()
const first = values.find((each) => view.isUndecided(each)) ?? values[0]
view.choose(first?.dataset.value ?? null)
void outbox.send()

const keysOn = /** @type {HTMLInputElement} */ (part('keys-on'))
keysOn.checked = localStorage.getItem(KEYS) !== 'off'
keysOn.addEventListener('change', () => localStorage.setItem(KEYS, keysOn.checked ? 'on' : 'off'))

document.addEventListener('keydown', (event) => {
  if (helpBox.open || finishBox.open) return
  const form = part('form').querySelector('form')
  if (form && isFormOpen()) pressInForm(event, form)
  else if (!marker.isOn || !pressInMarking(event)) pressOnPage(event)
})

/** @param {KeyboardEvent} event @param {HTMLFormElement} form */
function pressInForm(event, form) {
  if (event.key === 'Enter' && event.ctrlKey) form.requestSubmit()
  else if (event.key === 'Escape') void actions.close()
  else chooseByKey(event, form)
}

/** Whether a key was for marking text.
 * @param {KeyboardEvent} event */
function pressInMarking(event) {
  const hasMoved = marker.move(event.key, event.shiftKey)
  if (!hasMoved && event.key !== 'Enter') return false
  event.preventDefault()
  if (hasMoved) say(getSelection()?.toString() ?? '')
  else void actions.add()
  return true
}

/** @param {KeyboardEvent} event */
function pressOnPage(event) {
  const action = actionFor(event, keys)
  if (action === null || (!keysOn.checked && action !== 'help' && action !== 'close')) return
  event.preventDefault()
  void actions[action]()
}

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return
  const button = event.target.closest('button')
  const value = event.target.closest('#record [data-value]')
  const mark = event.target.closest('#document .mark')
  if (value instanceof HTMLElement) view.choose(value.dataset.value ?? null)
  if (button) press(button)
  else if (mark && getSelection()?.isCollapsed) view.chooseAt(mark)
})

/** @param {HTMLButtonElement} button */
function press(button) {
  const { do: action, add, useMarked: field, group, askList, link } = button.dataset
  if (action === 'acceptGroup' && group) acceptGroup(group)
  else if (action && action in actions) void actions[/** @type {ActionName} */ (action)]()
  else if (button.dataset.follow !== undefined) void follow()
  else if (add) chooseKind(button, add)
  else if (askList) chooseListQuestion(askList)
  else if (link !== undefined) chooseLink(button, link)
  else if (field) useMarkedIn(field)
}

// A press on a button must not drop the text that is marked.
document.addEventListener('mousedown', (event) => {
  if (event.target instanceof Element && event.target.closest('button')) event.preventDefault()
})
