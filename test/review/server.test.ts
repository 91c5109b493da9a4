import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, get as httpGet } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createServerAdapter } from '@whatwg-node/server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Command } from '../../src/commands/command.ts'
import { evaluate } from '../../src/commands/evaluate.ts'
import { review as command } from '../../src/commands/review.ts'
import { readConfig } from '../../src/config.ts'
import { createLog } from '../../src/log/log.ts'
import { readData } from '../../src/records/read-data.ts'
import { readDraft } from '../../src/review/keeping/reviewed-draft.ts'
import { MOST_BYTES } from '../../src/review/server/guard.ts'
import { createReview } from '../../src/review/server/server.ts'
import { draftFolder, settingOf } from './support/drafts.ts'
import type { State } from './support/page.ts'
import { reviewProgram } from './support/server.ts'

const HERE = 'http://127.0.0.1:4010'
const DRAFT = `${HERE}/drafts/0643-2019`

let folder: Awaited<ReturnType<typeof draftFolder>>
let review: ReturnType<typeof createReview>
let faults: unknown[]
beforeEach(async () => {
  folder = await draftFolder()
  faults = []
  review = start()
})
afterEach(() => {
  folder.remove()
  expect(faults).toEqual([])
})

function start() {
  return createReview(settingOf(folder), (error) => faults.push(error))
}

const ask = (path: string, headers: { [name: string]: string } = {}) =>
  review(new Request(`${HERE}${path}`, { headers }))
const state = async (): Promise<State> => (await ask('/drafts/0643-2019/state')).json()

