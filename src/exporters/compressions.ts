import type { Duplex } from 'node:stream'
import { createGunzip, createZstdDecompress } from 'node:zlib'

/** A way in which large files are compressed. */
export interface Compression {
  /** The ending after the name of the file. */
  readonly extension: string
  readonly mediaType: string
  /** Its name in HTTP (RFC 9110, 8.4.1). */
  readonly coding: string
  /** The function that unpacks it. */
  readonly unpacker: () => Duplex
}

/** The ways in which large files are compressed, the best first. */
export const compressions = [
  { extension: 'zst', mediaType: 'application/zstd', coding: 'zstd', unpacker: createZstdDecompress },
  { extension: 'gz', mediaType: 'application/gzip', coding: 'gzip', unpacker: createGunzip },
] as const satisfies readonly Compression[]

/** How a file is compressed, by its name, and the name of the file that it was made from; null if it is not compressed. */
export function compressionOf(path: string): { readonly original: string; readonly by: Compression } | null {
  const by = compressions.find(({ extension }) => path.endsWith(`.${extension}`))
  return by ? { original: path.slice(0, -by.extension.length - 1), by } : null
}

/** The file of which another one is a compressed copy, or null if it is not one. */
export function copyOf<F extends { readonly path: string }>(path: string, files: readonly F[]): F | null {
  const compressed = compressionOf(path)
  return (compressed && files.find((file) => file.path === compressed.original)) ?? null
}
