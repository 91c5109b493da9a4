import { createReadStream, existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../common/make-folder.ts'
import { WrongUsage } from '../config.ts'
import { compressionOf, compressions } from '../exporters/compressions.ts'
import { type DeltaDirection, useDelta } from '../exporters/delta/apply.ts'
import { unpacked } from '../exporters/delta/lines.ts'
import { DeltaRefused } from '../exporters/delta/shape.ts'
import { storeFile } from '../exporters/stored.ts'
import type { Command } from './command.ts'

const USAGE = 'delta -- DIRECTION RELEASE_DIR DELTA_FILE OUT_DIR'

export const delta: Command = {
  summary: 'Rebuild a release from its neighbour and a delta.',
  usage: USAGE,
  details: `Reads the .jsonl files (or .jsonl.zst, or .jsonl.gz) of the release in RELEASE_DIR, applies the delta in DELTA_FILE, and
writes the .jsonl files of the other release to OUT_DIR, byte for byte: the next release if DIRECTION is "apply", the
previous one if it is "revert". Every file is checked by its SHA-256. If RELEASE_DIR does not contain the release that
the delta starts from, nothing is written.`,
  mostPositionals: 4,
  async run({ positionals, progress, result }) {
    const [direction, releaseDir, deltaFile, outDir] = positionals
    if ((direction !== 'apply' && direction !== 'revert') || !releaseDir || !deltaFile || !outDir)
      throw new WrongUsage(`expected apply or revert, followed by three paths; use npm run ${USAGE}`)
    const { base, made, datasets } = await inFolders({ direction, releaseDir, deltaFile, outDir }, progress)
    result(`${made}: ${datasets} datasets written to ${outDir}, made from ${base}`, {
      release: made,
      base,
      datasets,
      folder: outDir,
    })
  },
}

async function inFolders(
  {
    direction,
    releaseDir,
    deltaFile,
    outDir,
  }: { direction: DeltaDirection; releaseDir: string; deltaFile: string; outDir: string },
  progress: (text: string) => void,
) {
  const written: string[] = []
  try {
    makeFolder(outDir)
    return await useDelta(direction, bytesOf(deltaFile), {
      read: (path) => bytesOf(join(releaseDir, path)),
      write: async (path, contents) => {
        progress(path)
        const target = join(outDir, path)
        if (existsSync(target)) throw new DeltaRefused(`${target} already exists; choose another OUT_DIR`)
        written.push(target, ...compressions.map(({ extension }) => `${target}.${extension}`))
        await storeFile(outDir, path, contents)
      },
    })
  } catch (error) {
    // An incomplete release would look like a complete one.
    for (const file of written) await rm(file, { force: true })
    const isFromSystem = error instanceof Error && 'syscall' in error
    throw isFromSystem ? new DeltaRefused(error.message, { cause: error }) : error
  }
}

/** The bytes of a file, or of its compressed copy if only that exists. */
function bytesOf(path: string): AsyncIterable<Uint8Array> {
  const copies = compressions.map(({ extension }) => `${path}.${extension}`)
  const found = [path, ...copies].find((each) => existsSync(each))
  if (found === undefined) throw new DeltaRefused(`${path} not found, nor ${copies.join(' or ')}`)
  const compressed = compressionOf(found)
  return compressed ? unpacked(createReadStream(found), compressed.by) : createReadStream(found)
}
