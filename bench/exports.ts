// Measures how fast a large table is released in each format, as a share of what PostgreSQL's own COPY writes to a
// file: node bench/exports.ts URL [ROWS]. URL is an empty database on a PostgreSQL server; psql must be at hand.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { openDatabase } from '../src/database/client.ts'
import { openCopier } from '../src/database/copy.ts'
import { load } from '../src/database/load.ts'
import { datasetSource, readSource } from '../src/database/rows.ts'
import { formats, type Table } from '../src/exporters/formats.ts'
import { ParquetWriter } from '../src/exporters/parquet.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { readData } from '../src/records/read-data.ts'

const ROUNDS = 3

const { values, positionals } = parseArgs({
  options: { format: { type: 'string' } },
  allowPositionals: true,
})
const [url = '', count = '3000000'] = positionals
const rows = Number(count)
if (values.format === undefined) await compare()
else await writeOne(values.format)

/** Measures every format some times by turns, each in a process of its own, and prints the best of each. */
async function compare(): Promise<void> {
  await fill()
  const folder = mkdtempSync(join(tmpdir(), 'medborgarloften-bench-'))
  const results = new Map<string, { seconds: number; megabytes: number }>()
  const names = ['copy', 'csv', 'json', 'jsonl', 'parquet', 'excel.csv']
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) {
      const result = name === 'copy' ? copyByItself(folder) : measured(name)
      const best = results.get(name)
      results.set(name, {
        seconds: Math.min(result.seconds, best?.seconds ?? Number.POSITIVE_INFINITY),
        megabytes: Math.max(result.megabytes, best?.megabytes ?? 0),
      })
    }
  }
  rmSync(folder, { recursive: true })
  const alone = results.get('copy')?.seconds ?? 0
  process.stdout.write(`${rows} made-up activities, best of ${ROUNDS}\n`)
  for (const [name, { seconds, megabytes }] of results) {
    const share = (alone / seconds).toFixed(2)
    process.stdout.write(
      `${name}: ${seconds.toFixed(2)} s, ${Math.round(rows / seconds)} rows/s, ${share} of copy, ${Math.round(megabytes)} MB\n`,
    )
  }
}

/** Fills the database with activities that are made up, and say so. */
async function fill(): Promise<void> {
  const { db, close } = await openDatabase({ url, dataDir: '' })
  await load(db, readData('data'))
  await db.execute(sql`truncate activities cascade`)
  await db.execute(sql`insert into activities
    select '0685-2020-a' || lpad(n::text, 8, '0'), '0685-2020', n % 30 + 1,
      'Påhittad aktivitet nummer ' || n || ', gjord för att mäta: "' || md5(n::text) || '".', 'Påhittad rubrik', 'action',
      case when n % 3 = 0 then 'at_least' end, case when n % 3 = 0 then n % 40 + 0.5 end,
      case when n % 3 = 0 then 'kontroller' end, null, case when n % 7 = 0 then date '2021-12-31' end, null
    from generate_series(1, ${sql.raw(String(rows))}) as n`)
  await db.execute(sql`vacuum analyze activities`)
  await close()
}

/** How long PostgreSQL's own program takes for the same rows. */
function copyByItself(folder: string) {
  const file = join(folder, 'copy.csv')
  const started = performance.now()
  execFileSync('sh', [
    '-c',
    'psql "$0" -qc "copy (select * from activities order by id) to stdout (format csv)" > "$1"',
    url,
    file,
  ])
  const seconds = (performance.now() - started) / 1000
  if (statSync(file).size === 0) throw new Error('COPY wrote nothing')
  return { seconds, megabytes: 0 }
}

function measured(format: string): { seconds: number; megabytes: number } {
  const told = execFileSync(process.execPath, [import.meta.filename, '--format', format, url, count])
  return JSON.parse(told.toString())
}

/** Writes the activities in one format and prints how long it took, with checksum and compression, and the memory. */
async function writeOne(extension: string): Promise<void> {
  const format = formats.find((each) => each.extension === extension)
  const before = formats.find((each) => each.extension === 'jsonl')
  if (!format || !before) throw new Error(`There is no format ${extension}`)
  const { db, close } = await openDatabase({ url, dataDir: '' })
  const folder = mkdtempSync(join(tmpdir(), 'medborgarloften-bench-'))
  const seconds = await db.transaction(
    async (snapshot) => {
      const copier = await openCopier(db, snapshot)
      const staging = await new FolderStore(folder).stage()
      const source = datasetSource('activities')
      const table: Table = {
        dataset: source.dataset,
        rows,
        pages: () => readSource(snapshot, source, 5000),
        copy: copier && ((form, frame) => copier.copy(source, form, frame)),
      }
      const tools = { staging, parquet: await ParquetWriter.open() }
      // Parquet is made from JSON Lines, which is not its own time.
      if (extension === 'parquet') await before.put(tools, 'activities.jsonl', table)
      const started = performance.now()
      await format.put(tools, `activities.${extension}`, table)
      const taken = (performance.now() - started) / 1000
      tools.parquet.close()
      await copier?.close()
      return taken
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
  await close()
  rmSync(folder, { recursive: true })
  process.stdout.write(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024 }))
}