/** Sends what a page would; what is given replaces what a page sends by itself. */
async function post(action: string, body: object, headers: { [name: string]: string } = {}) {
  const { token, revision } = await state()
  return review(
    new Request(`${DRAFT}/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-review-token': token, origin: HERE, ...headers },
      body: JSON.stringify({ revision, ...body }),
    }),
  )
}
const decide = (...decisions: object[]) => post('decisions', { decisions })
const acceptAll = async () => {
  const { record } = await state()
  const values = [...record.matchAll(/data-value="([^"]+)"[^>]*data-state="undecided"/g)].map(
    ([, value]) => value,
  )
  return decide({ do: 'accept', values })
}
const begun = () => existsSync(join(folder.drafts, '0643-2019', 'agreement.yaml'))

describe('the pages', () => {
  test.each([
    ['/', 'Granska utkast', 'Inte påbörjat', '25 av 25'],
    ['/en/', 'Review drafts', 'Not started', '25 of 25'],
  ])('%s lists the drafts with what is left of each', async (path, ...shown) => {
    const text = await (await ask(path)).text()
    for (const words of shown) expect(text).toContain(words)
    await decide({ do: 'accept', values: ['title', 'period'] })
    expect(await (await ask('/en/')).text()).toMatch(/Begun[\s\S]*23 of 25/)
  })

  test('a draft that cannot be read is in the list with what is wrong', async () => {
    const bad = join(folder.drafts, '0643-2020')
    mkdirSync(bad)
    writeFileSync(join(bad, 'source.txt'), 'text')
    writeFileSync(join(bad, 'draft.yaml'), 'id: [\n')
    expect(await (await ask('/en/')).text()).toMatch(/Cannot be read/)
    const page = await ask('/drafts/0643-2020', { accept: 'text/html' })
    expect(page.status).toBe(409)
    expect(await page.text()).toContain('draft.yaml:')
  })

  test('a draft shows each value in the text and in the record, and what of the text was not read', async () => {
    const text = await (await ask('/drafts/0643-2019')).text()
    // A target within an activity: its piece names both, the shorter first.
    expect(text).toContain('data-values="0643-2019-a1.target 0643-2019-a1.text">minst femton')
    expect(text).toContain('minst 15 trafikkontroller per år')
    expect(text).toContain('target-after-operator')
    expect(text).toMatch(/class="line issue"[^\n]*Räddningstjänsten[^\n]*oläst/)
    expect(text).toMatch(/class="line ignored"[^\n]*ignorerad: lead-in/)
    expect(await (await ask('/en/drafts/0643-2019')).text()).toContain(
      'at least 15 trafikkontroller per year',
    )
  })

  test('a text cannot put code into the page', async () => {
    const attack = '<script>alert(1)</script></script>'
    folder.remove()
    folder = await draftFolder(
      `Medborgarlöfte Habo kommun 2019 ${attack}\n\nPolisen lovar att:\n- vara ${attack} synlig\n`,
    )
    review = start()
    const response = await ask('/drafts/0643-2019')
    const text = await response.text()
    expect(text).not.toContain('<script>alert')
    expect(text.match(/<\/script>/g)).toHaveLength(2)
    expect(response.headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'self'; style-src 'self'/,
    )
  })

  test('forms offer vocabularies by their labels, and places by their names', async () => {
    const form = async (query: string) => (await ask(`/drafts/0643-2019/form?${query}`)).text()
    expect(await form('value=0643-2019-a1.target')).toMatch(
      /<option value="at_least" selected>Minst så många</,
    )
    expect(await form('value=municipalities.0643')).toContain('<option value="0685" >Vetlanda</option>')
    // "vid stationen" stands in the second activity.
    expect(await form('start=250&end=263&item=0643-2019-a1')).toContain(
      '<option value="0643-2019-a2" selected>',
    )
    expect(await form('kind=target&start=250&end=263')).toContain('vid stationen')
    expect((await ask('/drafts/0643-2019/form?value=0643-2019-a9.text')).status).toBe(404)
  })
})

describe('nobody else', () => {
  test.each(['evil.example', '127.0.0.1.evil.example', '192.168.1.4:4010'])(
    'reads by the name %s',
    async (host) => {
      expect((await review(new Request(`http://${host}/`))).status).toBe(403)
      expect((await review(new Request(HERE, { headers: { host } }))).status).toBe(403)
    },
  )

  test('reads by what is no name', async () => {
    const server = createServer(createServerAdapter((request: Request) => review(request)))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo // it listens on a port
    const status = await new Promise((resolve) => {
      httpGet({ port, host: '127.0.0.1', headers: { host: 'a b' } }, ({ statusCode }) => resolve(statusCode))
    })
    expect(status).toBe(403)
    server.closeAllConnections()
    server.close()
  })

  test.each([
    [{ 'x-review-token': '' }],
    [{ 'x-review-token': 'å'.repeat(32) }],
    [{ origin: 'http://evil.example' }],
    [{ origin: 'http://127.0.0.1:4011' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    // Another server of this machine, at another port.
    [{ 'sec-fetch-site': 'same-site' }],
  ])('writes with %o', async (headers) => {
    const response = await post('decisions', { decisions: [{ do: 'accept', values: ['title'] }] }, headers)
    expect(response.status).toBe(403)
    expect(begun()).toBe(false)
  })

  test('may read an answer in another page', async () => {
    const { headers } = await ask('/drafts/0643-2019/state', { origin: 'http://evil.example' })
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })
})

describe('what is no draft', () => {
  test.each([
    '/drafts/0643-2018',
    '/drafts/..%2Fdata',
    '/drafts/..%2F..%2Fetc',
    '/drafts/%2e%2e%2fdata/state',
    '/drafts/archive',
    '/drafts/.unfinished',
    '/drafts/a%00b',
    '/drafts/%E5',
    '/page/..%2Fserver.ts',
    '/page/tsconfig.json',
    '/page/none.js',
    '/nothing',
  ])('%s is not found', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })

  test.each([
    [{ decisions: [] }],
    [{ decisions: [{ do: 'accept' }] }],
    [{ decisions: [{ do: 'add', kind: 'constructor', item: null, answers: {} }] }],
    [{ decisions: [{ do: 'accept', values: ['title'], more: 1 }] }],
  ])('%o is refused', async (body) => {
    expect((await post('decisions', body)).status).toBe(400)
  })

  test('more than a form can hold is refused', async () => {
    const decisions = [{ do: 'accept', values: ['x'.repeat(MOST_BYTES)] }]
    expect((await post('decisions', { decisions })).status).toBe(400)
    expect((await post('decisions', {}, { 'content-type': 'text/plain' })).status).toBe(400)
  })
})

