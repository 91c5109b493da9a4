import { createHash } from 'node:crypto'
import { text } from 'node:stream/consumers'
import type { Manifest } from '../../src/exporters/manifest.ts'
import type { Staging } from '../../src/exporters/stores/staging.ts'
import type { ReleaseStore } from '../../src/exporters/stores/store.ts'

const inBoth = { sv: 'x', en: 'y' }

/** The name of the release of a revision. */
export function nameOf(revision: number): string {
  return `r${revision}-${String(revision).padStart(8, '0')}`
}

/** What `things.csv` and `others.csv` of a release hold. */
export function contentOf(revision: number): string {
  return `id\r\n${revision}\r\n`
}

/** The manifest of a release with two small files, made up for tests. */
export function tinyManifest(revision: number, content = contentOf(revision)): Manifest {
  const file = (path: string) => ({
    path,
    dataset: null,
    media_type: 'text/csv; charset=utf-8',
    rows: 1,
    bytes: Buffer.byteLength(content),
    sha256: createHash('sha256').update(content).digest('hex'),
  })
  return {
    title: inBoth,
    release: nameOf(revision),
    revision,
    date: '2026-01-01',
    content_sha256: '0'.repeat(64),
    licence: { id: 'CC0-1.0', name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
    note: inBoth,
    counts: { agreements: {}, municipalities: {} },
    datasets: [],
    files: [file('things.csv'), file('others.csv')],
  }
}

/** Stages a release with two small files. */
export async function stageTiny(
  store: ReleaseStore,
  revision: number,
  content = contentOf(revision),
): Promise<Staging> {
  const staging = await store.stage()
  await staging.write('things.csv', [content])
  await staging.write('others.csv', [content])
  await staging.write('index.json', [JSON.stringify(tinyManifest(revision, content))])
  return staging
}

/** Publishes a release with two small files, and makes `latest` lead to it. */
export async function publishTiny(
  store: ReleaseStore,
  revision: number,
  content = contentOf(revision),
): Promise<boolean> {
  const isNew = await store.publish(await stageTiny(store, revision, content), nameOf(revision))
  await store.pointLatestTo(nameOf(revision))
  return isNew
}

/** A file of a release, or a part of it, as text. */
export async function readText(
  store: ReleaseStore,
  release: string,
  file: string,
  part?: { start: number; end: number },
): Promise<string> {
  return text(store.read(release, file, { part }))
}
