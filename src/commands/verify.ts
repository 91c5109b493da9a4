import type { KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { WrongUsage } from '../config.ts'
import { isAddress, verifyPlace } from '../exporters/verify/place.ts'
import { reportLines } from '../exporters/verify/report.ts'
import { readPublicKeys } from '../exporters/verify/signed.ts'
import { quoted } from '../quoted.ts'
import type { Command } from './command.ts'

/** A copy is not what was released; what is wrong has been told. */
export class NotWhole extends Error {
  override readonly name = 'NotWhole'
}

export const verify: Command = {
  summary: 'Check that a copy of a release is whole.',
  usage: 'verify -- PLACE [--key FILE]',
  details: `PLACE is the folder of a release, or one that holds several, such as EXPORTS_DIR; or the address of either. Every
file is there with its size, SHA-256 and rows, compressed copies unpack to their originals, SHA256SUMS agrees, no
other file is there, the signature is right, and the release before it is the one that it names, where that one
is beside it. Needs no database, and for a folder no network. Ends with 0 if all is whole, with 1 if not.`,
  mostPositionals: 1,
  options: {
    key: {
      value: 'FILE',
      description: 'The public key that you trust, as PEM; after a change of key, all of them.',
    },
  },
  async run({ positionals, options, progress, result }) {
    const [place] = positionals
    if (place === undefined) throw new WrongUsage(`say which folder or address; use npm run ${verify.usage}`)
    if (isAddress(place) ? !URL.canParse(place) : /^[a-z][a-z0-9+.-]*:\/\//i.test(place))
      throw new WrongUsage(`${quoted(place)}: write a folder, or an address by http or https`)
    const trusted = options.key === undefined ? [] : readKeys(options.key)
    const checked = await verifyPlace(place, { trusted, progress })
    const isWhole = checked.every((each) => each.isWhole)
    result(reportLines(checked).join('\n'), { isWhole, releases: checked })
    if (!isWhole) {
      const faults = checked.flatMap(({ findings }) => findings.filter(({ kind }) => kind === 'fault'))
      throw new NotWhole(`Not whole: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`)
    }
  },
}

function readKeys(file: string): KeyObject[] {
  let pem: string
  try {
    pem = readFileSync(file, 'utf8')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new WrongUsage(`--key: ${reason}; write the path of a public key as PEM, such as public-key.pem`)
  }
  const keys = readPublicKeys(pem)
  if (!keys)
    throw new WrongUsage(
      `--key ${file}: write the path of an Ed25519 public key as PEM, such as public-key.pem`,
    )
  return keys
}
