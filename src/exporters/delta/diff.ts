import { compareRows } from '../../datasets/dataset.ts'
import type { FileRow, LineReader } from './lines.ts'
import type { Side } from './shape.ts'

/** One row that differs between two releases: null if a release does not have it. */
export type Difference =
  | { readonly before: null; readonly after: FileRow }
  | { readonly before: FileRow; readonly after: FileRow }
  | { readonly before: FileRow; readonly after: null }

/**
 * The rows of a dataset that differ, in the order of its key. Both releases are read once, in parallel, with a row of each
 * in memory.
 */
export async function* differences(
  from: LineReader,
  to: LineReader,
  sides: { from: Side; to: Side },
): AsyncGenerator<Difference> {
  const areAlike = haveSameColumns(sides)
  const isRekeyed = !haveSameKey(sides)
  while (from.line !== null || to.line !== null) {
    // Rows with different keys cannot be matched: all are removed, then all are added.
    if (isRekeyed || !areAlike || from.line !== to.line) {
      const [before, after] = [from.row, to.row]
      const order = !before ? 1 : !after || isRekeyed ? -1 : compareRows(sides.to, before, after)
      if (before && order < 0) {
        yield { before, after: null }
        await from.next()
        continue
      }
      if (after && order > 0) {
        yield { before: null, after }
        await to.next()
        continue
      }
      if (before && after && differingColumns(before, after).length > 0) yield { before, after }
    }
    const waiting = [from.next(), to.next()]
    for (const each of waiting) if (each) await each
  }
}

/** The columns in which two rows differ, or that only one of them has. */
export function differingColumns(before: FileRow, after: FileRow): string[] {
  const columns = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return columns.filter((column) => !isSameValue(before[column], after[column]))
}

function isSameValue(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

/** Whether the rows of a dataset have the same columns in both releases, in the same order. */
export function haveSameColumns({ from, to }: { from: Side; to: Side }): boolean {
  return namesOfColumns(from) === namesOfColumns(to)
}

/** Whether a dataset has the same key in both releases. */
export function haveSameKey({ from, to }: { from: Side; to: Side }): boolean {
  return from.key.join() === to.key.join()
}

function namesOfColumns({ columns }: Side): string {
  return columns.map(({ name }) => name).join()
}
