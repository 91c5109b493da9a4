import { name } from '../datasets/publication.ts'
import { copyOf } from './compressions.ts'
import type { ReleasedFile } from './manifest.ts'
import { isPacked } from './stored.ts'
import { type ZipPart, zipOf } from './zip.ts'

/** The file that contains the other files of a release. */
export const ARCHIVE = `${name}.zip`

/** An archive cannot have more bytes or files: it does not use ZIP64, so that every program can open it. */
export const ARCHIVE_LIMITS = { bytes: 0xffff_ffff, files: 0xffff } as const

/** The lines that `sha256sum -c` reads. */
export function checksumLines(files: readonly Pick<ReleasedFile, 'path' | 'sha256'>[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')
}

/**
 * The files of a release in one archive, in a folder with the name of the release, with their checksums. Compressed copies
 * are left out, and `index.json`, which lists the archive itself. Null if there is not enough room.
 */
export function archiveOf(
  release: string,
  all: readonly ReleasedFile[],
  read: (path: string) => AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> | null {
  const files = all.filter(({ path }) => !copyOf(path, all))
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  if (bytes > ARCHIVE_LIMITS.bytes || files.length >= ARCHIVE_LIMITS.files) return null
  const folder = `${name}-${release}`
  const parts = files.map(
    ({ path }): ZipPart => ({
      name: `${folder}/${path}`,
      contents: lazily(() => read(path)),
      isPacked: isPacked(path),
    }),
  )
  return zipOf([...parts, { name: `${folder}/SHA256SUMS`, contents: [checksumLines(files)] }])
}

/** Opened when it is read, so that of hundreds of files only one at a time is open. */
async function* lazily(open: () => AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* open()
}
