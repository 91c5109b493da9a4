import { type Unzipped, unzipSync } from 'fflate'
import { Unreadable } from '../../unreadable.ts'

/** The largest total size of the text parts of a DOCX, uncompressed. A small archive can expand to any size. */
const UNPACKED_BYTES_MAX = 50 * 1024 * 1024

/** How many parts a DOCX may have, pictures included. */
export const PARTS_MAX = 5_000

/** The parts of a DOCX that contain text, and the links between them. Pictures and fonts are not extracted. */
const WITH_WORDS = /\.(?:xml|rels|x?html?|txt)$/i

/**
 * Unpacks a DOCX.
 *
 * @throws {Unreadable} when the archive is damaged, is not a DOCX, or is too large when unpacked.
 */
export function unpackDocx(bytes: Uint8Array): Unzipped {
  let [parts, unpacked] = [0, 0]
  let files: Unzipped
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (++parts > PARTS_MAX) throw new Unreadable(tooLargeDocx(`more than ${PARTS_MAX} parts`))
        if (!WITH_WORDS.test(name)) return false
        unpacked += originalSize
        if (unpacked > UNPACKED_BYTES_MAX)
          throw new Unreadable(tooLargeDocx(`more than ${UNPACKED_BYTES_MAX / 1024 / 1024} MB when unpacked`))
        return true
      },
    })
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause
    throw new Unreadable('The archive is damaged; download or save it again.', { cause })
  }
  if (!files['[Content_Types].xml'] || !Object.keys(files).some((name) => name.startsWith('word/')))
    throw new Unreadable('This archive is not a DOCX; unpack it, or save the document as DOCX, PDF or text.')
  return files
}

function tooLargeDocx(what: string): string {
  return `The DOCX has ${what}; save its text as a .txt file.`
}
