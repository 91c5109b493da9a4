import { setTimeout as sleep } from 'node:timers/promises'
import { revisionsIn } from './marked.ts'
import { FROM } from './proxy.ts'

/** What readers have found. */
export interface Found {
  answers: number
  /** Responses without an answer, and connections that were lost. */
  lost: string[]
  /** Answers, pages or chains of pages of two revisions, and servers that went back to an older one. */
  wrong: string[]
  /** The newest revision that each server has given. */
  readonly newest: Map<string, number>
}

/** The pause of a reader between two questions. */
const PAUSE_MS = 5

const LIST = `query ($after: String) { dataset { revision }
  activities(first: 40, after: $after) { pageInfo { hasNextPage endCursor } nodes { text } } }`

/** Questions, the answers to each of which have texts with marks. The number keeps them from being answered from memory. */
const questions: readonly ((number: number) => string)[] = [
  (number) => graphql(`{ promises(first: ${1 + (number % 100)}) { nodes { text } } }`),
  (number) =>
    graphql(
      `{ dataset { revision } activities(last: ${1 + (number % 100)}) { totalCount nodes { text promises { text } } } }`,
    ),
  (number) =>
    graphql(
      `{ agreements(first: ${1 + (number % 30)}) { nodes { key promises(first: 20) { totalCount nodes { text } } } } }`,
    ),
  () => '/kommun/0685-vetlanda/',
  () => '/en/municipality/0684-savsjo/',
]

function graphql(query: string, variables: object = {}): string {
  const given = new URLSearchParams({ query, variables: JSON.stringify(variables) })
  return `/graphql?${given}`
}

/** Readers who ask one question after the other, until they are stopped. */
export class Traffic {
  readonly found: Found = { answers: 0, lost: [], wrong: [], newest: new Map() }
  readonly #url: () => string
  readonly #readers: Promise<void>[]
  #number = 0
  #isStopped = false

  /** `url` returns the current address of the server to ask. */
  constructor(url: () => string, readers: number) {
    this.#url = url
    this.#readers = Array.from({ length: readers }, (_none, at) => this.#read(at))
  }

  async stop(): Promise<Found> {
    this.#isStopped = true
    await Promise.all(this.#readers)
    return this.found
  }

  async #read(reader: number): Promise<void> {
    for (let turn = reader; !this.#isStopped; turn++) {
      const question = questions[turn % (questions.length + 1)]
      if (question) await this.#ask(question(this.#number++))
      else await this.#readList()
      await sleep(PAUSE_MS)
    }
  }

  /** Reads all pages of a list, again from the first where the data have changed, as clients are told to. */
  async #readList(): Promise<void> {
    let after: string | null = null
    let whole = ''
    let revision: number | null = null
    do {
      const text = await this.#ask(graphql(LIST, { after }))
      if (text === null) return
      const { data } = JSON.parse(text)
      if (revision !== null && revision !== data.dataset.revision) return
      revision = data.dataset.revision
      whole += text
      after = data.activities.pageInfo.hasNextPage ? data.activities.pageInfo.endCursor : null
    } while (after !== null && !this.#isStopped)
    if (revisionsIn(whole).length > 1) this.found.wrong.push(`a chain of revisions ${revisionsIn(whole)}`)
  }

  /** The text of an answer; null if there is none. */
  async #ask(path: string): Promise<string | null> {
    const { found } = this
    try {
      const before = new Map(found.newest)
      const response = await fetch(new URL(path, this.#url()))
      const text = await response.text()
      if (response.status !== 200) {
        found.lost.push(`${response.status} ${decodeURIComponent(path).slice(0, 80)}: ${text.slice(0, 200)}`)
        return null
      }
      found.answers++
      const revisions = revisionsIn(text)
      const from = response.headers.get(FROM) ?? ''
      const [revision = 0] = revisions
      if (revisions.length > 1)
        found.wrong.push(`${decodeURIComponent(path).slice(0, 80)} of revisions ${revisions}`)
      // An answer that says its revision is of the one that is served: what is asked for later may not be older.
      if (revisions.length > 0 && revision < (before.get(from) ?? 0))
        found.wrong.push(`${from} went back to ${revision} from ${before.get(from)}`)
      if (text.includes('"revision":'))
        found.newest.set(from, Math.max(revision, found.newest.get(from) ?? 0))
      return text
    } catch (error) {
      found.lost.push(`${decodeURIComponent(path).slice(0, 80)}: ${error}`)
      return null
    }
  }
}
