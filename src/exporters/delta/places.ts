import { agreementMunicipalities } from '../../datasets/agreement-municipalities.ts'
import { municipalities } from '../../datasets/municipalities.ts'
import { type ComparedRelease, rowsOf } from './releases.ts'

/**
 * The municipalities of agreements, by name. Only joint agreements are in memory; the id of the others gives the
 * municipality.
 */
export class Places {
  readonly #names: ReadonlyMap<string, string>
  readonly #joint: ReadonlyMap<string, readonly string[]>

  private constructor(names: ReadonlyMap<string, string>, joint: ReadonlyMap<string, readonly string[]>) {
    this.#names = names
    this.#joint = joint
  }

  /** The places of both releases; the newer one decides for those in both. */
  static async of(from: ComparedRelease, to: ComparedRelease): Promise<Places> {
    const names = new Map<string, string>()
    const joint = new Map<string, string[]>()
    for (const release of [from, to]) {
      for await (const row of rowsOf(release, municipalities.name))
        names.set(String(row.code), String(row.name))
      let [agreement, codes]: [string, string[]] = ['', []]
      for await (const row of rowsOf(release, agreementMunicipalities.name)) {
        if (row.agreement_id !== agreement) [agreement, codes] = [String(row.agreement_id), []]
        codes.push(String(row.municipality_code))
        if (codes.length > 1) joint.set(agreement, codes)
      }
    }
    return new Places(names, joint)
  }

  /** The municipalities of an agreement, as in "Habo, Mullsjö". */
  nameOf(agreementId: string): string {
    // An id begins with the code of the municipality (src/datasets/agreements.ts).
    const codes = this.#joint.get(agreementId) ?? [agreementId.split('-')[0] ?? '']
    return codes.map((code) => this.#names.get(code) ?? code).join(', ')
  }
}
