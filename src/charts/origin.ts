import type { Setting } from '../site/page-kind.ts'
import type { DrawnFrom } from './sheet.ts'

/** Where the data of a page are from: the release of their revision, if it has been made. */
export function originOf({ releases, revision }: Pick<Setting, 'releases' | 'revision'>): DrawnFrom {
  const release = releases.find((each) => each.revision === revision?.number)
  return { release: release?.release ?? null, date: revision?.date ?? null }
}
