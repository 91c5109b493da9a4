import type { Manifest } from './manifest.ts'
import { ExportsUnavailable, type ReleaseStore } from './stores/store.ts'

/**
 * Checks that every file of a release exists with the right size. It does not compare bytes, as `sha256sum -c` does.
 *
 * @throws {ExportsUnavailable} when a file is missing or has another size.
 */
export async function checkWhole(store: ReleaseStore, { release: name, files }: Manifest): Promise<void> {
  for (const { path, bytes } of files) {
    const size = await store.size(name, path)
    if (size === bytes) continue
    throw new ExportsUnavailable(
      `${store.place}/${name} is damaged: ${path} ${size === null ? 'is missing' : 'has the wrong size'}. Restore it, or remove the release`,
    )
  }
}
