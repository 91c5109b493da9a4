import type { Manifest } from './manifest.ts'
import { ExportsUnavailable, type ReleaseStore } from './stores/store.ts'

/** Throws if a file of a release is missing or cut. Their bytes are for `sha256sum -c` to compare. */
export async function checkWhole(store: ReleaseStore, { release: name, files }: Manifest): Promise<void> {
  for (const { path, bytes } of files) {
    const size = await store.size(name, path)
    if (size === bytes) continue
    throw new ExportsUnavailable(
      `${store.place}/${name} is damaged: ${path} ${size === null ? 'is missing' : 'has the wrong size'}. Restore it, or remove the release`,
    )
  }
}
