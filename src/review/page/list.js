import { part } from './parts.js'

/** Under this the browser keeps who reviewed last. */
const BY = 'review by'

const byField = /** @type {HTMLInputElement} */ (part('by'))
byField.value ||= localStorage.getItem(BY) ?? ''
byField.addEventListener('input', () => {
  localStorage.setItem(BY, byField.value.trim())
  showClaims()
})
showClaims()

/** Says of each agreement whether it can be taken, or left by who has taken it. */
function showClaims() {
  for (const button of document.querySelectorAll('[data-claim]')) {
    if (!(button instanceof HTMLButtonElement)) continue
    const { take = '', leave = '', takeLabel = '', leaveLabel = '' } = button.dataset
    const isOwn = isTaken(button)
    button.textContent = isOwn ? leave : take
    button.setAttribute('aria-label', isOwn ? leaveLabel : takeLabel)
  }
}

/** Whether who sits here has taken an agreement.
 * @param {HTMLElement} button */
function isTaken(button) {
  const claimed = button.closest('td')?.dataset.claimed?.split('\n') ?? []
  return claimed.includes(byField.value.trim())
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('[data-claim]') : null
  if (button instanceof HTMLButtonElement) void claim(button)
})

/** @param {HTMLButtonElement} button */
async function claim(button) {
  const by = byField.value.trim()
  if (by === '') return byField.focus()
  const response = await fetch('/claims', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-review-token': document.body.dataset.token ?? '' },
    body: JSON.stringify({ agreement: button.dataset.claim, by, isTaken: !isTaken(button) }),
  }).catch(() => null)
  if (response?.ok) return location.reload()
  part('status').textContent = (await response?.json().catch(() => null))?.message ?? 'npm run review?'
}
