// Writes the activities of a database in one format, and prints what it took: node write.ts FORMAT URL ROWS.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCopier } from '../../src/database/copy.ts'
import { openDatabase } from '../../src/database/open.ts'
import { datasetSource, readSource } from '../../src/database/rows.ts'
import { formats } from '../../src/exporters/formats.ts'
import { ParquetWriter } from '../../src/exporters/parquet.ts'
import type { ReleasedTable } from '../../src/exporters/released-table.ts'
import { FolderStore } from '../../src/exporters/stores/folder-store.ts'

/** What it took to write a file. */
export interface Writing {
  readonly seconds: number
  /** Of the file and its compressed copy. */
  readonly bytes: number
  /** The memory of the process before the first row was read, and the most that it held at any time. */
  readonly heldBytes: number
  readonly peakBytes: number
}

const [extension, url = '', rows] = process.argv.slice(2)
const format = formats.find((each) => each.extension === extension)
const before = formats.find((each) => each.extension === 'jsonl')
if (!format || !before) throw new Error(`There is no format ${extension}`)

const folder = mkdtempSync(join(tmpdir(), 'medborgarloften-writers-'))
const { db, close } = await openDatabase({ url, dataDir: '' })
const writing = await db.transaction(
  async (snapshot): Promise<Writing> => {
    const copier = await openCopier(db, snapshot)
    const staging = await new FolderStore(folder).stage()
    const source = datasetSource('activities')
    const table: ReleasedTable = {
      dataset: source.dataset,
      rows: Number(rows),
      pages: () => readSource(snapshot, source, 5000),
      copy: copier && ((form, frame) => copier.copy(source, form, frame)),
    }
    const tools = { staging, parquet: new ParquetWriter() }
    if (format.extension === 'parquet') await before.put(tools, 'activities.jsonl', table)
    const heldBytes = process.memoryUsage.rss()
    const started = performance.now()
    const files = await format.put(tools, `activities.${format.extension}`, table)
    const seconds = (performance.now() - started) / 1000
    await tools.parquet.close()
    await copier?.close()
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    return { seconds, bytes, heldBytes, peakBytes: process.resourceUsage().maxRSS * 1024 }
  },
  { isolationLevel: 'repeatable read', accessMode: 'read only' },
)
await close()
rmSync(folder, { recursive: true })
process.stdout.write(JSON.stringify(writing))
