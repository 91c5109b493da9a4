import { name } from '../datasets/publication.ts'
import { bundles } from '../exporters/formats.ts'
import type { Manifest } from '../exporters/manifest.ts'

/**
 * Content-Disposition of a file of a release: the name under which it is saved, which tells data set and release
 * (`medborgarloften-activities-r1-60e0c67c.csv`). Data are saved at once; what is read about them is shown.
 */
export function dispositionOf({ release, files }: Manifest, file: string): string {
  const [, stem = file, endings = ''] = /^([^.]*)(\..*)$/.exec(file) ?? []
  const saved = stem === name ? `${name}-${release}` : `${name}-${stem}-${release}`
  const isData =
    bundles.some((bundle) => file.startsWith(bundle.file)) ||
    files.some(({ path, dataset }) => path === file && dataset !== null)
  return `${isData ? 'attachment' : 'inline'}; filename="${saved}${endings}"`
}
