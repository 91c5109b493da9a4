import { measured } from '../common/sha256.ts'
import type { Manifest, ReleaseHead } from './manifest.ts'
import type { ReleaseStore } from './stores/store.ts'

/** The release before a revision: the newest one in the store with an earlier revision. Null if there is none. */
export async function releaseBefore(store: ReleaseStore, revision: number): Promise<Manifest | null> {
  return (await store.manifests()).find((manifest) => manifest.revision < revision) ?? null
}

/** The part of a manifest about the previous release, with the SHA-256 of its `index.json`. */
export async function previousOf(
  store: ReleaseStore,
  before: Manifest | null,
): Promise<ReleaseHead['previous']> {
  if (!before) return null
  const { sha256 } = await measured(store.read(before.release, 'index.json'))
  return { release: before.release, manifest_sha256: sha256 }
}
