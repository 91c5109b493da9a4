import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lookupsOf } from '../../src/commands/reading.ts'
import { thirdReaderOf } from '../../src/commands/third-reader.ts'
import { readConfig } from '../../src/config.ts'
import type { SourceText } from '../../src/ingest/documents/source-text.ts'
import { draftAgreement } from '../../src/ingest/draft-agreement.ts'
import { askThirdReader, ThirdReaderFailed } from '../../src/ingest/third-reader/ask.ts'
import { draftWithThirdReader } from '../../src/review/keeping/draft-with-third-reader.ts'

const lookups = { ...lookupsOf('data'), catalogue: () => [], secondReader: {} }
const TEXT = `Medborgarlöfte Habo kommun 2019

Kvällarna i centrum ska bli lugnare.

Så här blir det:
- gå i centrum på fredagar
- släcka bråk tidigt

Skolans personal kommer att hälsa på hemma. Räddningstjänsten ska öva med barnen.
`
/** What the rules are sure of, and leave nothing open. */
const SURE = 'Medborgarlöfte Habo kommun 2019\n\nPolisen lovar att:\n- minska farten\n'

let asked: {
  path: string
  authorization: string | undefined
  body: { model: string; messages: { content: string }[] }
}[]
let respond: (response: ServerResponse) => void
let server: ReturnType<typeof createServer>
let url: string

