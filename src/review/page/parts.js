/** An element of the page, which the server wrote with this id.
 * @param {string} id
 * @returns {HTMLElement} */
export function part(id) {
  const element = document.getElementById(id)
  if (!element) throw new Error(`The page has no #${id}`)
  return element
}

/** Scrolls a pane so far that an element in it can be read with what stands around it.
 * @param {Element} element @param {HTMLElement} pane */
export function bringIntoView(element, pane) {
  const [inner, outer] = [element.getBoundingClientRect(), pane.getBoundingClientRect()]
  const margin = Math.min(80, outer.height / 4)
  if (inner.top < outer.top + margin) pane.scrollTop += inner.top - outer.top - margin
  else if (inner.bottom > outer.bottom - margin)
    pane.scrollTop += Math.min(inner.bottom - outer.bottom + margin, inner.top - outer.top - margin)
}
