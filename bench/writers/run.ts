// Measures how fast a large table is released in each format, as a share of what PostgreSQL's own COPY writes to a
// file: npm run bench:writers.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { load } from '../../src/database/load.ts'
import { openDatabase } from '../../src/database/open.ts'
import { readData } from '../../src/records/read-data.ts'
import { startPostgres } from '../../test/support/embedded-postgres.ts'
import { SETTINGS } from '../database.ts'
import { busyPart } from '../machine.ts'
import { commit, machine } from '../report.ts'
import type { Writing } from './write.ts'

const HELP = `npm run bench:writers [-- OPTIONS]

Writes made-up activities in each format, with checksum and compression, each time in a process of its own, and prints the
rows a second as a share of what psql with COPY … TO STDOUT writes to a file from the same database. Needs psql.

Options:
  --rows N     How many activities. 3000000
  --rounds N   How often each format has its turn. 3
  --out FILE   Also write the results to a file, in Markdown, such as bench/WRITERS.md.
  --help       Print this.
`

/** The formats that are compared; COPY by itself comes first. */
const names = ['copy', 'csv', 'json', 'jsonl', 'parquet', 'excel.csv'] as const

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '3000000' },
    rounds: { type: 'string', default: '3' },
    out: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) process.stdout.write(HELP)
else await compare(Number(values.rows), Number(values.rounds), values.out)

async function compare(rows: number, rounds: number, out: string | undefined): Promise<void> {
  const busy = await busyPart()
  const server = await startPostgres(SETTINGS)
  const folder = mkdtempSync(join(tmpdir(), 'medborgarloften-writers-'))
  try {
    const url = `${server.url}/writers`
    await fill(server.url, rows)
    const taken: { [name: string]: Writing[] } = {}
    for (let round = 0; round < rounds; round++) {
      for (const name of names) {
        process.stderr.write(`round ${round + 1} of ${rounds}: ${name}\n`)
        taken[name] ??= []
        taken[name].push(name === 'copy' ? copyByItself(url, folder) : written(name, url, rows))
      }
    }
    const table = tableOf(taken, rows)
    process.stdout.write(table)
    if (out !== undefined) writeFileSync(out, `${introduction(rows, rounds, busy)}\n${table}`)
  } finally {
    rmSync(folder, { recursive: true })
    await server.stop()
  }
}

/** Makes a database with activities that are made up, and say so. */
async function fill(server: string, rows: number): Promise<void> {
  const admin = postgres(`${server}/postgres`, { max: 1 })
  await admin`create database writers`
  await admin.end()
  const { db, close } = await openDatabase({ url: `${server}/writers`, dataDir: '' })
  await load(db, readData('data'))
  await db.execute(sql`create table pattern as select * from activities where id = '0685-2020-a2'`)
  await db.execute(sql`truncate activities cascade`)
  // Each is like a real one, with an id and a text of its own.
  await db.execute(sql`insert into activities
    select made.* from pattern cross join generate_series(1, ${sql.raw(String(rows))}) as numbers(n)
    cross join lateral jsonb_populate_record(null::activities, to_jsonb(pattern) || jsonb_build_object(
      'id', '0685-2020-a' || lpad(n::text, 8, '0'),
      'text', 'Påhittad aktivitet nummer ' || n || ', gjord för att mäta: "' || md5(n::text) || '".')) as made`)
  await db.execute(sql`drop table pattern`)
  await db.execute(sql`vacuum analyze activities`)
  await close()
}

/** How long PostgreSQL's own program takes for the same rows. */
function copyByItself(url: string, folder: string): Writing {
  const file = join(folder, 'copy.csv')
  const copy = 'psql "$0" -qc "copy (select * from activities order by id) to stdout (format csv)" > "$1"'
  const started = performance.now()
  execFileSync('sh', ['-c', copy, url, file])
  const seconds = (performance.now() - started) / 1000
  return { seconds, bytes: statSync(file).size, heldBytes: 0, peakBytes: 0 }
}

function written(format: string, url: string, rows: number): Writing {
  const program = join(import.meta.dirname, 'write.ts')
  const quickly = ['--import', join(import.meta.dirname, '../../src/node-setup.ts')]
  // As on a machine with little memory: see docs/decisions/0033-imports-found-by-ourselves.md.
  const small = '--optimize-for-size'
  return JSON.parse(
    execFileSync(process.execPath, [small, ...quickly, program, format, url, String(rows)]).toString(),
  )
}

/** The best round of each format, since whatever else the machine does can only add to it. */
function tableOf(taken: { readonly [name: string]: readonly Writing[] }, rows: number): string {
  const best = (name: string) => Math.min(...(taken[name] ?? []).map(({ seconds }) => seconds))
  const alone = best('copy')
  const megabytes = (bytes: number) => Math.round(bytes / 1e6)
  const lines = names.map((name) => {
    const seconds = best(name)
    const all = taken[name] ?? []
    const peak = Math.max(...all.map(({ peakBytes }) => peakBytes))
    const held = Math.min(...all.map(({ heldBytes }) => heldBytes))
    const size = all[0]?.bytes ?? 0
    return `| ${name} | ${seconds.toFixed(2)} | ${Math.round(rows / seconds).toLocaleString('en')} | ${(alone / seconds).toFixed(2)} | ${megabytes(size)} | ${name === 'copy' ? '' : megabytes(peak - held)} | ${name === 'copy' ? '' : megabytes(peak)} |`
  })
  return `${[
    '| format | seconds | rows/s | of COPY | MB written | MB of memory while writing | MB of the whole process |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n')}\n`
}

function introduction(rows: number, rounds: number, busy: number): string {
  return `# How fast formats are written

Written by \`npm run bench:writers\`. Commit ${commit()}.

${machine(busy)}
- ${rows.toLocaleString('en')} made-up activities; the best of ${rounds} rounds of each format, and the most memory of any.
- Each format is written with its checksum and, beside the file, its copies by zstd and gzip. Parquet is made of JSON Lines that have been written
  before, as in a release; what those take is not in its time. "copy" is psql with \`COPY … TO STDOUT\` into a file: no checksum, no compression.
- Memory while writing is the most that the process held, less what it held before the first row. The process runs
  with \`--optimize-for-size\`, V8's switch for memory in place of speed.
`
}
