import { createHash, hash } from 'node:crypto'

/**
 * The SHA-256 of contents, in hexadecimal.
 *
 * @example sha256Of('') // 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
 */
export function sha256Of(contents: string | Uint8Array): string {
  return hash('sha256', contents, 'hex')
}

/** How many bytes a stream gives, and their SHA-256. */
export async function measured(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ bytes: number; sha256: string }> {
  const sha256 = createHash('sha256')
  let bytes = 0
  for await (const chunk of chunks) {
    sha256.update(chunk)
    bytes += chunk.length
  }
  return { bytes, sha256: sha256.digest('hex') }
}
