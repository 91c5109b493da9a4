import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder and its missing parents. Node's recursive option never returns below folders in which none can be made,
 * such as /proc.
 */
export function makeFolder(path: string): void {
  const whole = resolve(path)
  if (statSync(whole, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(whole) !== whole) makeFolder(dirname(whole))
  mkdirSync(whole)
}
