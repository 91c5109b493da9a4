import { path, say, state, texts } from './desk.js'
import { showNotice } from './notice.js'

/** Reads the documents that the page links to, and offers to open their drafts. Decisions are saved meanwhile. */
export async function follow() {
  say(texts.following)
  const response = await fetch(`${path}/follow`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-review-token': state.token },
    body: '{}',
  }).catch(() => null)
  /** @type {{ followed?: readonly { url: string, draft?: string, reason?: string }[], message?: string }} */
  const { followed, message = texts.offline } = (await response?.json().catch(() => null)) ?? {}
  say('')
  if (!followed) return showNotice(message, [])
  const list = location.pathname.replace(/\/[^/]*$/, '')
  const failed = followed.flatMap(({ url, reason }) =>
    reason ? [`${texts.notFollowed} ${url}: ${reason}`] : [],
  )
  const read = followed.flatMap(({ draft }) => (draft ? [draft] : []))
  showNotice(
    [...(read.length > 0 ? [texts.followed] : []), ...failed].join(' '),
    read.map((draft) => [draft, () => location.assign(`${list}/${encodeURIComponent(draft)}`)]),
  )
}
