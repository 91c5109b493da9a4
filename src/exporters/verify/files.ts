import { reasonOf } from '../../common/reason.ts'
import { type Compression, compressionOf, copyOf } from '../compressions.ts'
import type { ReleasedFile } from '../manifest.ts'
import type { ContentCheck } from './content.ts'
import type { Copy } from './copy.ts'
import { examine, examineCompressed, type Seen, TooLong } from './examine.ts'
import { type CopyFinding, fault } from './finding.ts'

/** The faults of a file that a manifest lists. */
export async function faultsOfFile(
  copy: Copy,
  file: ReleasedFile,
  files: readonly ReleasedFile[],
  content: ContentCheck | null,
): Promise<CopyFinding[]> {
  const { path, bytes } = file
  const compressed = compressionOf(path)
  const original = copyOf(path, files)
  if (compressed && !original)
    return [fault(path, 'is a compressed copy of a file that is not listed in index.json')]
  try {
    const chunks = await copy.open(path, bytes)
    if (!chunks) return [fault(path, 'is missing')]
    return compressed && original
      ? await faultsOfCompressed(chunks, file, original, compressed.by)
      : await faultsOfPlain(chunks, file, content?.follow(path) ?? null)
  } catch (error) {
    return [fault(path, error instanceof TooLong ? error.message : `cannot be read: ${reasonOf(error)}`)]
  }
}

async function faultsOfPlain(
  chunks: AsyncIterable<Uint8Array>,
  file: ReleasedFile,
  follow: ((chunk: Uint8Array) => void) | null,
): Promise<CopyFinding[]> {
  const seen = await examine(chunks, file.path, file.bytes, follow)
  const found = differences(file, seen)
  // If the bytes differ, the rows may differ too, so only the former is reported.
  if (found.length === 0 && file.rows !== null && seen.rows !== null && seen.rows !== file.rows)
    found.push(fault(file.path, `has ${seen.rows} rows, but index.json says ${file.rows}`))
  return found
}

async function faultsOfCompressed(
  chunks: AsyncIterable<Uint8Array>,
  file: ReleasedFile,
  original: ReleasedFile,
  by: Compression,
): Promise<CopyFinding[]> {
  const { path, bytes } = file
  const { own, unpacked } = await examineCompressed(chunks, by, { bytes, unpacked: original.bytes })
  const found = own ? differences(file, own) : []
  if (found.length > 0) return found
  if (unpacked instanceof Error)
    return [fault(path, `does not unpack to ${original.path}: ${unpacked.message}`)]
  return unpacked.sha256 === original.sha256
    ? []
    : [fault(path, `does not unpack to the same bytes as ${original.path}`)]
}

function differences({ path, bytes, sha256 }: ReleasedFile, seen: Seen): CopyFinding[] {
  if (seen.bytes !== bytes) return [fault(path, `has ${seen.bytes} bytes, but index.json says ${bytes}`)]
  return seen.sha256 === sha256 ? [] : [fault(path, 'has a SHA-256 that does not match index.json')]
}
