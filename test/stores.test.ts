import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { removeOldest } from '../src/exporters/retention.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import type { ReleaseStore } from '../src/exporters/stores/store.ts'
import { places, type TestPlace } from './support/stores.ts'
import { contentOf, nameOf, publishTiny, readText, stageTiny, tinyManifest } from './support/tiny-releases.ts'

describe.each(places)('releases in $name', ({ make }) => {
  let place: TestPlace
  let store: ReleaseStore
  beforeEach(async () => {
    place = await make()
    store = place.open()
  })
  afterEach(() => place.close())

  const revisions = async (each = store) => (await each.manifests()).map(({ revision }) => revision)

  test('are none before there is one', async () => {
    expect(await store.manifests()).toEqual([])
    expect(await store.latest()).toBeNull()
    expect(await store.manifest(nameOf(1))).toBeNull()
    expect(await store.size(nameOf(1), 'things.csv')).toBeNull()
    await expect(readText(store, nameOf(1), 'things.csv')).rejects.toThrow()
  })

  test('appear when they are published, and not while they are being written', async () => {
    const staging = await stageTiny(store, 1)
    expect(await revisions()).toEqual([])
    expect(await store.manifest(nameOf(1))).toBeNull()
    expect(await store.publish(staging, nameOf(1))).toBe(true)
    expect(await store.manifest(nameOf(1))).toEqual(tinyManifest(1))
    expect(await store.latest()).toBeNull()
    await store.pointLatestTo(nameOf(1))
    await store.pointLatestTo(nameOf(1))
    expect(await store.latest()).toBe(nameOf(1))
    expect(await place.open().latest()).toBe(nameOf(1))
  })

  test('tell when they were published', async () => {
    expect(await store.publishedAt(nameOf(1))).toBeNull()
    const before = Math.floor(Date.now() / 1000) * 1000
    await publishTiny(store, 1)
    const published = (await store.publishedAt(nameOf(1)))?.getTime()
    expect(published).toBeGreaterThanOrEqual(before - 1000) // S3 tells seconds alone
    expect(published).toBeLessThanOrEqual(Date.now() + 1000)
    expect((await place.open().publishedAt(nameOf(1)))?.getTime()).toBe(published)
  })

  test('are read whole and in parts', async () => {
    await publishTiny(store, 1, 'id\r\nåäö\r\n')
    expect(await readText(store, nameOf(1), 'things.csv')).toBe('id\r\nåäö\r\n')
    expect(await readText(store, nameOf(1), 'things.csv', { start: 4, end: 7 })).toBe('åä')
    expect(await readText(store, nameOf(1), 'things.csv', { start: 1, end: 1 })).toBe('d')
    expect(await store.size(nameOf(1), 'things.csv')).toBe(12)
    expect(await store.size(nameOf(1), 'nothing.csv')).toBeNull()
  })

  test('are listed from the newest revision on, the tenth before the ninth', async () => {
    for (const revision of [9, 10, 2]) await publishTiny(store, revision)
    expect(await revisions()).toEqual([10, 9, 2])
    expect(await store.latest()).toBe(nameOf(2))
  })

  test('are never overwritten', async () => {
    expect(await publishTiny(store, 1)).toBe(true)
    expect(await publishTiny(place.open(), 1, 'others\r\n')).toBe(false)
    expect(await readText(place.open(), nameOf(1), 'things.csv')).toBe(contentOf(1))
    expect(await place.open().manifest(nameOf(1))).toEqual(tinyManifest(1))
  })

  test('that two write at once are one', async () => {
    const stores = [store, place.open(), place.open()]
    const staged = await Promise.all(stores.map((each) => stageTiny(each, 1)))
    const published = await Promise.all(
      stores.map((each, at) => each.publish(staged[at] ?? expect.fail(), nameOf(1))),
    )
    expect(published.filter((isNew) => isNew)).toHaveLength(1)
    expect(await revisions()).toEqual([1])
    for (const file of ['things.csv', 'others.csv'])
      expect(await readText(store, nameOf(1), file)).toBe(contentOf(1))
  })

  test('that were given up leave nothing', async () => {
    const staging = await stageTiny(store, 1)
    await staging.discard()
    expect(await revisions()).toEqual([])
    expect(await publishTiny(store, 1)).toBe(true)
  })

  test('are removed as a whole, for every store of the place', async () => {
    await publishTiny(store, 1)
    await publishTiny(store, 2)
    await store.remove(nameOf(1))
    expect(await revisions()).toEqual([2])
    expect(await store.manifest(nameOf(1))).toBeNull()
    expect(await place.open().manifest(nameOf(1))).toBeNull()
    expect(await store.size(nameOf(1), 'things.csv')).toBeNull()
    await store.remove(nameOf(1))
    expect(await revisions()).toEqual([2])
  })

  test('that are being read while they are removed are read to their end', async () => {
    const content = 'x'.repeat(3_000_000)
    await publishTiny(store, 1, content)
    let bytes = 0
    for await (const chunk of store.read(nameOf(1), 'things.csv')) {
      if (bytes === 0) await store.remove(nameOf(1))
      bytes += chunk.length
    }
    expect(bytes).toBe(content.length)
  })

  test('go when there are more than are to be kept, the oldest first, but not what latest leads to', async () => {
    const kept = place.open(2)
    for (const revision of [1, 2, 3, 4]) await publishTiny(store, revision)
    await removeOldest(store)
    expect(await revisions()).toEqual([4, 3, 2, 1])
    await removeOldest(kept)
    expect(await revisions(kept)).toEqual([4, 3])
    await store.pointLatestTo(nameOf(3))
    await removeOldest(place.open(1))
    expect(await revisions(place.open())).toEqual([4, 3])
    await store.pointLatestTo(nameOf(4))
    await removeOldest(place.open(1))
    await removeOldest(place.open(1))
    expect(await revisions(place.open())).toEqual([4])
  })

  test('are whole and of one revision for who follows latest once, while others come and go', async () => {
    await publishTiny(store, 1)
    let isOver = false
    const seen = new Set<string>()
    const reader = async () => {
      const own = place.open()
      while (!isOver) {
        const release = (await own.latest()) ?? expect.fail('latest led nowhere')
        const { revision } = (await own.manifest(release)) ?? expect.fail(`${release} was not whole`)
        for (const file of ['things.csv', 'others.csv'])
          expect(await readText(own, release, file)).toBe(contentOf(revision))
        seen.add(release)
      }
    }
    const writer = async () => {
      for (let revision = 2; revision <= 8; revision++) {
        await publishTiny(store, revision)
        await removeOldest(place.open(4))
      }
      isOver = true
    }
    await Promise.all([reader(), writer()])
    expect(seen.size).toBeGreaterThan(1)
  })
})

test('a manifest in a folder is read again once somebody has changed it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'medborgarloften-exports-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const store = new FolderStore(folder)
  await publishTiny(store, 1)
  const manifest = await store.manifest(nameOf(1))
  expect(await store.manifest(nameOf(1))).toBe(manifest)
  const index = join(folder, nameOf(1), 'index.json')
  const text = readFileSync(index, 'utf8')
  writeFileSync(index, text.slice(0, -1))
  expect(await store.manifest(nameOf(1))).toBeNull()
  writeFileSync(index, text)
  expect(await store.manifest(nameOf(1))).toEqual(manifest)
  rmSync(join(folder, nameOf(1)), { recursive: true })
  expect(await store.manifest(nameOf(1))).toBeNull()
})
