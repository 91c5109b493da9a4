import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { expect } from 'vitest'
import type { ReleaseStore } from '../../src/exporters/stores/store.ts'

/** The releases that a store shows, the newest first, after a look at every byte of them: each must be whole. */
export async function wholeReleases(store: ReleaseStore): Promise<string[]> {
  const manifests = await store.manifests()
  for (const { release, files } of manifests) {
    for (const { path, sha256 } of files) {
      const bytes = await buffer(store.read(release, path))
      expect(createHash('sha256').update(bytes).digest('hex'), `${release}/${path}`).toBe(sha256)
    }
  }
  return manifests.map(({ release }) => release)
}
