import { quoted } from '../../common/quoted.ts'
import { type CopyFinding, fault } from './finding.ts'

const LINE = /^([0-9a-f]{64}) [ *](.+)$/
const SUMS = 'SHA256SUMS'

/** The differences between `SHA256SUMS` and the checksums of the files. */
export function faultsOfSums(text: string, expected: ReadonlyMap<string, string>): CopyFinding[] {
  const found: CopyFinding[] = []
  const named = new Set<string>()
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const [, sha256 = '', file = ''] = LINE.exec(line) ?? []
    if (file === '') found.push(fault(SUMS, `has a line that sha256sum cannot read: ${quoted(line)}`))
    else if (named.has(file)) found.push(fault(SUMS, `lists ${file} twice`))
    else if (!expected.has(file)) found.push(fault(SUMS, `lists ${file}, which is not a file of the release`))
    else if (expected.get(file) !== sha256) found.push(fault(SUMS, `has the wrong SHA-256 for ${file}`))
    named.add(file)
  }
  for (const file of expected.keys()) {
    if (!named.has(file)) found.push(fault(SUMS, `does not list ${file}`))
  }
  return found
}
