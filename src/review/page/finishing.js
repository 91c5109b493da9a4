import { outbox, texts, view } from './desk.js'
import { showNotice } from './notice.js'
import { part } from './parts.js'

export const finishBox = /** @type {HTMLDialogElement} */ (part('finish'))
const byField = /** @type {HTMLInputElement} */ (part('by'))

/** Under this the browser keeps who reviewed last. */
const BY = 'review by'

/** Asks who reviewed, before the record is checked. */
export function openFinish() {
  byField.value ||= localStorage.getItem(BY) ?? ''
  finishBox.showModal()
}

finishBox.addEventListener('submit', (event) => {
  event.preventDefault()
  void finish('ask')
})

/** @param {'ask' | 'replace' | 'letter'} ifTaken */
async function finish(ifTaken) {
  const by = byField.value.trim()
  if (by === '') return
  localStorage.setItem(BY, by)
  finishBox.close()
  const sent = await outbox.ask('finish', { by, ifTaken })
  if (sent === null) return
  const { finished, state, message = texts.offline } = sent.answer
  if (!state) return showNotice(message, [])
  view.show(state, outbox.pending)
  switch (finished?.state) {
    case 'finished':
      return showNotice(`${texts.finished} ${finished.folder}`, [])
    case 'hindered': {
      const at = part('record').querySelector('.hindrances')?.closest('[data-value]')
      if (at instanceof HTMLElement) view.choose(at.dataset.value ?? null)
      return showNotice(texts.hindered, [])
    }
    case 'taken':
      return showNotice(texts.taken.replace('{id}', finished.id), [
        [texts.replace, () => void finish('replace')],
        [texts.letter.replace('{id}', finished.free), () => void finish('letter')],
      ])
    default:
      return showNotice(texts.changed, [])
  }
}
