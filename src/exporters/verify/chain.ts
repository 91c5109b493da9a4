import { reasonOf } from '../../common/reason.ts'
import { sha256Of } from '../../common/sha256.ts'
import { isReleaseName, type Manifest } from '../manifest.ts'
import { type Copy, readListed } from './copy.ts'
import { type CopyFinding, fault, note } from './finding.ts'

/** Checks what a manifest says about the previous release, if that is beside it. */
export async function checkPrevious(copy: Copy, { previous }: Manifest): Promise<CopyFinding> {
  if (previous === undefined) return note('was made before releases recorded their predecessor')
  if (previous === null) return note('is the first release in its store')
  const { release, manifest_sha256: expected } = previous
  if (!isReleaseName(release))
    return fault(
      'index.json',
      `names ${release} as the previous release, which is not a valid name of a release`,
    )
  const beside = copy.beside(release)
  const manifest = await readListed(beside, 'index.json').catch((error: unknown) => reasonOf(error))
  if (typeof manifest === 'string')
    return fault('index.json', `names ${release} as the previous release, which cannot be read: ${manifest}`)
  if (manifest === null)
    return note(`follows ${release}, which is not in the same place, so that link was not checked`)
  const found = sha256Of(manifest)
  return found === expected
    ? note(`follows ${release}, whose SHA-256 is correct`)
    : fault(
        'index.json',
        `follows ${release}, but with a SHA-256 that does not match the release at ${beside.place}`,
      )
}
