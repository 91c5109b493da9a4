// Everything works without this file. It adds: suggestions in the search field, tips on the map, buttons that copy.
const { suggestions, copied } = document.body.dataset

const field = document.querySelector('.find input')
if (field) {
  let names
  const form = field.form
  const box = document.createElement('ul')
  box.className = 'hints'
  box.hidden = true
  form.append(box)
  const fold = (text) => text.toLocaleLowerCase('sv').normalize('NFC')
  field.addEventListener('input', async () => {
    names ??= fetch(suggestions).then((response) => (response.ok ? response.json() : []))
    const word = fold(field.value.trim())
    const hits = word ? (await names).filter(([, name]) => fold(name).startsWith(word)).slice(0, 8) : []
    if (word !== fold(field.value.trim())) return
    box.replaceChildren(
      ...hits.map(([path, name, county]) => {
        const item = document.createElement('li')
        const link = document.createElement('a')
        link.href = path
        link.textContent = `${name}, ${county}`
        item.append(link)
        return item
      }),
    )
    box.hidden = hits.length === 0
  })
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      box.hidden = true
      field.focus()
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || box.hidden) return
    const all = [field, ...box.querySelectorAll('a')]
    const next = all[all.indexOf(document.activeElement) + step]
    if (next) {
      event.preventDefault()
      next.focus()
    }
  })
  document.addEventListener('click', (event) => {
    if (!form.contains(event.target)) box.hidden = true
  })
  form.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) box.hidden = true
  })
}

for (const map of document.querySelectorAll('figure .map')) {
  let tip
  const end = () => {
    tip?.remove()
    tip = null
  }
  map.addEventListener('pointermove', (event) => {
    const link = event.target.closest('a')
    end()
    if (!link) return
    const title = link.querySelector('title')
    link.dataset.tip ??= title.textContent
    title?.remove() // or the browser would show its own tip too
    const [name, rest] = link.dataset.tip.split(': ')
    const strong = document.createElement('b')
    strong.textContent = name
    tip = document.createElement('div')
    tip.className = 'tip'
    tip.append(strong, rest ?? '')
    document.body.append(tip)
    tip.style.left = `${Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8)}px`
    tip.style.top = `${Math.min(event.clientY + 14, innerHeight - tip.offsetHeight - 8)}px`
  })
  map.addEventListener('pointerleave', end)
}

for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = false
  button.addEventListener('click', async () => {
    const own = button.textContent
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim())
    button.textContent = copied
    setTimeout(() => {
      button.textContent = own
    }, 2000)
  })
}
