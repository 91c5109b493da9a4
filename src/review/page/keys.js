/**
 * @import { ActionName } from '../view/keys.ts'
 *
 * @typedef {readonly { readonly action: ActionName, readonly keys: readonly string[] }[]} Keys
 */

/** What a key does; null where it is for somebody who writes, for the browser, or for nobody.
 * @param {KeyboardEvent} event @param {Keys} keys
 * @returns {ActionName | null} */
export function actionFor(event, keys) {
  if (event.altKey || event.metaKey || event.isComposing) return null
  const { target, key } = event
  const isWriting = target instanceof Element && target.matches('input, select, textarea')
  if (isWriting && key !== 'Escape') return null
  const presses = target instanceof Element && target.matches('button, a, summary')
  if (presses && (key === 'Enter' || key === ' ')) return null
  const pressed = event.ctrlKey ? `Ctrl+${key}` : key
  return keys.find((each) => each.keys.includes(pressed))?.action ?? null
}
