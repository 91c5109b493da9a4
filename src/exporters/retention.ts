import type { ReleaseStore } from './stores/store.ts'

/**
 * Removes the oldest releases beyond the number that the store keeps, but never the newest, nor the one that `latest` leads
 * to.
 */
export async function removeOldest(store: ReleaseStore): Promise<void> {
  if (store.kept === 0) return
  const latest = await store.latest()
  const beyond = (await store.manifests()).slice(store.kept).reverse()
  for (const { release } of beyond) if (release !== latest) await store.remove(release)
}
