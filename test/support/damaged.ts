import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Manifest, parseManifest } from '../../src/exporters/manifest.ts'

/** Turns one bit of a file. */
export function damageByte(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

/** Rewrites a release by a changed manifest, with matching checksums, as anybody without the key could. */
export function rewriteRelease(folder: string, change: (manifest: Manifest) => void): void {
  const manifest = parseManifest(readFileSync(join(folder, 'index.json'), 'utf8'))
  change(manifest)
  writeFileSync(join(folder, 'index.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  for (const file of ['index.json.sig', 'public-key.pem']) rmSync(join(folder, file), { force: true })
  const lists = [{ path: 'index.json', sha256: sha256Of(join(folder, 'index.json')) }]
  const lines = [...manifest.files, ...lists].map(({ path, sha256 }) => `${sha256}  ${path}\n`)
  writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''))
}

/** What a manifest says of a file as it is now. */
export function asItIs(folder: string, path: string): { bytes: number; sha256: string } {
  const file = join(folder, path)
  if (!existsSync(file)) throw new Error(`There is no ${file}`)
  return { bytes: readFileSync(file).length, sha256: sha256Of(file) }
}

function sha256Of(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
