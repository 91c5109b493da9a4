import { createHash } from 'node:crypto'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compressions } from '../src/exporters/compressions.ts'
import { type DeltaDirection, useDelta } from '../src/exporters/delta/apply.ts'
import { LineReader, unpacked } from '../src/exporters/delta/lines.ts'
import { type ChangeLine, DeltaRefused } from '../src/exporters/delta/shape.ts'
import { deltaOf } from '../src/exporters/delta/write.ts'
import { type Made, type MadeTable, made } from './support/compared.ts'

async function deltaBetween(from: Made, to: Made): Promise<Buffer> {
  return Buffer.from((await Array.fromAsync(deltaOf(from.release, to.release))).join(''))
}

/** The changes that a delta tells, without its head. */
async function changesBetween(from: Made, to: Made): Promise<ChangeLine[]> {
  const lines = (await deltaBetween(from, to)).toString().trimEnd().split('\n').slice(1)
  return lines.map((line) => JSON.parse(line))
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** The files that a delta makes of those of a release. */
async function used(direction: DeltaDirection, delta: Uint8Array, base: Made): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  await useDelta(direction, once(delta), {
    read: base.read,
    write: async (path, contents) => {
      files.set(path, Buffer.concat(await Array.fromAsync(contents)))
    },
  })
  return files
}

const COLUMNS = ['text', 'number', 'is_it', 'list', 'länk'].map((name) => ({ name, type: 'string' }))
const KEYS = [['id'], ['id'], ['id'], ['part', 'id']]

