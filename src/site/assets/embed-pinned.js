// In the frame of a chart of a release: says so where there is a newer release. The chart itself never changes.
const own = location.pathname.split('/').at(-3)
fetch('/exports/index.json')
  .then((response) => response.json())
  .then(({ latest }) => {
    if (latest && latest !== own) document.getElementById('newer').hidden = false
  })
  .catch(() => {})
