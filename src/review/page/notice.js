import { part } from './parts.js'

/** Shows a message above the page, with what can be done about it; an empty one takes it away.
 * @param {string} message
 * @param {readonly (readonly [label: string, act: () => void])[]} choices */
export function showNotice(message, choices) {
  const buttons = choices.map(([label, act]) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = label
    button.addEventListener('click', () => {
      showNotice('', [])
      act()
    })
    return button
  })
  part('notice').replaceChildren(...(message === '' ? [] : [message, ...buttons]))
}
