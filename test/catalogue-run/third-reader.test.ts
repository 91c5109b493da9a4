import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { READER_DOCUMENTS_MAX, READER_FAILURES_MAX, RunDrafts } from '../../src/catalogue-run/third-reader.ts'
import { lookupsOf } from '../../src/commands/reading.ts'
import type { SourceText } from '../../src/ingest/documents/source-text.ts'
import { type Pages, serve, words } from '../ingest/documents/support/site.ts'
import { runIngest } from '../support/run-ingest.ts'

const lookups = lookupsOf('data')
/** A list of which the rules do not know what it is. */
const DOUBTED = `Medborgarlöfte Upplands Väsby kommun 2019

Kvällarna i centrum ska bli lugnare.

Så här blir det:
- gå i centrum på fredagar
- släcka bråk tidigt
`
const SURE = 'Medborgarlöfte Upplands Väsby kommun 2019\n\nPolisen lovar att:\n- minska farten\n'

const CHAT = '/v1/chat/completions'
const says = (content: unknown): Pages[string] => {
  return (_, response) =>
    response.end(JSON.stringify({ choices: [{ message: { content: JSON.stringify(content) } }] }))
}
const refuses: Pages[string] = (_, response) => response.writeHead(503).end()
const NEITHER = says({
  lists: [{ items: ['gå i centrum på fredagar', 'släcka bråk tidigt'], kind: 'neither' }],
})
const sourceOf = (text: string) => ({ text, title: null, origin: { path: 'a.txt' } }) as unknown as SourceText // the parts that a draft needs
const draftsOf = (origin: string) =>
  new RunDrafts({ url: `${origin}/v1`, model: 'a-model', key: null }, lookups)

const folder = mkdtempSync(join(tmpdir(), 'medborgarloften-run-reader-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('in a run over the catalogue', () => {
  test('a third reader is asked about what the rules doubt, and the summary tells so', async () => {
    await using site = await serve({ '/lofte': words(DOUBTED), [CHAT]: NEITHER })
    const [out, data] = [join(folder, 'drafts'), join(folder, 'data')]
    cpSync('data', data, { recursive: true })
    const file = join(data, 'agreements/catalogued.csv')
    const row = /^(0114-2019,0114,0114-2019-d1,)[^,]*/m
    writeFileSync(file, readFileSync(file, 'utf8').replace(row, `$1${site.origin}/lofte`))
    const settings = { READER_URL: `${site.origin}/v1`, READER_MODEL: 'a-model' }
    const { lines, json } = await runIngest(
      [site.origin],
      { out, data },
      ['catalogue', 'allow-private'],
      settings,
    )
    expect(lines[0]).toContain('\nthe third reader (a-model) was asked about 1 documents\n'.trimEnd())
    expect(json.at(-1)).toMatchObject({ thirdReader: { model: 'a-model', asked: 1, failed: 0, notAsked: 0 } })
    expect(site.asked).toEqual(['/robots.txt', '/lofte', CHAT])
    const draft = parse(readFileSync(join(out, '0114-2019/draft.yaml'), 'utf8'))
    expect(draft.promises.map(({ text }: { text: { words: string } }) => text.words)).not.toContain(
      'gå i centrum på fredagar',
    )
  })

  test('nothing is sent of a document that leaves nothing open', async () => {
    await using site = await serve({ [CHAT]: NEITHER })
    const drafts = draftsOf(site.origin)
    await drafts.draftOf(sourceOf(SURE))
    expect([site.asked, drafts.counts?.asked]).toEqual([[], 0])
  })

  test('it is asked about one document at a time', async () => {
    let [open, most] = [0, 0]
    const slow: Pages[string] = (request, response) => {
      most = Math.max(most, ++open)
      request.resume().on('end', () =>
        setImmediate(() => {
          open--
          NEITHER(request, response)
        }),
      )
    }
    await using site = await serve({ [CHAT]: slow })
    const drafts = draftsOf(site.origin)
    await Promise.all([1, 2, 3].map(() => drafts.draftOf(sourceOf(DOUBTED))))
    expect([most, drafts.counts?.asked]).toEqual([1, 3])
  })

  test('one that fails time after time is left alone, and the drafts are those of the rules', async () => {
    await using site = await serve({ [CHAT]: refuses })
    const drafts = draftsOf(site.origin)
    for (let index = 0; index < READER_FAILURES_MAX + 2; index++) {
      const { lists } = await drafts.draftOf(sourceOf(DOUBTED))
      expect(lists[0]?.kind).toBe('promises')
    }
    expect(site.asked).toHaveLength(READER_FAILURES_MAX)
    expect(drafts.counts).toEqual({
      model: 'a-model',
      asked: READER_FAILURES_MAX,
      failed: READER_FAILURES_MAX,
      reason: 'it responded with status 503',
      notAsked: 2,
    })
  })

  test('it is asked about so many documents, and no more', async () => {
    await using site = await serve({ [CHAT]: NEITHER })
    const drafts = draftsOf(site.origin)
    for (let index = 0; index < READER_DOCUMENTS_MAX + 1; index++) await drafts.draftOf(sourceOf(DOUBTED))
    expect(site.asked).toHaveLength(READER_DOCUMENTS_MAX)
    expect(drafts.counts).toMatchObject({ asked: READER_DOCUMENTS_MAX, notAsked: 1 })
  })

  test('without the setting nobody is asked', async () => {
    const drafts = new RunDrafts(null, lookups)
    await drafts.draftOf(sourceOf(DOUBTED))
    expect(drafts.counts).toBeNull()
  })
})
