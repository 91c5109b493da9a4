import type { Setting } from '../site/page-kind.ts'
import type { DrawnFrom } from './sheet.ts'

/** The source of the data of a page: the release of their revision, if there is one. */
export function originOf({ releases, revision }: Pick<Setting, 'releases' | 'revision'>): DrawnFrom {
  const release = releases.find((each) => each.revision === revision?.number)
  return { release: release?.release ?? null, date: revision?.date ?? null }
}
