import type { Reader } from '../database/client.ts'
import { brokenReferences } from '../database/references.ts'
import type { ReleasedTable } from './released-table.ts'

/** Thrown when the data are not fit to be released; the message says why, and what to do. */
export class ReleaseRefused extends Error {
  override readonly name = 'ReleaseRefused'
}

/**
 * Refuses to release data that are not fit for it.
 *
 * @throws {ReleaseRefused} when there are unreviewed drafts, datasets with too `few` rows, or references to rows that
 * do not exist.
 */
export async function refuseUnfit(
  snapshot: Reader,
  release: string,
  few: readonly ReleasedTable[],
  drafts: number,
): Promise<void> {
  if (drafts > 0) {
    // A release is permanent; values of a draft may be wrong, and its ids may disappear.
    const what =
      drafts === 1 ? '1 agreement is an unreviewed draft' : `${drafts} agreements are unreviewed drafts`
    throw new ReleaseRefused(
      `${release} is not released, and the latest release remains: ${what}. Run npm run load without --drafts, then release again`,
    )
  }
  const reasons = few.map(
    ({ dataset, rows }) => `${dataset.name} has ${rows} rows, fewer than the minimum of ${dataset.leastRows}`,
  )
  for (const { dataset, column, references, rows, example } of await brokenReferences(snapshot)) {
    const what = rows === 1 ? `1 row of ${dataset} refers` : `${rows} rows of ${dataset} refer`
    reasons.push(`${what} in ${column} to a missing row of ${references}, such as ${example}`)
  }
  if (reasons.length === 0) return
  throw new ReleaseRefused(
    `${release} is not released, and the latest release remains: ${reasons.join('; ')}. Load the missing data with npm run load; if the number of rows is correct, lower leastRows of the dataset in src/datasets`,
  )
}