beforeEach(async () => {
  asked = []
  server = createServer(async (request: IncomingMessage, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const body = JSON.parse(Buffer.concat(parts).toString())
    asked.push({ path: request.url ?? '', authorization: request.headers.authorization, body })
    respond(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const says = (content: unknown) => (response: ServerResponse) => {
  const message = { content: typeof content === 'string' ? content : JSON.stringify(content) }
  response.end(JSON.stringify({ choices: [{ message }] }))
}
const ask = (text = TEXT, timeoutMs?: number) => {
  const draft = draftAgreement({ text, title: null, url: null }, lookups)
  return askThirdReader({ url, model: 'a-model', key: 'a-key' }, text, draft, timeoutMs)
}
const readBy = async (answer: unknown, text = TEXT) => {
  respond = says(answer)
  const proposals = await ask(text)
  return draftAgreement({ text, title: null, url: null }, lookups, proposals)
}
const LIST = ['gå i centrum på fredagar', 'släcka bråk tidigt']

test('without the setting there is no third reader, and with an address alone it is told what to add', () => {
  expect(thirdReaderOf(readConfig({}))).toBeNull()
  expect(() => thirdReaderOf(readConfig({ READER_URL: url }))).toThrow(
    'READER_MODEL is not set; write the name of a model of READER_URL',
  )
  expect(thirdReaderOf(readConfig({ READER_URL: `${url}/`, READER_MODEL: 'm' }))).toEqual({
    url,
    model: 'm',
    key: null,
  })
  expect(() => readConfig({ READER_URL: 'no address' })).toThrow(
    'write an address such as http://127.0.0.1:11434/v1',
  )
})

test('of a document that leaves nothing open nothing is sent', async () => {
  expect(await ask(SURE)).toBeNull()
  expect(asked).toEqual([])
})

test('it gets the text, the lists that are not sure and the lines that were not read', async () => {
  respond = says({ lists: [] })
  await ask()
  expect(asked).toMatchObject([
    { path: '/v1/chat/completions', authorization: 'Bearer a-key', body: { model: 'a-model' } },
  ])
  const sent = JSON.parse(asked[0]?.body.messages[1]?.content ?? '')
  expect(sent.text).toBe(TEXT)
  expect(sent.lists).toEqual([LIST])
})

describe('a good answer', () => {
  const answer = {
    lists: [{ items: LIST, kind: 'activities', goal: 'Kvällarna i centrum ska bli lugnare' }],
    commitments: [
      {
        words: 'gå i centrum på fredagar',
        kind: 'activities',
        actors: [{ id: 'school', words: 'Skolans personal' }],
      },
    ],
  }

  test('tells what a list is, and of which goal, marked by who read it', async () => {
    const { record, readings, lists } = await readBy(answer)
    expect(record.activities.map(({ text }) => text.words)).toEqual(LIST)
    expect(record.promises.map(({ text }) => text.words)).toContain('Kvällarna i centrum ska bli lugnare')
    expect(lists[0]?.testimony).toContainEqual({
      witness: 'third-reader',
      says: 'activities',
      weight: 2,
      saw: 'a-model',
    })
    expect(readings).toContainEqual({
      value: 'activities#1.actors#1',
      rule: 'actor-by-third-reader',
      confidence: 0.3,
    })
    expect(
      record.issues.some(({ explanation }) =>
        /the third reader: activities \(a-model\)/.test(explanation.en),
      ),
    ).toBe(true)
  })

  test('may stand between fences', async () => {
    const { record } = await readBy(`\`\`\`json\n${JSON.stringify(answer)}\n\`\`\``)
    expect(record.activities).toHaveLength(2)
  })
})

describe('a wrong answer', () => {
  const read = draftAgreement({ text: TEXT, title: null, url: null }, lookups)

  test.each([
    [
      'words that do not stand in the text',
      {
        lists: [{ items: ['gå på stan'], kind: 'neither' }],
        commitments: [{ words: 'Polisen ska köpa hästar', kind: 'promises' }],
      },
    ],
    [
      'kinds that there are not',
      { lists: [{ items: LIST, kind: 'wishes' }], commitments: [{ words: 'x', kind: 7 }] },
    ],
    [
      'an actor that we do not know',
      {
        commitments: [
          { words: LIST[0], kind: 'activities', actors: [{ id: 'aliens', words: 'Skolans personal' }] },
        ],
      },
    ],
    ['something else', { answer: 42 }],
    ['null', 'null'],
  ])('with %s changes nothing', async (_, answer) => {
    expect(await readBy(answer)).toEqual(read)
  })

  test('never overrides an explicit word', async () => {
    const text = TEXT.replace('Så här blir det:', 'Polisen lovar att:').replace(
      '2019\n',
      '2019\n\nInsatser\n',
    )
    const { lists } = await readBy({ lists: [{ items: LIST, kind: 'neither' }] }, text)
    expect(lists[0]).toMatchObject({ kind: 'promises', confidence: 0.6 })
  })
})

describe('the draft of a document', () => {
  const source: SourceText = {
    text: TEXT,
    title: null,
    origin: { path: 'a.txt' },
    retrievedAt: '2026-01-01T00:00:00Z',
    mediaType: 'text/plain',
    sha256: '0'.repeat(64),
    issues: [],
    pages: [],
  } as unknown as SourceText // the parts that a draft needs
  const reader = () => ({ url, model: 'a-model', key: null })

  test('has what the third reader proposes, and says that it was asked', async () => {
    respond = says({ lists: [{ items: LIST, kind: 'neither' }] })
    const { draft, thirdReader } = await draftWithThirdReader(source, lookups, reader())
    expect(thirdReader).toEqual({ model: 'a-model', reason: null })
    expect(draft.lists[0]?.kind).toBe('neither')
  })

  test('is that of the rules where it fails, and says why', async () => {
    respond = (response) => response.writeHead(500).end()
    const { draft, thirdReader } = await draftWithThirdReader(source, lookups, reader())
    expect(thirdReader).toEqual({ model: 'a-model', reason: 'it responded with status 500' })
    expect(draft.lists[0]?.kind).toBe('promises')
  })

  test('is made without asking anybody where there is none', async () => {
    expect(await draftWithThirdReader(source, lookups, null)).toMatchObject({ thirdReader: null })
    expect(asked).toEqual([])
  })
})

describe('an answer that cannot be used is told:', () => {
  const failure = async (timeoutMs?: number) => {
    const error = await ask(TEXT, timeoutMs).catch((reason: unknown) => reason)
    if (!(error instanceof ThirdReaderFailed)) throw error
    return error.message
  }

  test('none in time', async () => {
    respond = () => {}
    expect(await failure(50)).toBe('it did not respond within 0.05 s')
  })

  test('a refusal', async () => {
    respond = (response) => response.writeHead(503).end('busy')
    expect(await failure()).toBe('it responded with status 503')
  })

  test('nonsense', async () => {
    respond = (response) => response.end('<html>')
    expect(await failure()).toBe('its response is not JSON')
    respond = says('I think that the list holds promises.')
    expect(await failure()).toBe('its response is not JSON')
    respond = (response) => response.end('{"choices":[]}')
    expect(await failure()).toBe('its response does not follow the OpenAI chat protocol')
  })

  test('more than is read', async () => {
    respond = says('x'.repeat(1_000_001))
    expect(await failure()).toBe('its response is longer than 1000000 bytes')
  })

  test('another address, to which nothing is sent', async () => {
    respond = (response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end()
    expect(await failure()).toBe('it cannot be reached')
    expect(asked).toHaveLength(1)
  })
})
