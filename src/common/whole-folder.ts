import { access, cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { writeWhole } from './whole-file.ts'

// Files that belong together are changed together: a copy of the folder gets them and then replaces it. Between the two
// renames the folder has another name; the next program that opens the parent folder restores it.

const BEFORE = '.before'
const NEXT = '.next'

/**
 * Writes some files to a folder, all of them or none, even if the program is interrupted; other files in it are kept. When
 * nobody else can write to the folder any more, `isAsRead` checks whether it is still the one that the files were made for;
 * if not, nothing is changed and the result is false.
 */
export async function putTogether(
  folder: string,
  files: { readonly [name: string]: string | Uint8Array },
  isAsRead: (folder: string) => Promise<boolean>,
): Promise<boolean> {
  const [next, before] = [NEXT, BEFORE].map((end) => join(dirname(folder), `.${basename(folder)}${end}`)) as [
    string,
    string,
  ]
  const exists = await isThere(folder)
  try {
    await rm(next, { recursive: true, force: true })
    if (exists) await cp(folder, next, { recursive: true, filter: (path) => !path.endsWith('.unfinished') })
    else await mkdir(next, { recursive: true })
    for (const [name, contents] of Object.entries(files)) await writeWhole(join(next, name), contents)
    if (!exists) {
      await rename(next, folder)
      return true
    }
    await rename(folder, before)
    try {
      if (!(await isAsRead(before))) {
        await rename(before, folder)
        return false
      }
      await rename(next, folder)
    } catch (error) {
      await rename(before, folder)
      throw error
    }
    await rm(before, { recursive: true, force: true })
    return true
  } finally {
    await rm(next, { recursive: true, force: true })
  }
}

/**
 * Restores folders that an interrupted program left under another name, and removes unfinished ones. If another program may
 * be running, `wait` gives it time to finish, and only what remains is restored.
 */
export async function mendFolders(parent: string, wait?: () => Promise<void>): Promise<void> {
  const before = await leftIn(parent)
  if (before.size === 0) return
  await wait?.()
  for (const [name, { folder, end, inode }] of await leftIn(parent)) {
    if (before.get(name)?.inode !== inode) continue
    const path = join(parent, name)
    if (end === BEFORE && !(await isThere(join(parent, folder)))) await rename(path, join(parent, folder))
    else await rm(path, { recursive: true, force: true })
  }
}

async function leftIn(parent: string) {
  const left = new Map<string, { folder: string; end: string; inode: number }>()
  for (const name of await readdir(parent)) {
    const [, folder, end] = /^\.(.+)(\.before|\.next)$/.exec(name) ?? []
    if (folder === undefined || end === undefined) continue
    // It may be gone by now: then there is nothing to restore.
    const { ino } = (await stat(join(parent, name)).catch(() => null)) ?? {}
    if (ino !== undefined) left.set(name, { folder, end, inode: ino })
  }
  return left
}

/** Whether a folder is under another name just now, as it is being changed, or has been left so. */
export async function isFolderAway(folder: string): Promise<boolean> {
  return isThere(join(dirname(folder), `.${basename(folder)}${BEFORE}`))
}

export async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
