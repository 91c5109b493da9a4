import { closeForm, isFormOpen, openForm } from './forms.js'
import { Marker, markedStretch } from './marking.js'
import { showNotice } from './notice.js'
import { Outbox } from './outbox.js'
import { part } from './parts.js'
import { View } from './view.js'

/**
 * @import { Decision } from '../kinds/decide.ts'
 * @import { Result } from './outbox.js'
 */

/** What the server wrote into the page for its code: the draft, its state, and what the page says. */
export const { name, path, texts, keys, state } = JSON.parse(part('setting').textContent ?? '')

export const view = new View()
export const marker = new Marker()

export const outbox = new Outbox(
  { name, path, state },
  {
    onState(fresh, result) {
      view.show(fresh, outbox.pending)
      if (result.kind !== 'conflict') return
      showNotice(texts.conflict, [
        [texts.again, () => void outbox.insist()],
        [
          texts.drop,
          () => {
            outbox.forget()
            view.wait([])
          },
        ],
      ])
    },
    onStatus(status, count, reason) {
      const time = new Date().toLocaleTimeString(document.documentElement.lang)
      if (status === 'waiting')
        say(reason === null ? `${texts.waiting} ${count}` : `${texts.unsaved} ${count}. ${reason}`)
      else say(status === 'saving' ? texts.saving : `${texts.saved} ${time}`)
      document.body.classList.toggle('waiting', status === 'waiting')
    },
  },
)

/** Says how it goes, to those who listen too.
 * @param {string} text */
export function say(text) {
  part('status').textContent = text
}

/** Takes a decision, and tells what became of it.
 * @param {Decision} decision
 * @returns {Promise<Result>} */
export async function take(decision) {
  const done = outbox.add(decision)
  view.wait(outbox.pending)
  const result = await done
  if (result.kind === 'refused' && !isFormOpen()) showNotice(`${texts.refused} ${result.message}`, [])
  return result
}

/** Goes to the next value that nobody has decided about. */
export function goOn() {
  if (view.moveToUndecided()) return
  view.choose(view.chosen)
  say(texts.noneLeft)
}

/** Accepts what nobody has decided about in a group, but for what is doubted and issues: these are for one at a time.
 * @param {string} group */
export function acceptGroup(group) {
  const isIn = (/** @type {HTMLElement} */ each) => each.dataset.group === group
  const hasDoubts = view.values().some((each) => isIn(each) && 'doubted' in each.dataset)
  acceptSure(isIn)
  goOn()
  if (hasDoubts) say(texts.doubted)
}

/** Accepts the values that nobody has decided about and nothing doubts.
 * @param {(value: HTMLElement) => boolean} isMeant */
export function acceptSure(isMeant) {
  const values = view
    .values()
    .filter((each) => isMeant(each) && each.dataset.kind !== 'issue' && !('doubted' in each.dataset))
    .filter((each) => view.isUndecided(each))
    .flatMap((each) => each.dataset.value ?? [])
  if (values.length > 0) void take({ do: 'accept', values })
}

/** The promises or activities of the list in which something is chosen.
 * @returns {string[]} */
export function itemsOfList() {
  const list = view.current?.closest('section')?.dataset.list
  if (list === undefined) return []
  const items = [...document.querySelectorAll(`#record section[data-list="${CSS.escape(list)}"] [data-item]`)]
  return [
    ...new Set(
      items.flatMap(
        (each) => (each instanceof HTMLElement && each.dataset.kind !== 'issue' && each.dataset.item) || [],
      ),
    ),
  ]
}

/** Shows a form for the list in which something is chosen.
 * @param {string} ask */
export function showListForm(ask) {
  const [list] = itemsOfList()
  if (list === undefined) return undefined
  const marked = markedStretch()
  marker.isOn = false
  return showForm({ list, ask, ...(marked && { start: String(marked.start), end: String(marked.end) }) })
}

/** Shows a form of the server.
 * @param {{ [name: string]: string }} asked */
export async function showForm(asked) {
  try {
    const response = await fetch(`${path}/form?${new URLSearchParams(asked)}`)
    if (response.ok) openForm(await response.text())
    else showNotice((await response.json()).message, [])
  } catch {
    showNotice(texts.offline, [])
  }
}

/** Closes the form, and goes back to the value that it was opened from. */
export function leaveForm() {
  closeForm()
  view.choose(view.chosen)
}
