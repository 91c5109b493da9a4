import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compressionOf } from '../../src/exporters/compressions.ts'
import type { Manifest } from '../../src/exporters/manifest.ts'

/** A file of a made-up release: its bytes, and what the manifest says about it if that differs. */
export interface MadeFile {
  readonly bytes: Buffer
  readonly listed?: Partial<Manifest['files'][number]>
}

/** Writes a made-up release of some files into a folder, as a release lies there. */
export function makeRelease(
  folder: string,
  release: string,
  files: { readonly [path: string]: MadeFile },
): void {
  const text = { sv: 'Påhittad', en: 'Made up' }
  const manifest: Manifest = {
    title: text,
    release,
    revision: Number(/\d+/.exec(release)?.[0]),
    date: '2026-11-21',
    content_sha256: '0'.repeat(64),
    licence: { id: 'CC0-1.0', name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
    note: text,
    counts: { agreements: {}, municipalities: {} },
    datasets: [{ name: 'activities', title: text, description: text, rows: 1 }],
    files: Object.entries(files).map(([path, { bytes, listed }]) => ({
      path,
      dataset: path.split('.')[0] ?? null,
      media_type: compressionOf(path)?.by.mediaType ?? 'text/csv; charset=utf-8; header=present',
      rows: 1,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      ...listed,
    })),
  }
  const at = join(folder, release)
  mkdirSync(at, { recursive: true })
  for (const [path, { bytes }] of Object.entries(files)) writeFileSync(join(at, path), bytes)
  writeFileSync(join(at, 'index.json'), JSON.stringify(manifest))
  writeFileSync(join(at, 'SHA256SUMS'), '')
}
