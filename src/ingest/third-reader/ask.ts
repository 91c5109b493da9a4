import { z } from 'zod'
import type { Draft } from '../draft.ts'
import { type Proposals, proposalsIn } from './proposals.ts'

/** A reader that speaks the OpenAI chat protocol: an endpoint, its model, and a key if it requires one. */
export interface ThirdReader {
  readonly url: string
  readonly model: string
  readonly key: string | null
}

/** The third reader returned no usable response. The message says why. */
export class ThirdReaderFailed extends Error {
  override readonly name = 'ThirdReaderFailed'
}

/** How much of a text is sent, from its beginning. */
const MOST_SENT = 60_000
/** A longer response is not read. */
const MOST_ANSWER_BYTES = 1_000_000
const TIMEOUT_MS = 60_000

const TASK = `You read Swedish agreements in which a municipality and the local police promise something (medborgarlöften).
You get the text, the lists of which it is not clear what they are, and lines that may promise something.
Answer with JSON alone: {"lists": [{"items": [quote, ...], "kind": "promises" | "activities" | "neither", "goal": quote or null}],
"commitments": [{"words": quote, "kind": "promises" | "activities", "actors": [{"id": "police" | "municipality" | other id, "words": quote}]}]}.
A promise is what is to be reached, or what a text that states no goal promises to do. Activities are what is done for a goal above them;
"goal" quotes it. Quote the text letter by letter: what does not stand in it word for word is not used. Leave out what you are not sure of.`

const answerSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
})

/** What a draft leaves open: uncertain lists, and lines that may promise something and were not read. */
function doubtsOf({ lists, lines }: Draft, text: string): { lists: string[][]; lines: string[] } {
  const points = Array.from(text)
  const unread = lines.filter(({ state }) => state === 'issue')
  return {
    lists: lists.filter(({ isDoubted }) => isDoubted).map(({ items }) => items.map(({ words }) => words)),
    lines: unread.map(({ at: [start, end] }) => points.slice(start, end).join('')),
  }
}

/**
 * Asks a third reader about what a draft leaves open. Null, without a request, if it leaves nothing open.
 *
 * @throws {ThirdReaderFailed} when the third reader does not respond, or its response cannot be used.
 */
export async function askThirdReader(
  { url, model, key }: ThirdReader,
  text: string,
  draft: Draft,
  timeoutMs = TIMEOUT_MS,
): Promise<Proposals | null> {
  const doubts = doubtsOf(draft, text)
  if (doubts.lists.length === 0 && doubts.lines.length === 0) return null
  const content = JSON.stringify({ text: text.slice(0, MOST_SENT), ...doubts })
  try {
    const response = await fetch(`${url}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({
        model,
        temperature: 0,
        response_format: { type: 'json_object' },
        messages: [
          { role: 'system', content: TASK },
          { role: 'user', content },
        ],
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok) throw new ThirdReaderFailed(`it responded with status ${response.status}`)
    const answer = answerSchema.safeParse(parsedAnswer(await answerBody(response)))
    const said = answer.data?.choices[0]?.message.content
    if (said === undefined)
      throw new ThirdReaderFailed('its response does not follow the OpenAI chat protocol')
    return proposalsIn(model, parsedAnswer(withoutFence(said)))
  } catch (error) {
    if (error instanceof ThirdReaderFailed) throw error
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    const reason = isLate ? `it did not respond within ${timeoutMs / 1000} s` : 'it cannot be reached'
    throw new ThirdReaderFailed(reason, { cause: error })
  }
}

async function answerBody(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    bytes += part.byteLength
    if (bytes > MOST_ANSWER_BYTES)
      throw new ThirdReaderFailed(`its response is longer than ${MOST_ANSWER_BYTES} bytes`)
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** Models put JSON in code fences, even if they were asked not to. */
function withoutFence(said: string): string {
  return said
    .trim()
    .replace(/^```(?:json)?\n/, '')
    .replace(/\n```$/, '')
}

function parsedAnswer(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch (error) {
    throw new ThirdReaderFailed('its response is not JSON', { cause: error })
  }
}
