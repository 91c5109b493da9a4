import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datasets } from '../src/datasets/index.ts'
import { inMarkdown, TEXT_SHOWN } from '../src/exporters/delta/markdown.ts'
import { Names } from '../src/exporters/delta/names.ts'
import { Places } from '../src/exporters/delta/places.ts'
import { Shortlist } from '../src/exporters/delta/shortlist.ts'
import { PLACES_SHOWN, ROWS_SHOWN, Summary } from '../src/exporters/delta/summary.ts'
import { summaryPage } from '../src/exporters/delta/summary-page.ts'
import { deltaHead, deltaOf } from '../src/exporters/delta/write.ts'
import { type Made, type MadeTable, made } from './support/compared.ts'

function table(name: string, columns: readonly string[], ...rows: MadeTable['rows']): MadeTable {
  const key = Object.values(datasets).find((dataset) => dataset.name === name)?.key ?? [columns[0] ?? '']
  const snake = key.map((column) => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
  return { name, columns: columns.map((column) => ({ name: column, type: 'string' })), key: snake, rows }
}

const MUNICIPALITIES = table(
  'municipalities',
  ['code', 'name'],
  { code: '0001', name: 'Örebro' },
  { code: '0002', name: 'Åre' },
  { code: '0003', name: 'Habo' },
  { code: '0004', name: 'Älvkarleby' },
  { code: '0005', name: 'Zinkgruvan' },
)

async function page(from: Made, to: Made, language: 'sv' | 'en' = 'sv'): Promise<string> {
  const both = { from: from.release, to: to.release }
  const summary = new Summary(await Places.of(both.from, both.to))
  await Array.fromAsync(deltaOf(both.from, both.to, (change) => summary.see(change)))
  const names = await Names.of(both.from, both.to, summary.links())
  return summaryPage(both, deltaHead(both.from, both.to), summary, names, language)
}

const activity = (id: string, text: string) => ({
  id,
  agreement_id: id.slice(0, 9),
  gist_sv: text,
  gist_en: text,
})

describe('a summary', () => {
  test('names municipalities as Swedish sorts them, and rows by the numbers in their ids', async () => {
    const rows = ['0001-2020-a1', '0002-2020-a10', '0002-2020-a2', '0004-2020-a1', '0005-2020-a1'].map((id) =>
      activity(id, `text ${id.slice(10)}`),
    )
    const [from, to] = [
      made('r1', [MUNICIPALITIES, table('activities', ['id', 'agreement_id', 'gist_sv', 'gist_en'])]),
      made('r2', [
        MUNICIPALITIES,
        table('activities', ['id', 'agreement_id', 'gist_sv', 'gist_en'], ...rows),
      ]),
    ]
    expect(await page(from, to)).toContain(`5 tillagda.

Tillagda:

- Zinkgruvan: 1
  - 0005-2020-a1: text a1
- Åre: 2
  - 0002-2020-a2: text a2
  - 0002-2020-a10: text a10
- Älvkarleby: 1
  - 0004-2020-a1: text a1
- Örebro: 1
  - 0001-2020-a1: text a1
`)
  })

  test('names all municipalities of a joint agreement, also of one that went', async () => {
    const parts = (...codes: string[]) =>
      table(
        'agreement_municipalities',
        ['agreement_id', 'municipality_code'],
        ...codes.map((municipality_code) => ({ agreement_id: '0001-2020', municipality_code })),
      )
    const agreements = (...rows: MadeTable['rows']) => table('agreements', ['id', 'title'], ...rows)
    const from = made('r1', [
      MUNICIPALITIES,
      agreements({ id: '0001-2020', title: null }),
      parts('0001', '0003'),
    ])
    const to = made('r2', [MUNICIPALITIES, agreements(), parts()])
    expect(await page(from, to)).toContain('- Örebro, Habo: 1\n  - 0001-2020 (inget skäl angivet)\n')
  })

  test('cuts long lists, and says how many more there are', async () => {
    const places = Array.from({ length: PLACES_SHOWN + 2 }, (_, at) => String(2000 + at))
    const names = table(
      'municipalities',
      ['code', 'name'],
      ...places.map((code) => ({ code, name: `K${code}` })),
    )
    const rows = places.flatMap((code) =>
      Array.from({ length: ROWS_SHOWN + 3 }, (_, at) => activity(`${code}-2020-a${at + 1}`, 'x')),
    )
    const text = await page(
      made('r1', [names]),
      made('r2', [names, table('activities', ['id', 'agreement_id', 'gist_sv', 'gist_en'], ...rows)]),
      'en',
    )
    expect(text.match(/^- K\d+: 8$/gm)).toHaveLength(PLACES_SHOWN)
    expect(text.match(/^ {2}- and 3 more$/gm)).toHaveLength(PLACES_SHOWN)
    expect(text).toContain('\n- and 2 more municipalities, with 16 rows\n')
  })

  test('tells of datasets, keys and columns that came, went or changed once, not for every row', async () => {
    const from = made('r1', [
      table('topics', ['id', 'label_sv', 'label_en', 'old'], {
        id: 'a',
        label_sv: 'Ö',
        label_en: 'O',
        old: 'x',
      }),
      table('gone', ['id'], { id: 'a' }),
    ])
    const to = made('r2', [
      {
        ...table('topics', ['id', 'label_sv', 'label_en', 'new'], {
          id: 'a',
          label_sv: 'Ö',
          label_en: 'O',
          new: 1,
        }),
        columns: ['id', 'label_sv', 'label_en', 'new'].map((name) => ({
          name,
          type: name === 'label_en' ? 'list' : 'string',
        })),
      },
      { ...table('things', ['id']), key: ['id'] },
    ])
    const text = await page(from, to)
    expect(text).toContain(`## Datamängder och kolumner

- x (\`topics\`): \`label_en\` är nu av typen list, förut string
- x (\`topics\`): ny kolumn \`new\`
- x (\`topics\`): kolumnen \`old\` finns inte längre
- x (\`things\`): ny datamängd
- x (\`gone\`): ges inte längre ut
`)
    expect(text).not.toContain('## x (`topics`)')
    expect(text).toContain('- x (`gone`): 1 borttagen\n')
  })

  test('gives the values that changed, in words where they stand for something', async () => {
    const rows = (status: string, count: number | null, joint: boolean) =>
      table('agreements', ['id', 'title', 'extent', 'stated_promises', 'is_joint'], {
        id: '0001-2020',
        title: 'Löfte',
        extent: status,
        stated_promises: count,
        is_joint: joint,
      })
    const [from, to] = [
      made('r1', [MUNICIPALITIES, rows('catalogued', 4, false)]),
      made('r2', [MUNICIPALITIES, rows('transcribed', 5, true)]),
    ]
    const { catalogued, transcribed } = datasets.agreements.columns.extent.values.values
    for (const language of ['sv', 'en'] as const) {
      const { title } = datasets.agreements.columns.statedPromises
      const text = await page(from, to, language)
      expect(text).toContain(`${title[language]}: 4 → 5; `)
      expect(text).toContain(`: ${catalogued[language].slice(0, 20)}`)
      expect(text).toContain(` → ${transcribed[language].slice(0, 20)}`)
      expect(text).toContain(language === 'sv' ? 'nej → ja' : 'no → yes')
    }
    const unknown = made('r3', [MUNICIPALITIES, rows('transcribed', null, true)])
    expect(await page(to, unknown)).toContain(': 5 → inget)')
    expect(await page(to, unknown, 'en')).toContain(': 5 → nothing)')
  })

  test('names what links link, in words and in both languages', async () => {
    const topics = table('topics', ['id', 'label_sv', 'label_en'], {
      id: 'trafik',
      label_sv: 'Trafik',
      label_en: 'Traffic',
    })
    const links = (...rows: MadeTable['rows']) =>
      table('activity_topics', ['activity_id', 'topic_id'], ...rows)
    const activities = table(
      'activities',
      ['id', 'agreement_id', 'gist_sv', 'gist_en'],
      activity('0003-2020-a1', 'Kontroller'),
    )
    const from = made('r1', [MUNICIPALITIES, topics, activities, links()])
    const to = made('r2', [
      MUNICIPALITIES,
      topics,
      activities,
      links({ activity_id: '0003-2020-a1', topic_id: 'trafik' }),
    ])
    expect(await page(from, to)).toContain('Tillagda:\n\n- Habo: 1\n  - Kontroller – Trafik\n')
    expect(await page(from, to, 'en')).toContain('- Habo: 1\n  - Kontroller – Traffic\n')
  })

  test('says that no row changed where none did', async () => {
    const same = made('r1', [MUNICIPALITIES])
    expect(await page(same, same)).toContain('Ingen rad har tillkommit, ändrats eller försvunnit.')
    expect(await page(same, same, 'en')).toContain('No row was added, changed or removed.')
  })

  test('counts a person whose name was withdrawn, and does not name them', async () => {
    const people = (...rows: MadeTable['rows']) => table('signatories', ['id', 'name'], ...rows)
    const from = made('r1', [people({ id: 'anna-o', name: 'Anna Ö' }, { id: 'bo', name: 'Bo' })])
    const reason = { record_id: 'anna-o', reason_sv: 'På begäran.', reason_en: 'On request.' }
    const to = made('r2', [
      people({ id: 'bo', name: 'Bo' }),
      table('tombstones', ['dataset', 'record_id', 'reason_sv', 'reason_en'], {
        dataset: 'signatories',
        ...reason,
      }),
    ])
    const text = await page(from, to)
    expect(text).toContain('1 borttagen.\n\nBorttagna:\n\n- 1, som inte namnges\n')
    expect(text).not.toMatch(/Anna Ö|anna-o/)
  })
})

test('a short list has what sorting all and taking the first gives', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 2 })), fc.integer({ min: 1, max: 5 }), (orders, most) => {
      const list = new Shortlist<{ order: string; at: number }>(most)
      const items = orders.map((order, at) => ({ order, at }))
      for (const item of items) list.add(item)
      const sorted = items.toSorted((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
      expect(list.kept).toEqual(sorted.slice(0, most))
      expect(list.count).toBe(items.length)
    }),
  )
})

test('a text of the data is on one line of Markdown, without markup, and cut where it is long', () => {
  expect(inMarkdown('a\n # *b* <c> [d](e) `f` http://x.se/a_b _g_')).toBe(
    'a \\# \\*b\\* \\<c\\> \\[d\\](e) \\`f\\` <http://x.se/a_b> \\_g\\_',
  )
  // An address is neither escaped nor cut.
  const address = `https://x.se/${'a_b&c=#*~'.repeat(20)}x`
  expect(inMarkdown(address)).toBe(`<${address}>`)
  expect(inMarkdown(`${address} och mer`)).toBe(`<${address}> …`)
  expect(inMarkdown('se (https://x.se/a_b?c=1&d=2), s. 1')).toBe('se (<https://x.se/a_b?c=1&d=2>), s. 1')
  expect(inMarkdown('ö'.repeat(TEXT_SHOWN))).toBe('ö'.repeat(TEXT_SHOWN))
  expect(inMarkdown('😀'.repeat(TEXT_SHOWN + 1))).toBe(`${'😀'.repeat(TEXT_SHOWN)} …`)
})
