/**
 * @import { Decision } from '../kinds/decide.ts'
 * @import { DraftState } from '../view/draft.ts'
 *
 * @typedef {{ id: string, base: string, decision: Decision }} Entry A decision, on the revision that the editor saw.
 * @typedef {(status: 'saved' | 'saving' | 'waiting', count: number, reason: string | null) => void} OnStatus
 * @typedef {{ field: string, message: string }} Wrong
 * @typedef {{ kind: 'saved' } | { kind: 'waiting' } | { kind: 'conflict' }
 *   | { kind: 'refused', message: string, wrong: Wrong[] }} Result
 */

const RETRY_MS = 1_000
const ANSWER_MS = 20_000

/**
 * Keeps decisions in the browser until the server has saved them. They are sent in their order; those that cannot be
 * sent wait, also when the page is closed and opened again.
 */
export class Outbox {
  /** @type {string} */ #key
  /** @type {string} */ #path
  /** @type {DraftState} */ #state
  /** @type {(state: DraftState, result: Result) => void} */ #onState
  /** @type {OnStatus} */ #onStatus
  /** @type {Map<string, (result: Result) => void>} */ #awaited = new Map()
  #isSending = false
  /** The answer to what was sent last. @type {Promise<unknown>} */ #answered = Promise.resolve()
  /** Whether the editor has yet to say what is to become of decisions on another record than they saw. */
  #isHeld = false
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer

  /**
   * @param {{ name: string, path: string, state: DraftState }} draft
   * @param {{
   *   onState: (state: DraftState, result: Result) => void,
   *   onStatus: OnStatus,
   * }} tell
   */
  constructor({ name, path, state }, { onState, onStatus }) {
    this.#key = `review ${name}`
    this.#path = path
    this.#state = state
    this.#onState = onState
    this.#onStatus = onStatus
  }

  /** The decisions that are not saved yet. */
  get pending() {
    return this.#kept().map(({ decision }) => decision)
  }

  /** Takes a decision, and tells what became of it: saved, or kept until the server answers.
   * @param {Decision} decision
   * @returns {Promise<Result>} */
  add(decision) {
    const id = crypto.randomUUID()
    this.#keep([...this.#kept(), { id, base: this.#state.revision, decision }])
    if (this.#isHeld) return Promise.resolve({ kind: 'conflict' })
    return new Promise((resolve) => {
      this.#awaited.set(id, resolve)
      void this.send()
    })
  }

  /** Sends what waits. */
  async send() {
    const kept = this.#kept()
    const [first] = kept
    if (this.#isSending || this.#isHeld || !first) return
    const entries = kept.filter(({ base }) => base === first.base)
    this.#isSending = true
    clearTimeout(this.#timer)
    this.#onStatus('saving', entries.length, null)
    const decisions = entries.map(({ decision }) => decision)
    const answered = this.#post('decisions', { revision: first.base, decisions })
    this.#answered = answered
    const sent = await answered
    this.#isSending = false
    const { status = 0, answer = {} } = sent ?? {}
    if (status === 200) this.#drop(entries, answer.state, { kind: 'saved' })
    else if (status === 409 && answer.state) {
      this.#isHeld = true
      this.#state = answer.state
      this.#onState(answer.state, { kind: 'conflict' })
      this.#settle(entries, { kind: 'conflict' })
    } else if (status === 422) {
      // The one that was refused goes, and the others are sent without it.
      const { index, message, wrong } = answer
      this.#drop(entries.slice(index, index + 1), answer.state, { kind: 'refused', message, wrong })
    } else return this.#wait(entries, answer.message ?? null)
    await this.send()
  }

  /**
   * Asks the server to write something else than decisions: after those taken before, and before those taken meanwhile.
   * Null where earlier decisions wait, of which the page tells why.
   * @param {string} action
   * @param {object} body
   */
  async ask(action, body) {
    while (this.#isSending) await this.#answered
    if (this.#kept().length > 0) return null
    this.#isSending = true
    const before = this.#state.revision
    const answered = this.#post(action, { revision: before, ...body })
    this.#answered = answered
    const sent = await answered
    this.#isSending = false
    const { status = 0, answer = {} } = sent ?? {}
    if (answer.state) this.#state = answer.state
    if (status === 200) this.#keep(this.#followed(this.#kept(), before))
    void this.send()
    return { status, answer }
  }

  /**
   * Asks the server to write. Null where it does not answer.
   * @param {string} action
   * @param {object} body
   * @returns {Promise<{ status: number, answer: any } | null>} what the server sends as JSON
   */
  async #post(action, body) {
    try {
      let response = await this.#postOnce(action, body)
      if (response.status === 403) {
        // The server was started anew, and has another token.
        const fresh = await fetch(`${this.#path}/state`)
        this.#state = { ...this.#state, token: (await fresh.json()).token }
        response = await this.#postOnce(action, body)
      }
      return { status: response.status, answer: await response.json() }
    } catch {
      return null
    }
  }

  /** @param {string} action @param {object} body */
  #postOnce(action, body) {
    return fetch(`${this.#path}/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-review-token': this.#state.token },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_MS),
    })
  }

  /** Takes the decisions on the record as it is now. */
  insist() {
    this.#isHeld = false
    this.#keep(this.#kept().map((entry) => ({ ...entry, base: this.#state.revision })))
    return this.send()
  }

  /** Lets go of the decisions that are not saved. */
  forget() {
    this.#isHeld = false
    this.#keep([])
    this.#onStatus('saved', 0, null)
  }

  /** @param {readonly Entry[]} entries @param {string | null} reason why the server does not save them, where it says so */
  #wait(entries, reason) {
    this.#onStatus('waiting', entries.length, reason)
    this.#settle(entries, { kind: 'waiting' })
    this.#timer = setTimeout(() => this.send(), RETRY_MS)
  }

  /** @param {readonly Entry[]} done @param {DraftState | undefined} state @param {Result} result */
  #drop(done, state, result) {
    const ids = new Set(done.map(({ id }) => id))
    const before = done[0]?.base
    if (state) this.#state = state
    const left = this.#followed(
      this.#kept().filter(({ id }) => !ids.has(id)),
      before,
    )
    this.#keep(left)
    if (left.length === 0) this.#onStatus('saved', 0, null)
    if (state) this.#onState(state, result)
    this.#settle(done, result)
  }

  /**
   * Decisions that were taken on this page while it wrote: they follow on what it wrote. Another page has yet to see that.
   * @param {readonly Entry[]} entries @param {string | undefined} before the revision that the page wrote on */
  #followed(entries, before) {
    const { revision } = this.#state
    return entries.map((entry) =>
      entry.base === before && this.#awaited.has(entry.id) ? { ...entry, base: revision } : entry,
    )
  }

  /** @param {readonly Entry[]} entries @param {Result} result */
  #settle(entries, result) {
    for (const { id } of entries) {
      this.#awaited.get(id)?.(result)
      this.#awaited.delete(id)
    }
  }

  /** @returns {Entry[]} */
  #kept() {
    return JSON.parse(localStorage.getItem(this.#key) ?? '[]')
  }

  /** @param {readonly Entry[]} entries */
  #keep(entries) {
    if (entries.length === 0) localStorage.removeItem(this.#key)
    else localStorage.setItem(this.#key, JSON.stringify(entries))
  }
}
