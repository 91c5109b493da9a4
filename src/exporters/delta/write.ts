import { viewNames } from '../../datasets/views/index.ts'
import { type Difference, differences, differingColumns, haveSameColumns, haveSameKey } from './diff.ts'
import type { FileRow } from './lines.ts'
import { type ComparedRelease, keyText } from './releases.ts'
import type { ChangeLine, DeltaHead, Side, Sides } from './shape.ts'
import { Withdrawn } from './withdrawn.ts'

/** A difference between two releases, as written to the delta. */
export interface DeltaChange {
  readonly sides: Sides
  readonly difference: Difference
  readonly line: ChangeLine
}

/** The first line of a delta. */
export function deltaHead(from: ComparedRelease, to: ComparedRelease): DeltaHead {
  // Removed datasets come last.
  const names = new Set([...to.sides.keys(), ...from.sides.keys()])
  return {
    delta: 1,
    from: deltaEnd(from),
    to: deltaEnd(to),
    datasets: [...names].map((dataset) => ({
      dataset,
      from: from.sides.get(dataset) ?? null,
      to: to.sides.get(dataset) ?? null,
    })),
  }
}

function deltaEnd({ head: { release, revision, date } }: ComparedRelease): DeltaHead['from'] {
  return { release, revision, date }
}

/**
 * The delta of two releases as JSON Lines: its head, then each row that differs, dataset by dataset, in the order of
 * the key. `see` is called with each of them too. Datasets with the same checksum in both are skipped.
 */
export async function* deltaOf(
  from: ComparedRelease,
  to: ComparedRelease,
  see: (change: DeltaChange) => void = () => {},
): AsyncGenerator<string> {
  const head = deltaHead(from, to)
  yield `${JSON.stringify(head)}\n`
  const withdrawn = await Withdrawn.between(from, to)
  for (const sides of head.datasets) {
    for await (const difference of differencesOf(from, to, sides)) {
      const line = deltaLine(sides, difference, withdrawn)
      see({ sides, difference, line })
      yield `${JSON.stringify(line)}\n`
    }
  }
}

async function* differencesOf(
  from: ComparedRelease,
  to: ComparedRelease,
  sides: Sides,
): AsyncGenerator<Difference> {
  const both = bothOf(sides)
  const isInBoth = sides.from !== null && sides.to !== null
  if (isInBoth && both.from.sha256 === both.to.sha256 && haveSameColumns(both) && haveSameKey(both)) return
  const lines = [await from.lines(sides.dataset), await to.lines(sides.dataset)] as const
  try {
    yield* differences(...lines, both)
  } finally {
    for (const each of lines) await each.close()
  }
}

/** A dataset in both releases. If only one has it, it has the same columns but no rows in the other. */
export function bothOf({ dataset, from, to }: Sides): { from: Side; to: Side } {
  const some = from ?? to
  if (!some) throw new Error(`${dataset} is in neither release`)
  return { from: from ?? some, to: to ?? some }
}

function deltaLine(sides: Sides, { before, after }: Difference, withdrawn: Withdrawn): ChangeLine {
  const { dataset } = sides
  if (before === null) return { dataset, change: 'added', row: after }
  const both = bothOf(sides)
  const isWithheld = withdrawn.isNamedIn(before)
  if (after === null) {
    const reason = withdrawn.reasonOf(dataset, keyText(both.from, before))
    return {
      dataset,
      change: 'removed',
      key: picked(before, both.from.key),
      row: isWithheld ? null : before,
      reason,
      ...(reason === null && { reason_unknown: unknownReason(sides) }),
      ...(isWithheld && { withheld: 'withdrawn_name' }),
    }
  }
  const columns = differingColumns(before, after)
  return {
    dataset,
    change: 'changed',
    key: picked(after, both.to.key),
    before: isWithheld ? null : picked(before, columns),
    after: picked(after, columns),
    ...(isWithheld && { withheld: 'withdrawn_name' }),
  }
}

/** Some columns of a row, if it has them. */
function picked(row: FileRow, columns: readonly string[]): FileRow {
  return Object.fromEntries(columns.flatMap((column) => (column in row ? [[column, row[column]]] : [])))
}

function unknownReason(sides: Sides) {
  if (sides.to === null) return 'dataset_removed'
  if (!haveSameKey(bothOf(sides))) return 'key_changed'
  return viewNames.some((name) => name === sides.dataset) ? 'combined' : 'no_tombstone'
}