const value = fc.oneof(
  fc.constant(null),
  fc.constantFrom('', 'å', 'ä', 'ö', 'é', '"\n\\', '\u2028', '😀', '\u0000'),
  fc.string({ unit: 'binary', maxLength: 5 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.array(fc.constantFrom('a', 'Å', '|', ''), { maxLength: 3 }),
)
const cells = fc.record(Object.fromEntries(COLUMNS.map(({ name }) => [name, value])))
const id = fc.oneof(
  fc.constantFrom('a', 'a1', 'a10', 'a2', 'B', 'å', 'ä', 'ö', '\uffee', '😀'),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
)
/** A row through three releases: it may come, go, change and stay. */
const lives = fc.uniqueArray(
  fc.record({
    id,
    part: fc.integer({ min: 0, max: 2 }),
    states: fc.tuple(...[0, 1, 2].map(() => fc.constantFrom('none', 'first', 'first', 'second'))),
    first: cells,
    second: cells,
  }),
  { selector: ({ id: key }) => key, maxLength: 12 },
)
const shapes = fc.array(
  fc.record({
    columns: fc.shuffledSubarray([...COLUMNS]),
    key: fc.constantFrom(...KEYS),
    exists: fc.constantFrom(true, true, true, false),
  }),
  { minLength: 3, maxLength: 3 },
)
/** A table whose columns, key and being there may change, or that keeps its shape. */
const table = fc.record({ lives, shapes, isSteady: fc.boolean() }).map((chosen) =>
  [0, 1, 2].map((at): Omit<MadeTable, 'name'> | null => {
    const shape = chosen.shapes[chosen.isSteady ? 0 : at]
    if (!shape?.exists) return null
    const columns = [{ name: 'id', type: 'string' }, { name: 'part', type: 'integer' }, ...shape.columns]
    const rows = chosen.lives.flatMap(({ id: key, part, states, first, second }) =>
      states[at] === 'none' ? [] : [{ ...(states[at] === 'first' ? first : second), id: key, part }],
    )
    return { columns, key: shape.key, rows }
  }),
)
/** Three releases, one after the other. */
const releases = fc
  .tuple(table, table)
  .map((tables) =>
    [0, 1, 2].map((at) =>
      made(
        `r${at + 1}`,
        tables.flatMap((states, which) => (states[at] ? [{ name: `t${which}`, ...states[at] }] : [])),
      ),
    ),
  )
  .map(([a, b, c]) => ({ a: a as Made, b: b as Made, c: c as Made })) // three were made

describe('whatever two releases hold', () => {
  test('the delta makes the later of the earlier, and the earlier of the later, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(releases, async ({ a, b }) => {
        const delta = await deltaBetween(a, b)
        expect(await used('apply', delta, a)).toEqual(b.files)
        expect(await used('revert', delta, b)).toEqual(a.files)
      }),
      { numRuns: 300 },
    )
  })

  test('deltas one after the other lead as far as the one of both', async () => {
    await fc.assert(
      fc.asyncProperty(releases, async ({ a, b, c }) => {
        const [first, second, both] = [
          await deltaBetween(a, b),
          await deltaBetween(b, c),
          await deltaBetween(a, c),
        ]
        const between = { ...b, ...filesOf(await used('apply', first, a)) }
        expect(await used('apply', second, between)).toEqual(await used('apply', both, a))
        const back = { ...b, ...filesOf(await used('revert', second, c)) }
        expect(await used('revert', first, back)).toEqual(a.files)
      }),
      { numRuns: 100 },
    )
  })

  test('the delta of a release to itself tells of no row', async () => {
    await fc.assert(
      fc.asyncProperty(releases, async ({ a }) => {
        expect(await changesBetween(a, a)).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  test('each row is told of once, and only where it differs', async () => {
    await fc.assert(
      fc.asyncProperty(lives, async (chosen) => {
        const state = (at: number) => {
          const rows = chosen.flatMap(({ id: key, part, states, first, second }) =>
            states[at] === 'none' ? [] : [{ ...(states[at] === 'first' ? first : second), id: key, part }],
          )
          const columns = [...COLUMNS, { name: 'id', type: 'string' }, { name: 'part', type: 'integer' }]
          return { rows, release: made('r1', [{ name: 't', columns, key: ['id'], rows }]) }
        }
        const [one, other] = [state(0), state(1)]
        const text = (rows: readonly { id: string }[]) =>
          new Map(rows.map((row) => [row.id, JSON.stringify(row)]))
        const [before, after] = [text(one.rows), text(other.rows)]
        const expected = [...new Set([...before.keys(), ...after.keys()])].filter(
          (key) => before.get(key) !== after.get(key),
        )
        const told = await changesBetween(one.release, other.release)
        expect(told.map((line) => (line.change === 'added' ? line.row.id : line.key.id)).sort()).toEqual(
          expected.sort(),
        )
      }),
      { numRuns: 200 },
    )
  })
})

function filesOf(files: Map<string, Buffer>): Pick<Made, 'read'> {
  return {
    read: async function* (path) {
      const bytes = files.get(path)
      if (!bytes) throw new Error(`No ${path}`)
      yield bytes
    },
  }
}

const TEXT = ['id', 'name'].map((name) => ({ name, type: 'string' }))
const TOMBSTONES = ['dataset', 'record_id', 'withdrawn_on', 'reason_sv', 'reason_en']

function things(...rows: MadeTable['rows']): MadeTable {
  return { name: 'things', columns: TEXT, key: ['id'], rows }
}

function tombstones(...rows: [dataset: string, id: string][]): MadeTable {
  return {
    name: 'tombstones',
    columns: TOMBSTONES.map((name) => ({ name, type: 'string' })),
    key: ['dataset', 'record_id'],
    rows: rows.map(([dataset, record_id]) => ({
      dataset,
      record_id,
      withdrawn_on: '2026-11-21',
      reason_sv: 'Dubblett.',
      reason_en: 'A duplicate.',
    })),
  }
}

describe('a delta', () => {
  test('says between which releases it is, and what each dataset is in both', async () => {
    const from = made('r1-aaaaaaaa', [things({ id: 'a', name: 'å' })])
    const to = made('r2-bbbbbbbb', [{ ...things(), key: ['name'] }])
    const [head] = (await deltaBetween(from, to)).toString().split('\n')
    expect(JSON.parse(head ?? '')).toEqual({
      delta: 1,
      from: { release: 'r1-aaaaaaaa', revision: 1, date: '2026-11-21' },
      to: { release: 'r2-bbbbbbbb', revision: 1, date: '2026-11-21' },
      datasets: [
        {
          dataset: 'things',
          from: {
            columns: TEXT,
            key: ['id'],
            rows: 1,
            sha256: sha256('{"id":"a","name":"å"}\n'),
          },
          to: { columns: TEXT, key: ['name'], rows: 0, sha256: sha256('') },
        },
      ],
    })
  })

  test('tells of rows that came, of columns that changed, and of rows that went with the reason', async () => {
    const from = made('r1', [
      things({ id: 'a', name: 'x' }, { id: 'b', name: 'y' }, { id: 'c', name: 'z' }, { id: 'd', name: 'w' }),
      { ...things({ id: 'a', name: 'x' }), name: 'activities_flat' },
    ])
    const to = made('r2', [
      things({ id: 'a', name: 'x' }, { id: 'b', name: null }, { id: 'e', name: 'ö' }),
      { ...things(), name: 'activities_flat' },
      tombstones(['things', 'c']),
    ])
    expect((await changesBetween(from, to)).filter(({ dataset }) => dataset !== 'tombstones')).toEqual([
      {
        dataset: 'things',
        change: 'changed',
        key: { id: 'b' },
        before: { name: 'y' },
        after: { name: null },
      },
      {
        dataset: 'things',
        change: 'removed',
        key: { id: 'c' },
        row: { id: 'c', name: 'z' },
        reason: { sv: 'Dubblett.', en: 'A duplicate.' },
      },
      {
        dataset: 'things',
        change: 'removed',
        key: { id: 'd' },
        row: { id: 'd', name: 'w' },
        reason: null,
        reason_unknown: 'no_tombstone',
      },
      { dataset: 'things', change: 'added', row: { id: 'e', name: 'ö' } },
      {
        dataset: 'activities_flat',
        change: 'removed',
        key: { id: 'a' },
        row: { id: 'a', name: 'x' },
        reason: null,
        reason_unknown: 'combined',
      },
    ])
  })

  test('tells a column that came or went for every row, without a value in the release that lacks it', async () => {
    const [id] = TEXT
    if (!id) throw new Error('no column')
    const from = made('r1', [{ ...things({ id: 'a', name: null }), columns: TEXT }])
    const to = made('r2', [
      { ...things({ id: 'a', year: 2020 }), columns: [{ name: 'year', type: 'integer' }, id] },
    ])
    expect(await changesBetween(from, to)).toEqual([
      {
        dataset: 'things',
        change: 'changed',
        key: { id: 'a' },
        before: { name: null },
        after: { year: 2020 },
      },
    ])
  })

  test('of a withdrawn name does not tell it again: it can be applied, but not reverted', async () => {
    const person = {
      ...things({ id: 'anna-o', name: 'Anna "Ö"' }, { id: 'b', name: 'Bo' }),
      name: 'signatories',
    }
    const quotes = {
      ...things({ id: 'q1', name: 'Anna "Ö", chef' }, { id: 'q2', name: 'Anna "Ö"' }),
      name: 'quotes',
    }
    const from = made('r1', [person, quotes])
    const to = made('r2', [
      { ...things({ id: 'b', name: 'Bo' }), name: 'signatories' },
      { ...things({ id: 'q1', name: 'chef' }), name: 'quotes' },
      tombstones(['signatories', 'anna-o']),
    ])
    const delta = await deltaBetween(from, to)
    expect(delta.toString()).not.toContain('Anna')
    expect((await changesBetween(from, to)).slice(0, 3)).toEqual([
      {
        dataset: 'signatories',
        change: 'removed',
        key: { id: 'anna-o' },
        row: null,
        reason: { sv: 'Dubblett.', en: 'A duplicate.' },
        withheld: 'withdrawn_name',
      },
      {
        dataset: 'quotes',
        change: 'changed',
        key: { id: 'q1' },
        before: null,
        after: { name: 'chef' },
        withheld: 'withdrawn_name',
      },
      {
        dataset: 'quotes',
        change: 'removed',
        key: { id: 'q2' },
        row: null,
        reason: null,
        reason_unknown: 'no_tombstone',
        withheld: 'withdrawn_name',
      },
    ])
    expect(await used('apply', delta, from)).toEqual(to.files)
    await expect(used('revert', delta, to)).rejects.toThrow(
      /cannot be reverted: signatories {"id":"anna-o"} had a name that has been withdrawn and is no longer published/,
    )
  })

  test('is made while both releases are read side by side, never one of them whole', async () => {
    const rows = Array.from({ length: 3_000 }, (_, at) => ({ id: `a${10_000 + at}`, name: 'å'.repeat(90) }))
    const [from, to] = [
      made('r1', [things(...rows)], 4_096),
      made('r2', [things(...rows.with(1_500, { id: 'a11500', name: 'ö' }))], 4_096),
    ]
    const read = { from: 0, to: 0 }
    let furthestApart = 0
    const counted = (of: 'from' | 'to', { release, read: bytes }: Made): Made['release'] => ({
      ...release,
      lines: (dataset) =>
        LineReader.of(
          (async function* () {
            if (dataset !== 'things') return
            for await (const chunk of bytes('things.jsonl')) {
              read[of] += 1
              furthestApart = Math.max(furthestApart, Math.abs(read.from - read.to))
              yield chunk
            }
          })(),
        ),
    })
    const delta = await Array.fromAsync(deltaOf(counted('from', from), counted('to', to)))
    expect(delta).toHaveLength(2)
    expect(read.from).toBeGreaterThan(100)
    expect(furthestApart).toBe(1)
  })

  test('does not read what has the same checksum in both', async () => {
    const { release } = made('r1', [things({ id: 'a', name: 'x' })])
    const unread = {
      ...release,
      lines: (dataset: string) => {
        if (dataset === 'things') throw new Error('read')
        return release.lines(dataset)
      },
    }
    expect(await Array.fromAsync(deltaOf(unread, unread))).toHaveLength(1)
  })

  test('is not made from a release whose file is not what its checksum says', async () => {
    const [from, to] = [made('r1', [things({ id: 'a', name: 'x' })]), made('r2', [things()])]
    const { release } = made('r1', [things({ id: 'b', name: 'x' })])
    const damaged = { ...from.release, sides: release.sides }
    await expect(Array.fromAsync(deltaOf(damaged, to.release))).resolves.toHaveLength(2)
    const files = from.files as Map<string, Buffer>
    files.set('things.jsonl', Buffer.from('{"id":"a","name":"y"}\n'))
    await expect(Array.fromAsync(deltaOf(from.release, to.release))).rejects.toThrow(
      'things.jsonl of r1 is not what its checksum says',
    )
  })

  test.each([
    ['zstd', zstdCompressSync],
    ['gzip', gzipSync],
  ] as const)('reads a file that is compressed by %s', async (coding, compress) => {
    const by = compressions.find((each) => each.coding === coding) ?? expect.fail()
    const { release, files } = made('r1', [things({ id: 'a', name: 'ö' })])
    const packed = await Array.fromAsync(unpacked(once(compress(files.get('things.jsonl') ?? '')), by))
    expect(Buffer.concat(packed).toString()).toBe('{"id":"a","name":"ö"}\n')
    expect((await release.lines('things')).row).toEqual({ id: 'a', name: 'ö' })
    await expect(Array.fromAsync(unpacked(once(Buffer.from('not compressed')), by))).rejects.toThrow(
      /^A compressed file cannot be unpacked: /,
    )
  })
})

describe('a delta is refused', () => {
  const from = made('r1', [things({ id: 'a', name: 'x' }, { id: 'b', name: 'y' })])
  const to = made('r2', [things({ id: 'a', name: 'z' }, { id: 'c', name: 'y' })])
  const changed = async (change: (text: string) => string) =>
    Buffer.from(change((await deltaBetween(from, to)).toString()))

  test('on another release than it begins from, whichever way, before anything is written', async () => {
    const delta = await deltaBetween(from, to)
    for (const [direction, base] of [
      ['apply', to],
      ['revert', from],
    ] as const) {
      const written: string[] = []
      const using = useDelta(direction, once(delta), {
        read: base.read,
        write: async (path) => {
          written.push(path)
        },
      })
      await expect(using).rejects.toThrow(DeltaRefused)
      await expect(using).rejects.toThrow(
        /^things\.jsonl is not that of r[12], which the delta begins from: its SHA-256 is [0-9a-f]{64}, not [0-9a-f]{64}\. Give the folder of r[12]$/,
      )
      expect(written).toEqual([])
    }
  })

  test('where it is no text', async () => {
    await expect(used('apply', Buffer.from([0x50, 0xff, 0xfe]), from)).rejects.toThrow(
      'A file is not valid UTF-8',
    )
  })

  test.each([
    ['is none', () => 'id,name\r\n', /^Not a valid delta: its first line is wrong in its form$/],
    ['has another form', (text: string) => text.replace('"delta":1', '"delta":2'), /is wrong in delta$/],
    [
      'would write elsewhere',
      (text: string) => text.replace('"dataset":"things"', '"dataset":"../things"'),
      /is wrong in datasets\.0\.dataset$/,
    ],
    [
      'is cut between two lines',
      (text: string) => text.replace(/\n[^\n]+\n$/, '\n'),
      /does not match its checksum/,
    ],
    [
      'is cut within a line',
      (text: string) => text.slice(0, -10),
      /^The delta is damaged: a line is wrong in its form/,
    ],
    [
      'has another value',
      (text: string) => text.replace('"name":"z"', '"name":"Z"'),
      /does not match its checksum/,
    ],
    [
      'has another key',
      (text: string) => text.replace('"key":{"id":"a"}', '"key":{"id":"aa"}'),
      /things has no row {"id":"aa"}/,
    ],
    [
      'has lines of no dataset',
      (text: string) => `${text}{"dataset":"x","change":"added","row":{}}\n`,
      /there are more lines after its end/,
    ],
  ])('where it %s', async (_what, change, message) => {
    await expect(used('apply', await changed(change), from)).rejects.toThrow(message)
  })
})

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
