import { createReview } from '../../../src/review/server/server.ts'
import { settingOf } from './drafts.ts'

const HERE = 'http://127.0.0.1:4010'

/** What of the page follows from the record, as far as a test looks at it. */
export interface State {
  readonly revision: string
  readonly token: string
  readonly record: string
  readonly document: string
  readonly left: number
  readonly canUndo: boolean
}

/** The review as the page of one draft uses it, over HTTP. */
export function pageOf(folder: { readonly drafts: string; readonly data: string }, name = '0643-2019') {
  const faults: unknown[] = []
  const review = createReview(settingOf(folder), (error) => faults.push(error))
  const ask = (path: string) => review(new Request(`${HERE}${path}`))
  const state = async (language: '' | '/en' = ''): Promise<State> =>
    (await ask(`${language}/drafts/${name}/state`)).json()
  /** Sends what the page would; what is given replaces what it sends by itself. */
  const post = async (action: string, body: object) => {
    const { token, revision } = await state()
    return write(`/drafts/${name}/${action}`, token, { revision, ...body })
  }
  const write = (path: string, token: string, body: object) => {
    const request = new Request(`${HERE}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-review-token': token, origin: HERE },
      body: JSON.stringify(body),
    })
    return review(request)
  }
  const decide = (...decisions: object[]) => post('decisions', { decisions })
  return {
    faults,
    ask,
    state,
    post,
    decide,
    /** Sends what the list of all drafts would. */
    claim: async (body: object) => write('/claims', (await state()).token, body),
    finish: async () =>
      (await (await post('finish', { by: 'Eva Exempel', ifTaken: 'replace' })).json()).finished,
    /** The values that nobody has decided about, in their order. */
    undecided: async () =>
      [...(await state()).record.matchAll(/data-value="([^"]+)"[^>]*data-state="undecided"/g)].map(
        ([, value = '']) => value,
      ),
  }
}
