import { part } from './parts.js'

/**
 * @import { GivenAnswers } from '../kinds/answers.ts'
 * @import { Wrong } from './outbox.js'
 */

/** Shows a form of the server beside the document, and puts the focus into its first field.
 * @param {string} html */
export function openForm(html) {
  const box = part('form')
  box.innerHTML = html
  box.hidden = false
  // It lies behind the form: nobody is to get into it unseen.
  part('record').inert = true
  box.setAttribute('aria-label', box.querySelector('h2')?.textContent ?? '')
  const empty = [...box.querySelectorAll('select')].find(
    (each) => 'needed' in each.dataset && each.value === '',
  )
  const isNew = !box.querySelector('form')?.dataset.value
  const choice = box.querySelector('.choices input')
  // The words of what is added were marked before: what is asked for are its topics.
  const first =
    isNew && choice && box.querySelector('textarea[data-at]:not([data-at=""])')
      ? choice
      : (box.querySelector('fieldset.kinds button') ?? empty ?? box.querySelector('textarea, input, select'))
  if (first instanceof HTMLElement) first.focus()
}

export function closeForm() {
  const box = part('form')
  box.hidden = true
  part('record').inert = false
  box.replaceChildren()
}

export function isFormOpen() {
  return !part('form').hidden
}

/** What was answered in a form.
 * @param {HTMLFormElement} form
 * @returns {GivenAnswers} */
export function answersOf(form) {
  /** @type {{ [field: string]: string | string[] | boolean }} */
  const answers = {}
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === 'checkbox') {
      if (!('many' in field.dataset)) answers[field.name] = field.checked
      else answers[field.name] = [...listOf(answers[field.name]), ...(field.checked ? [field.value] : [])]
    } else if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLSelectElement ||
      field instanceof HTMLTextAreaElement
    ) {
      answers[field.name] = field.value
      if (field.dataset.at) answers[`${field.name}.at`] = field.dataset.at
    }
  }
  return answers
}

/** @param {string | readonly string[] | boolean | undefined} value */
function listOf(value) {
  return Array.isArray(value) ? value : []
}

/** Shows at each field what is wrong with it, and goes to the first.
 * @param {string} message @param {readonly Wrong[]} wrong */
export function showWrong(message, wrong) {
  const form = part('form').querySelector('form')
  if (!form) return
  for (const place of form.querySelectorAll('.wrong')) place.textContent = ''
  for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid')
  const general = form.querySelector('p.wrong')
  if (general) general.textContent = message
  for (const { field, message: text } of wrong) {
    const box = form.querySelector(`[data-field="${CSS.escape(field)}"]`)
    const place = box?.querySelector('.wrong')
    if (place) place.textContent = text
    box?.querySelector('input, select, textarea')?.setAttribute('aria-invalid', 'true')
  }
  const first = form.querySelector('[aria-invalid]')
  if (first instanceof HTMLElement) first.focus()
}

/** Puts marked words into a field.
 * @param {string} name @param {string} words @param {{ start: number, end: number }} stretch */
export function useMarked(name, words, { start, end }) {
  const field = part('form').querySelector(`textarea[name="${CSS.escape(name)}"]`)
  if (!(field instanceof HTMLTextAreaElement)) return
  field.value = words
  field.dataset.at = `${start}-${end}`
  field.focus()
}
