import { createHash } from 'node:crypto'
import type { Manifest } from './manifest.ts'
import type { ReleaseStore } from './stores/store.ts'

/** What a manifest says of the release before it. */
export type Previous = NonNullable<Manifest['previous']>

/**
 * The release before a revision, with the SHA-256 of its `index.json`: the newest one of an earlier revision that is
 * kept. Null where there is none, since the store is new.
 */
export async function previousRelease(store: ReleaseStore, revision: number): Promise<Previous | null> {
  const earlier = (await store.manifests()).find((manifest) => manifest.revision < revision)
  if (!earlier) return null
  const hash = createHash('sha256')
  for await (const chunk of store.read(earlier.release, 'index.json')) hash.update(chunk)
  return { release: earlier.release, manifest_sha256: hash.digest('hex') }
}