describe('a decision', () => {
  test('is in agreement.yaml when the answer says so, and the draft stays as it was', async () => {
    const before = folder.read('draft.yaml')
    const response = await decide({ do: 'accept', values: ['period'] })
    expect(response.status).toBe(200)
    expect(parse(folder.read('agreement.yaml'))).toMatchObject({
      id: '0643-2019',
      reviewed: null,
      review: [{ value: 'period', state: 'accepted', words: '2019' }],
    })
    expect(folder.read('draft.yaml')).toBe(before)
  })

  test('on a record that somebody changed is not taken, and nothing is overwritten', async () => {
    const { revision } = await state()
    await decide({ do: 'accept', values: ['period'] })
    const file = join(folder.drafts, '0643-2019', 'agreement.yaml')
    writeFileSync(file, `${readFileSync(file, 'utf8')}# Efter ett samtal med Habo\n`)
    const response = await post('decisions', { revision, decisions: [{ do: 'reject', value: 'title' }] })
    expect(response.status).toBe(409)
    expect(folder.read('agreement.yaml')).toContain('# Efter ett samtal')
    expect(parse(folder.read('agreement.yaml')).title).not.toBeNull()
    // On the record as it is now it is taken, and the comment stays.
    expect((await decide({ do: 'reject', value: 'title' })).status).toBe(200)
    expect(folder.read('agreement.yaml')).toContain('# Efter ett samtal')
  })

  test('that comes again because its answer was lost is taken once', async () => {
    const { revision } = await state()
    const decisions = [
      { do: 'add', kind: 'targetGroup', item: '0643-2019-a1', answers: { words: 'Polisen' } },
    ]
    await post('decisions', { revision, decisions })
    const saved = folder.read('agreement.yaml')
    review = start()
    expect((await post('decisions', { revision, decisions })).status).toBe(200)
    expect(folder.read('agreement.yaml')).toBe(saved)
  })

  test('that cannot be taken says why at its field, and none of those with it is taken', async () => {
    const response = await decide(
      { do: 'accept', values: ['title'] },
      { do: 'correct', value: 'signing', answers: { on: '2018-13-01', words: '6 december 2018' } },
    )
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({
      index: 1,
      wrong: [
        { field: 'on', message: 'Skriv ett datum som finns, till exempel 2020-01-31.' },
        { field: 'unknownReason' },
      ],
    })
    expect(begun()).toBe(false)
  })

  test('is whole in the file or not at all, whenever the server is killed', async () => {
    const { drafts, data } = folder
    for (const last of [0, 5, 15]) {
      const program = await reviewProgram(drafts, data)
      const path = `${program.url}drafts/0643-2019`
      let saved = 0
      const reached = Promise.withResolvers<void>()
      const sending = (async () => {
        for (const action of Array.from({ length: 100 }, (_, index) =>
          index % 2 === 0 ? 'decisions' : 'undo',
        )) {
          const { token, revision } = (await (await fetch(`${path}/state`)).json()) as State
          if (saved === last) reached.resolve()
          const response = await fetch(`${path}/${action}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'x-review-token': token },
            body: JSON.stringify({
              revision,
              ...(action === 'decisions' && { decisions: [{ do: 'accept', values: ['title'] }] }),
            }),
          })
          if (response.status === 200) saved++
        }
      })().catch(() => {})
      await reached.promise
      await program.end('SIGKILL')
      await sending
      expect(saved).toBeLessThan(100)
      expect(await readDraft(drafts, '0643-2019'), `after ${last} decisions`).toMatchObject({
        record: { id: '0643-2019' },
      })
    }
  })

  test('is undone, the first one to a draft that nobody has begun', async () => {
    await decide({ do: 'accept', values: ['title'] })
    const first = folder.read('agreement.yaml')
    await decide({ do: 'reject', value: '0643-2019-a1.text' })
    expect((await post('undo', {})).status).toBe(200)
    expect(folder.read('agreement.yaml')).toBe(first)
    expect((await state()).canUndo).toBe(true)
    expect((await post('undo', {})).status).toBe(200)
    expect(begun()).toBe(false)
    expect((await post('undo', {})).status).toBe(409)
  })

  test('is not undone where somebody has changed the file since', async () => {
    await decide({ do: 'accept', values: ['title'] })
    const { revision } = await state()
    const changed = `${folder.read('agreement.yaml')}# mer\n`
    writeFileSync(join(folder.drafts, '0643-2019', 'agreement.yaml'), changed)
    expect((await state()).canUndo).toBe(false)
    // Neither by a page that has seen the change, nor by one that shows what stood there before.
    expect((await post('undo', {})).status).toBe(409)
    expect((await post('undo', { revision })).status).toBe(409)
    expect(folder.read('agreement.yaml')).toBe(changed)
  })
})

describe('finishing', () => {
  const finish = (ifTaken = 'ask') => post('finish', { by: 'Eva Exempel', ifTaken })
  const inData = (name: string, id = '0643-2019') => join(folder.data, 'agreements', id, name)

  test('waits until every value is decided', async () => {
    const { finished, state: shown } = await (await finish()).json()
    expect(finished.state).toBe('hindered')
    expect(finished.hindrances).toHaveLength(25)
    expect(shown.record).toContain('Inte granskat än.')
    expect(existsSync(inData('agreement.yaml'))).toBe(false)
  })

  test('puts the record among the data, where it passes every check, and says who reviewed it when', async () => {
    await acceptAll()
    const { finished } = await (await finish()).json()
    expect(finished).toMatchObject({ state: 'finished', id: '0643-2019' })
    expect(readFileSync(inData('source.txt'), 'utf8')).toBe(folder.read('source.txt'))
    expect(readFileSync(inData('agreement.yaml'), 'utf8')).toBe(folder.read('agreement.yaml'))
    const { tables, date } = readData(folder.data)
    const agreement = tables.agreements.find(({ id }) => id === '0643-2019')
    expect(agreement).toMatchObject({ reviewedBy: 'Eva Exempel', reviewedOn: '2026-12-01' })
    expect(date).toBe('2026-12-01')
    expect(readFileSync(join(folder.data, 'edition.yaml'), 'utf8')).toContain(
      '# The day of the newest change',
    )
    expect(await (await ask('/en/')).text()).toContain('Finished')
  })

  test('says at a value what the checks of records find wrong with it, and nothing is written', async () => {
    await acceptAll()
    const file = join(folder.drafts, '0643-2019', 'agreement.yaml')
    const yaml = folder.read('agreement.yaml')
    writeFileSync(
      file,
      yaml
        .replace(/(id: 0643-2019-a3[\s\S]*?)id: municipality, basis/, '$1id: nobody, basis')
        .replace('unit: trafikkontroller', 'unit: poliser')
        .replace('topics: [ reckless-driving ]', 'topics: [ wild-driving ]')
        .replaceAll('0643-2019-a3.actors.municipality', '0643-2019-a3.actors.nobody'),
    )
    const first = (await (await finish()).json()).finished
    expect(first.hindrances).toEqual([
      {
        value: '0643-2019-a1.target',
        message: {
          sv: '"poliser" finns inte i målets ordalydelse. Skriv enheten som i dokumentet.',
          en: 'activities#1.target.unit: "poliser" is not in the quote; write words from the quote',
        },
      },
    ])
    writeFileSync(file, readFileSync(file, 'utf8').replace('unit: poliser', 'unit: trafikkontroller'))
    const { finished, state: shown } = await (await finish()).json()
    expect(finished.hindrances.map(({ value }: { value: string }) => value)).toEqual(
      expect.arrayContaining(['0643-2019-p1.topics', '0643-2019-a3.actors.nobody']),
    )
    expect(shown.record).toMatch(/: &quot;wild-driving&quot; finns inte i datamängden\./)
    expect(existsSync(inData('agreement.yaml'))).toBe(false)
    expect(readFileSync(join(folder.data, 'edition.yaml'))).toEqual(readFileSync('data/edition.yaml'))
  })

  test('asks before it replaces another record, and can give the next letter instead', async () => {
    mkdirSync(join(folder.data, 'agreements', '0643-2019'))
    writeFileSync(inData('source.txt'), 'en annan text')
    writeFileSync(inData('agreement.yaml'), 'id: 0643-2019\n')
    await acceptAll()
    expect((await (await finish()).json()).finished).toEqual({
      state: 'taken',
      id: '0643-2019',
      free: '0643-2019-b',
    })
    expect(readFileSync(inData('source.txt'), 'utf8')).toBe('en annan text')
    rmSync(join(folder.data, 'agreements', '0643-2019', 'agreement.yaml'))
    writeFileSync(inData('agreement.yaml'), 'id: 0643-2019\n')
    // The other record is no good one, which is told, as nothing can be loaded then.
    expect((await (await finish('letter')).json()).finished.hindrances[0].message.sv).toContain(
      'data/agreements/0643-2019',
    )
    const { finished } = await (await finish('replace')).json()
    expect(finished).toMatchObject({ state: 'finished', id: '0643-2019' })
    expect(readData(folder.data).tables.agreements.map(({ id }) => id)).toContain('0643-2019')

    await decide({ do: 'reject', value: '0643-2019-a2.text' })
    expect(parse(folder.read('agreement.yaml')).reviewed).toBeNull()
    expect((await (await finish('letter')).json()).finished).toMatchObject({
      state: 'finished',
      id: '0643-2019-b',
    })
    expect(readFileSync(inData('agreement.yaml', '0643-2019-b'), 'utf8')).toContain('id: 0643-2019-b-a1')
    expect(() => readData(folder.data)).not.toThrow()
  })

  test('once more, after the server died before it could say so, finds the same record', async () => {
    await acceptAll()
    const yaml = folder.read('agreement.yaml')
    await finish()
    writeFileSync(join(folder.drafts, '0643-2019', 'agreement.yaml'), yaml)
    review = start()
    expect((await (await finish()).json()).finished.state).toBe('finished')
  })

  test('leaves the data as they are where its folder cannot be written', async () => {
    await acceptAll()
    const agreements = join(folder.data, 'agreements')
    symlinkSync(join(folder.root, 'nowhere', 'at-all'), join(agreements, '0643-2019'))
    const response = await finish()
    expect(response.status).toBe(500)
    expect(faults.splice(0)).toHaveLength(1)
    expect(parse(folder.read('agreement.yaml')).reviewed).toBeNull()
  })
})

test('a record under review is none that drafts are compared with', async () => {
  await decide({ do: 'accept', values: ['title'] })
  await expect(run(evaluate, folder.drafts)).rejects.toThrow('contains no reviewed records')
})

const run = (command: Command, place: string, options: { [name: string]: string } = {}) =>
  command.run({
    config: readConfig({}),
    log: createLog('silent'),
    positionals: [place],
    options,
    flags: new Set(),
    progress: () => {},
    result: () => {},
  })

test.each([
  ['no-drafts', {}, 'give a folder written by npm run ingest'],
  ['.', { port: '4010x' }, 'give a whole number from 0 to 65535'],
  ['.', { data: 'no-data' }, 'give the folder of the records'],
])('the command refuses %s with %o', async (drafts, options, advice) => {
  await expect(run(command, drafts, options)).rejects.toThrow(advice)
})
