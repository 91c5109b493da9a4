import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder and those that it lies in, where they are missing. Node's own recursive way tries for ever
 * below folders that take none, such as /proc.
 */
export function makeFolder(path: string): void {
  const whole = resolve(path)
  if (statSync(whole, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(whole) !== whole) makeFolder(dirname(whole))
  mkdirSync(whole)
}
