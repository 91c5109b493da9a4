import { createReadStream, existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { WrongUsage } from '../config.ts'
import { makeFolder } from '../database/folders.ts'
import { compressionOf, compressions } from '../exporters/compressions.ts'
import { type Direction, useDelta } from '../exporters/delta/apply.ts'
import { unpacked } from '../exporters/delta/lines.ts'
import { DeltaRefused } from '../exporters/delta/shape.ts'
import { storeFile } from '../exporters/stored.ts'
import type { Command } from './command.ts'

const USAGE = 'delta -- DIRECTION RELEASE_DIR DELTA_FILE OUT_DIR'

export const delta: Command = {
  summary: 'Make the next release of one and its delta, or go back.',
  usage: USAGE,
  details: `Reads the .jsonl files of a release (or .jsonl.zst, or .jsonl.gz) in RELEASE_DIR, and writes those of the release that the delta
leads to into OUT_DIR, byte for byte: with DIRECTION "apply" the one after it, with "revert" the one before. Nothing
is written if RELEASE_DIR is not the release that the delta begins from; every file is checked by its SHA-256.`,
  mostPositionals: 4,
  async run({ positionals, progress, result }) {
    const [direction, releaseDir, deltaFile, outDir] = positionals
    if ((direction !== 'apply' && direction !== 'revert') || !releaseDir || !deltaFile || !outDir)
      throw new WrongUsage(`DIRECTION is apply or revert, and three paths follow; use npm run ${USAGE}`)
    const { base, made, datasets } = await inFolders({ direction, releaseDir, deltaFile, outDir }, progress)
    result(`${made}: ${datasets} datasets written to ${outDir}, made of ${base}`, {
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
  }: { direction: Direction; releaseDir: string; deltaFile: string; outDir: string },
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
        if (existsSync(target)) throw new DeltaRefused(`${target} is there already; choose another OUT_DIR`)
        written.push(target, ...compressions.map(({ extension }) => `${target}.${extension}`))
        await storeFile(outDir, path, contents)
      },
    })
  } catch (error) {
    // Half of a release would look like one.
    for (const file of written) await rm(file, { force: true })
    const isFromSystem = error instanceof Error && 'syscall' in error
    throw isFromSystem ? new DeltaRefused(error.message, { cause: error }) : error
  }
}

/** The bytes of a file, or of a compressed copy of it where that alone is there. */
function bytesOf(path: string): AsyncIterable<Uint8Array> {
  const copies = compressions.map(({ extension }) => `${path}.${extension}`)
  const found = [path, ...copies].find((each) => existsSync(each))
  if (found === undefined) throw new DeltaRefused(`There is no ${path}, and no ${copies.join(' or ')}`)
  const compressed = compressionOf(found)
  return compressed ? unpacked(createReadStream(found), compressed.by) : createReadStream(found)
}
