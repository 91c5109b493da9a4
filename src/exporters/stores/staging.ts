import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Contents } from '../chunks.ts'
import type { Written } from '../manifest.ts'
import { measureFile, storeFile } from '../stored.ts'
import { isOfDisk } from './disk-errors.ts'

/** A folder that is being filled, and that nobody sees before it is published. */
export class Staging {
  readonly path: string
  readonly #explained: (error: unknown) => Error

  /** Takes an empty folder, and what makes of an error of the disk one that says what to do. */
  constructor(path: string, explained: (error: unknown) => Error) {
    this.path = path
    this.#explained = explained
  }

  /** Writes a file, which may lie in a folder of its own, and where it turns out large its compressed copy. */
  write(name: string, contents: Contents): Promise<Written[]> {
    return this.guard(async () => {
      await mkdir(dirname(this.pathOf(name)), { recursive: true })
      return storeFile(this.path, name, contents)
    })
  }

  /** Has something else write a file, to which it is given the path. */
  make(name: string, maker: (path: string) => Promise<void>): Promise<Written[]> {
    return this.guard(async () => {
      await maker(this.pathOf(name))
      return measureFile(this.path, name)
    })
  }

  /** The path of a file in the folder. */
  pathOf(name: string): string {
    return join(this.path, name)
  }

  /** Does some work in the folder; what the disk refuses is told as what to do about it. */
  async guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw isOfDisk(error) ? this.#explained(error) : error
    }
  }

  /** Removes the folder and what was written to it. */
  async discard(): Promise<void> {
    await rm(this.path, { recursive: true, force: true })
  }
}
