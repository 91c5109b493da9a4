import type { Reader } from '../database/client.ts'
import { brokenReferences } from '../database/references.ts'
import type { ReleasedTable } from './released-table.ts'

/** The data are not fit to be released; the message says why, and what to do. */
export class ReleaseRefused extends Error {
  override readonly name = 'ReleaseRefused'
}

/**
 * Throws `ReleaseRefused` where there are drafts that nobody has reviewed, a dataset has fewer rows than it promises, or
 * a reference leads nowhere.
 */
export async function refuseUnfit(
  snapshot: Reader,
  release: string,
  tables: readonly ReleasedTable[],
  drafts: number,
): Promise<void> {
  if (drafts > 0) {
    // A release is for ever; what is in a draft may be wrong, and its ids may go.
    const what = drafts === 1 ? '1 agreement is a draft' : `${drafts} agreements are drafts`
    throw new ReleaseRefused(
      `${release} is not released, and the last release stays: ${what} that nobody has reviewed. Load without --drafts by npm run load, then release again`,
    )
  }
  const reasons = tables
    .filter(({ dataset, rows }) => rows < dataset.leastRows)
    .map(
      ({ dataset, rows }) =>
        `${dataset.name} has ${rows} of the ${dataset.leastRows} rows that it promises at least`,
    )
  for (const { dataset, column, references, rows, example } of await brokenReferences(snapshot)) {
    const what = rows === 1 ? `1 row of ${dataset} leads` : `${rows} rows of ${dataset} lead`
    reasons.push(`${what} by ${column} to no row of ${references}, such as ${example}`)
  }
  if (reasons.length === 0) return
  throw new ReleaseRefused(
    `${release} is not released, and the last release stays: ${reasons.join('; ')}. Load the data that are missing by npm run load; where so few rows are right, lower leastRows of the dataset in src/datasets`,
  )
}
