import { readFileSync } from 'node:fs'
import { isRunByNpm } from '../config.ts'

/** How often to check whether npm is still running. */
const LOOK_MS = 1_000

/**
 * Calls back when the npm that started this process has ended, since the process then gets no signal: npm runs a script in
 * a shell, which does not pass signals on. Without npm, it never calls back. Returns a function that ends the watch.
 */
export function onOrphaned(callback: () => void): () => void {
  if (!isRunByNpm()) return () => {}
  const shell = process.ppid
  const npm = parentOf(shell)
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return
    clearInterval(timer)
    callback()
  }, LOOK_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** The parent of a process; null on systems without such a file, as outside Linux. */
function parentOf(pid: number): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(status.match(/^PPid:\t(\d+)$/m)?.[1] ?? Number.NaN) || null
  } catch {
    return null
  }
}
