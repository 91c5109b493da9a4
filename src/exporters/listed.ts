import { compressionOf } from './compressions.ts'
import type { ReleasedFile, Written } from './manifest.ts'
import type { ReleasedTable } from './released-table.ts'

/** A file and its compressed copies as entries of the manifest. */
export function listed(
  written: readonly Written[],
  mediaType: string,
  table: ReleasedTable | null,
): ReleasedFile[] {
  return written.map(({ path, bytes, sha256 }, at) => ({
    path,
    dataset: table?.dataset.name ?? null,
    media_type: (at === 0 ? null : compressionOf(path)?.by.mediaType) ?? mediaType,
    rows: table?.rows ?? null,
    bytes,
    sha256,
  }))
}
