import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Contents } from '../chunks.ts'
import type { Written } from '../manifest.ts'
import { measureFile, storeFile } from '../stored.ts'
import { isOfDisk } from './disk-errors.ts'

/** A hidden folder that is being filled, until it is published. */
export class Staging {
  readonly path: string
  readonly #explained: (error: unknown) => Error

  /** Takes an empty folder, and a function that turns an error of the disk into one that says what to do. */
  constructor(path: string, explained: (error: unknown) => Error) {
    this.path = path
    this.#explained = explained
  }

  /** Writes a file, which may be in a subfolder, and its compressed copies if it turns out to be large. */
  write(name: string, contents: Contents): Promise<Written[]> {
    return this.guard(async () => {
      await mkdir(dirname(this.pathOf(name)), { recursive: true })
      return storeFile(this.path, name, contents)
    })
  }

  /** Lets something else write a file, whose path it gets. */
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

  /** Does some work in the folder; the message of an error of the disk says what to do about it. */
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
