import type { KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { quoted } from '../common/quoted.ts'
import { reasonOf } from '../common/reason.ts'
import { WrongUsage } from '../config.ts'
import { isAddress, verifyPlace } from '../exporters/verify/place.ts'
import { reportLines } from '../exporters/verify/report.ts'
import { readPublicKeys } from '../exporters/verify/signed.ts'
import type { Command } from './command.ts'

/** A copy is not what was released; what is wrong has been told. */
export class NotWhole extends Error {
  override readonly name = 'NotWhole'
}

export const verify: Command = {
  summary: 'Check that a copy of a release is complete and unchanged.',
  usage: 'verify -- PLACE [--key FILE]',
  details: `PLACE is the folder of a release, or of several, such as EXPORTS_DIR; or the address of either. Checks that every file
exists with the right size, SHA-256 and number of rows, that compressed copies unpack to their originals, that
SHA256SUMS agrees, that there are no other files, that the signature is valid, and that the previous release, if it is
there, is the one named. Needs no database, and for a folder no network. Exits with 0 if everything is intact,
otherwise with 1.`,
  mostPositionals: 1,
  options: {
    key: {
      value: 'FILE',
      description: 'The public key that you trust, as PEM; after a change of key, all keys in one file.',
    },
  },
  async run({ positionals, options, progress, result }) {
    const [place] = positionals
    if (place === undefined) throw new WrongUsage(`no folder or address given; use npm run ${verify.usage}`)
    if (isAddress(place) ? !URL.canParse(place) : /^[a-z][a-z0-9+.-]*:\/\//i.test(place))
      throw new WrongUsage(`${quoted(place)} is not supported; give a folder, or an http or https address`)
    const trusted = options.key === undefined ? [] : readKeys(options.key)
    const checked = await verifyPlace(place, { trusted, progress })
    const isWhole = checked.every((each) => each.isWhole)
    result(reportLines(checked).join('\n'), { isWhole, releases: checked })
    if (!isWhole) {
      const faults = checked.flatMap(({ findings }) => findings.filter(({ kind }) => kind === 'fault'))
      throw new NotWhole(`Not intact: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`)
    }
  },
}

function readKeys(file: string): KeyObject[] {
  let pem: string
  try {
    pem = readFileSync(file, 'utf8')
  } catch (error) {
    const reason = reasonOf(error)
    throw new WrongUsage(`--key: ${reason}; give the path of a public key as PEM, such as public-key.pem`)
  }
  const keys = readPublicKeys(pem)
  if (!keys)
    throw new WrongUsage(
      `--key ${file}: not a valid Ed25519 public key; give the path of one as PEM, such as public-key.pem`,
    )
  return keys
}
