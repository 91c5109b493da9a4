import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenDatabase, WRITING } from '../src/database/client.ts'
import { load } from '../src/database/load.ts'
import { openDatabase } from '../src/database/open.ts'
import { derivedState } from '../src/database/tables/search.ts'
import { watchLoads } from '../src/jobs/load-watch.ts'
import { bundledData, copyOf, databases, newServerDatabase } from './support/databases.ts'

/** The bundled data with the words of one promise changed. */
function reworded(words: string) {
  const data = copyOf(bundledData())
  const [promise] = data.tables.promises
  if (!promise) throw new Error('the bundled data lack a promise')
  promise.text = words
  return data
}

/** Counts what it is told by a watch. */
async function ear(database: OpenDatabase) {
  let told = 0
  let heard = () => {}
  const drop = () => {
    told += 1
    heard()
  }
  const stop = await watchLoads(database, { drop, look: async () => {} }, { error() {} })
  told = 0 // a new listener on a server is notified once
  return {
    told: () => told,
    stop,
    async hears(news: () => Promise<unknown>) {
      told = 0
      const hearing = new Promise<void>((resolve) => {
        heard = resolve
      })
      await news()
      await hearing
    },
  }
}

describe.each(databases)('on $name, a server', ({ openLoaded }) => {
  let database: OpenDatabase
  beforeAll(async () => {
    database = await openLoaded()
  })
  afterAll(() => database.close())

  test('is told of a load that changes anything, and of nothing else', async () => {
    const { hears, told, stop } = await ear(database)
    await hears(() => load(database.db, reworded('Ord.')))
    await hears(async () => {
      await load(database.db, reworded('Ord.'))
      const failing = copyOf(bundledData())
      failing.tables.follow_ups = []
      await expect(load(database.db, failing)).rejects.toThrow(/is gone from follow_ups/)
      // Messages come in order: had those two told anything, it would have been counted before this.
      await load(database.db, bundledData())
    })
    expect(told()).toBe(1)
    await stop()
  })

  test('is told where only what is derived was written anew', async () => {
    const { hears, stop } = await ear(database)
    await hears(async () => {
      await database.db.transaction((tx) => tx.delete(derivedState), WRITING)
      expect(await load(database.db, bundledData())).toMatchObject({ isNew: false })
    })
    await stop()
  })

  test('hears nothing once it has stopped', async () => {
    const [one, other] = [await ear(database), await ear(database)]
    await one.stop()
    await other.hears(() => load(database.db, reworded('Andra ord.')))
    expect(one.told()).toBe(0)
    await other.stop()
  })
})

test('a server on PostgreSQL hears of loads after its connection was lost, again and again', async () => {
  const { url, drop } = await newServerDatabase('records')
  const [one, other] = [await openDatabase({ url, dataDir: '' }), await openDatabase({ url, dataDir: '' })]
  const { hears, stop } = await ear(one)
  for (const words of ['Ett.', 'Två.']) {
    const killed = await other.statements.rows(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'medborgarloften listening'`,
      [],
    )
    expect([...killed]).toEqual([[true]])
    await hears(() => load(other.db, reworded(words)))
    await hears(() => load(other.db, reworded(`${words} Igen.`)))
  }
  await stop()
  await one.close()
  await other.close()
  await drop()
})
