import { quoted, shortened } from '../../common/quoted.ts'
import { measured } from '../../common/sha256.ts'
import { compareRows } from '../../datasets/dataset.ts'
import { inChunks } from '../chunks.ts'
import { haveSameColumns, haveSameKey } from './diff.ts'
import { checked, type FileRow, LineReader } from './lines.ts'
import { jsonlPath } from './releases.ts'
import {
  type ChangeLine,
  type DeltaHead,
  DeltaRefused,
  readChange,
  readHead,
  type Side,
  type Sides,
} from './shape.ts'
import { bothOf } from './write.ts'

/** Applying a delta leads from a release to the next one, and reverting it leads back. */
export type DeltaDirection = 'apply' | 'revert'

/** The dataset files of the release that a delta is used on, and where to write those of the other. */
interface DeltaFiles {
  /** The bytes of a file of JSON Lines, not compressed. */
  read(path: string): AsyncIterable<Uint8Array>
  /** Writes the bytes of a file, which is kept only if it matches the delta. */
  write(path: string, contents: AsyncIterable<Uint8Array>): Promise<void>
}

/**
 * Makes the dataset files of the release that a delta leads to, byte for byte, from those of the release that it starts
 * from, or the other way round.
 *
 * @throws {DeltaRefused} when the files are those of another release, or the delta is damaged.
 */
export async function useDelta(
  direction: DeltaDirection,
  delta: AsyncIterable<Uint8Array>,
  { read, write }: DeltaFiles,
): Promise<{ base: string; made: string; datasets: number }> {
  const changes = await LineReader.of(delta)
  try {
    const given = readHead(changes.line)
    const head = direction === 'apply' ? given : reversedHead(given)
    for (const { dataset, from } of head.datasets) {
      if (from) await checkBase(read(jsonlPath(dataset)), jsonlPath(dataset), from, head.from.release)
    }
    await changes.next()
    let datasets = 0
    for (const sides of head.datasets) {
      const path = jsonlPath(sides.dataset)
      const base = await LineReader.of(sides.from ? read(path) : nothing())
      const rows = rowsAfter(base, changesOf(changes, sides.dataset, direction), sides)
      if (sides.to) {
        await write(path, promised(rows, sides.to, path))
        datasets += 1
      } else for await (const _ of rows);
    }
    if (changes.line !== null) throw damaged(`there are more lines after its end: ${quoted(changes.line)}`)
    return { base: head.from.release, made: head.to.release, datasets }
  } finally {
    await changes.close()
  }
}

function reversedHead({ delta, from, to, datasets }: DeltaHead): DeltaHead {
  return {
    delta,
    from: to,
    to: from,
    datasets: datasets.map(({ dataset, ...sides }) => ({ dataset, from: sides.to, to: sides.from })),
  }
}

async function checkBase(
  bytes: AsyncIterable<Uint8Array>,
  path: string,
  { sha256 }: Side,
  release: string,
): Promise<void> {
  const { sha256: found } = await measured(bytes)
  if (found === sha256) return
  throw new DeltaRefused(
    `${path} is not that of ${release}, which the delta begins from: its SHA-256 is ${found}, not ${sha256}. Give the folder of ${release}`,
  )
}

/** One row to be changed. */
type DeltaStep =
  | { readonly change: 'added'; readonly key: FileRow; readonly row: FileRow }
  | { readonly change: 'changed'; readonly key: FileRow; readonly after: FileRow }
  | { readonly change: 'removed'; readonly key: FileRow }

/** The changes of one dataset, at which the delta has arrived. When it is reverted, added rows are removed. */
async function* changesOf(
  lines: LineReader,
  dataset: string,
  direction: DeltaDirection,
): AsyncGenerator<DeltaStep> {
  for (; lines.line !== null; await lines.next()) {
    const change = readChange(lines.line)
    if (change.dataset !== dataset) return
    yield direction === 'apply' ? forwards(change) : backwards(change)
  }
}

function forwards(change: ChangeLine): DeltaStep {
  switch (change.change) {
    case 'added':
      return { change: 'added', key: change.row, row: change.row }
    case 'changed':
      return change
    case 'removed':
      return { change: 'removed', key: change.key }
  }
}

function backwards(change: ChangeLine): DeltaStep {
  switch (change.change) {
    case 'added':
      return { change: 'removed', key: change.row }
    case 'changed':
      if (change.before === null) throw withheldFrom(change)
      return { change: 'changed', key: change.key, after: change.before }
    case 'removed':
      if (change.row === null) throw withheldFrom(change)
      return { change: 'added', key: change.key, row: change.row }
  }
}

function withheldFrom({ dataset, key }: { dataset: string; key: FileRow }): DeltaRefused {
  return new DeltaRefused(
    `The delta cannot be reverted: ${dataset} ${shortened(JSON.stringify(key))} had a name that has been withdrawn and is no longer published`,
  )
}

/** The lines of a dataset after its changes: base and changes are read in parallel, with a row of each in memory. */
async function* rowsAfter(
  base: LineReader,
  steps: AsyncIterable<DeltaStep>,
  sides: Sides,
): AsyncGenerator<string> {
  const both = bothOf(sides)
  const areAlike = haveSameColumns(both)
  const unchanged = () => `${areAlike ? base.line : written(base.row ?? {}, both.to)}\n`
  try {
    for await (const step of steps) {
      // If the key has changed, old and new rows cannot be compared: all old rows are removed.
      const mayPass = step.change !== 'added' || haveSameKey(both)
      while (mayPass && base.row && compareRows(both.from, base.row, step.key) < 0) {
        yield unchanged()
        await base.next()
      }
      if (step.change === 'added') {
        yield `${written(step.row, both.to)}\n`
        continue
      }
      if (!base.row || compareRows(both.from, base.row, step.key) !== 0)
        throw damaged(`${sides.dataset} has no row ${shortened(JSON.stringify(step.key))}`)
      if (step.change === 'changed') yield `${written({ ...base.row, ...step.after }, both.to)}\n`
      await base.next()
    }
    for (; base.line !== null; await base.next()) yield unchanged()
  } finally {
    await base.close()
  }
}

/** A row as a line of JSON, in the columns of one release. */
function written(row: FileRow, { columns }: Side): string {
  return JSON.stringify(Object.fromEntries(columns.map(({ name }) => [name, row[name]])))
}

/**
 * The bytes of lines.
 *
 * @throws {DeltaRefused} when they do not match the delta, after the last of them.
 */
async function* promised(
  lines: AsyncIterable<string>,
  { sha256 }: Side,
  path: string,
): AsyncGenerator<Uint8Array> {
  yield* checked(inChunks(lines), sha256, () => damaged(`the result for ${path} does not match its checksum`))
}

function damaged(how: string): DeltaRefused {
  return new DeltaRefused(`The delta is damaged: ${how}`)
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
