import { jsonlPath } from './delta/releases.ts'
import type { Manifest, ReleasedFile, ReleaseHead } from './manifest.ts'

type Dated = ReleaseHead['datasets'][number]

/**
 * The datasets of a release with the days on which each was first released and last changed: those of the previous release,
 * as long as the rows are the same.
 */
export function datedDatasets(
  { date, datasets }: ReleaseHead,
  files: readonly ReleasedFile[],
  before: Manifest | null,
): Dated[] {
  return datasets.map((dataset) => {
    const old = before?.datasets.find(({ name }) => name === dataset.name)
    if (!before || !old) return { ...dataset, issued: date, modified: date }
    const rowsIn = (each: readonly ReleasedFile[]) =>
      each.find(({ path }) => path === jsonlPath(dataset.name))?.sha256
    const isSame = rowsIn(files) === rowsIn(before.files)
    // Older releases state only the day of their data.
    const { issued = before.date, modified = before.date } = old
    return { ...dataset, issued, modified: isSame ? modified : date }
  })
}
