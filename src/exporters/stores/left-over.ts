import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** No release takes this long to write: anything older was left by a process that died. */
const LEFT_OVER_MS = 60 * 60 * 1000

/** Whether something that was started at a time was left by a process that died. */
export function isLeftOver(beganMs: number): boolean {
  return Date.now() - beganMs > LEFT_OVER_MS
}

/** Removes what dead processes have left in a folder, under names with a prefix. */
export async function removeLeftOver(folder: string, beginning: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(beginning)) continue
    const path = join(folder, name)
    const { mtimeMs } = await lstat(path).catch(() => ({ mtimeMs: 0 })) // gone meanwhile
    // Another user of the machine must remove what they have left.
    if (isLeftOver(mtimeMs)) await rm(path, { recursive: true, force: true }).catch(() => {})
  }
}
