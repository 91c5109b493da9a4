import {
  acceptGroup,
  acceptSure,
  goOn,
  itemsOfList,
  leaveForm,
  marker,
  outbox,
  say,
  showForm,
  showListForm,
  take,
  texts,
  view,
} from './desk.js'
import { finishBox, openFinish } from './finishing.js'
import { isFormOpen } from './forms.js'
import { markedStretch } from './marking.js'
import { showNotice } from './notice.js'
import { part } from './parts.js'

/** @import { ActionName } from '../view/keys.ts' */

export const helpBox = /** @type {HTMLDialogElement} */ (part('help'))

/** What each key and button does. @type {{ readonly [action in ActionName]: () => void | Promise<void> }} */
export const actions = {
  next: () => view.move(1),
  previous: () => view.move(-1),
  nextUndecided: goOn,
  accept() {
    if (view.chosen === null) return
    void take({ do: 'accept', values: [view.chosen] })
    goOn()
  },
  acceptGroup: () => acceptGroup(view.current?.dataset.group ?? ''),
  correct: () => (view.chosen === null ? undefined : showForm({ value: view.chosen })),
  reject() {
    if (view.chosen === null) return
    void take({ do: 'reject', value: view.chosen })
    goOn()
  },
  turn() {
    const { current } = view
    if (!current) return
    void take({ do: 'turn', value: current.dataset.value ?? '' })
    // Where one item of a list was taken for the other, those after it were too.
    const values = view.values()
    const next = values
      .slice(values.indexOf(current))
      .find((each) => each.dataset.group !== current.dataset.group)
    if (next) view.choose(next.dataset.value ?? null)
  },
  acceptList() {
    leaveMenu()
    const items = itemsOfList()
    const [first] = items
    if (first === undefined) return
    const kind = document.querySelector(`[data-value="${first}.text"]`)?.getAttribute('data-kind') ?? ''
    void take({ do: 'list', items, answers: { kind } })
    acceptSure(
      (each) => items.includes(each.dataset.item ?? '') && each.dataset.value !== `${each.dataset.item}.text`,
    )
    goOn()
  },
  turnList() {
    leaveMenu()
    const items = itemsOfList()
    const [first] = items
    if (first === undefined) return
    const isPromise =
      document.querySelector(`[data-value="${first}.text"]`)?.getAttribute('data-kind') === 'promise'
    void take({ do: 'list', items, answers: { kind: isPromise ? 'activity' : 'promise' } })
  },
  rejectList() {
    leaveMenu()
    for (const item of itemsOfList()) void take({ do: 'reject', value: `${item}.text` })
    goOn()
  },
  askList: () => showListForm('menu'),
  addGoal: () => showListForm('goal'),
  undo,
  mark() {
    marker.begin(view.mainMark)
    if (!marker.isOn) return
    part('document').focus({ preventScroll: true })
    say(texts.marking)
  },
  add() {
    const marked = markedStretch()
    if (!marked) return showNotice(texts.nothingMarked, [])
    marker.isOn = false
    return showForm({
      start: String(marked.start),
      end: String(marked.end),
      item: view.current?.dataset.item ?? '',
    })
  },
  finish: openFinish,
  list() {
    location.href = document.querySelector('nav a')?.getAttribute('href') ?? '/'
  },
  help: () => helpBox.showModal(),
  close() {
    showNotice('', [])
    if (marker.isOn) say('')
    marker.end()
    finishBox.close()
    helpBox.close()
    if (isFormOpen()) leaveForm()
  },
}

/** What is done with a whole list can be chosen in the form that asks about it. */
function leaveMenu() {
  if (isFormOpen()) leaveForm()
}

async function undo() {
  const sent = await outbox.ask('undo', {})
  if (sent === null) return
  const { state, message = texts.offline } = sent.answer
  if (!state) return showNotice(message, [])
  view.show(state, outbox.pending)
  say(sent.status === 200 ? texts.undone : texts.cannotUndo)
}
