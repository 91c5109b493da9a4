import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenDatabase, WRITING } from '../src/database/client.ts'
import { brokenReferences } from '../src/database/references.ts'
import { datasetNames, datasets } from '../src/datasets/index.ts'
import { ReleaseRefused } from '../src/exporters/fitness.ts'
import { referencesOf } from '../src/exporters/metadata/table.ts'
import { release } from '../src/exporters/release.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { fillExportsDir } from './support/database-templates.ts'
import { bundledData, databases } from './support/databases.ts'

test.each(datasetNames)('%s promises most of the rows that it has, and no more', (name) => {
  const rows = bundledData().tables[name].length
  expect(datasets[name].leastRows, 'raise or lower leastRows').toBeLessThanOrEqual(rows)
  expect(datasets[name].leastRows, 'raise leastRows').toBeGreaterThanOrEqual(Math.floor(rows / 2))
})

describe.each(databases)('data on $name', ({ openLoaded }) => {
  let database: OpenDatabase
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'medborgarloften-fitness-'))
    database = await openLoaded()
  })
  afterAll(async () => {
    await database.close()
    rmSync(folder, { recursive: true })
  })

  /** Does something to the data, sees what is made of it, and undoes it. */
  async function having(change: string, see: (db: OpenDatabase['db']) => Promise<void>): Promise<void> {
    const undone = new Error('undone')
    const attempt = database.db.transaction(async (tx) => {
      await tx.execute(sql.raw(change))
      await see(tx)
      throw undone
    }, WRITING)
    await expect(attempt).rejects.toBe(undone)
  }

  test('as they are loaded have no reference that leads nowhere, and a constraint for each', async () => {
    expect(await brokenReferences(database.db)).toEqual([])
    const constraints = await database.db
      .select({ column: sql<string>`conrelid::regclass || '.' || attname || ' ' || confrelid::regclass` })
      .from(sql`pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]`)
      .where(sql`contype = 'f'`)
    const enforced = constraints.map(({ column }) => column)
    for (const name of datasetNames) {
      for (const { column, dataset } of referencesOf(datasets[name]))
        expect(enforced).toContain(`${name}.${column} ${dataset}`)
    }
  })

  test('cannot refer to what is not there, unless a constraint is gone; then it is found', async () => {
    const change = `update agreements set police_area_id = 'nowhere' where id in ('0685-2020', '0684-2018')`
    await expect(database.db.transaction((tx) => tx.execute(sql.raw(change)), WRITING)).rejects.toThrow()
    await having('alter table topics drop constraint topics_broader_id_topics_id_fk', async (tx) => {
      await tx.execute(
        sql`alter table agreements drop constraint agreements_police_area_id_police_areas_id_fk`,
      )
      await tx.execute(sql.raw(change))
      await tx.execute(sql`update topics set broader_id = 'none' where broader_id is not null`)
      const found = await brokenReferences(tx)
      expect(found).toEqual([
        expect.objectContaining({
          dataset: 'topics',
          column: 'broader_id',
          references: 'topics',
          example: 'none',
        }),
        {
          dataset: 'agreements',
          column: 'police_area_id',
          references: 'police_areas',
          rows: 2,
          example: 'nowhere',
        },
      ])
    })
  })

  test('that are too few, or lead nowhere, are not released; nothing is left of the attempt, and it is told', async () => {
    const store = new FolderStore(folder)
    await fillExportsDir(folder)
    const first = await store.manifests()
    const before = readdirSync(folder).sort()
    // The next revision, of which nobody knows how it came to be.
    await database.db.transaction(async (tx) => {
      await tx.execute(
        sql`insert into revisions (number, content_sha256, date) values (2, ${'e'.repeat(64)}, '2026-11-22')`,
      )
      await tx.execute(sql`alter table signatures drop constraint signatures_signatory_id_signatories_id_fk`)
      await tx.execute(sql`update signatures set signatory_id = 'nobody' where id = '0685-2020-s1'`)
      await tx.execute(sql`delete from follow_ups`)
    }, WRITING)
    const message =
      'r2-eeeeeeee is not released, and the latest release remains: follow_ups has 0 rows, fewer than the minimum of 6; 1 row of signatures refers in signatory_id to a missing row of signatories, such as nobody. Load the missing data with npm run load; if the number of rows is correct, lower leastRows of the dataset in src/datasets'
    await expect(release(database.db, store)).rejects.toThrow(new ReleaseRefused(message))
    expect(readdirSync(folder).sort()).toEqual(before)
    expect(first).toHaveLength(1)
    expect(await store.manifests()).toEqual(first)
  })
})
