import { readFileSync } from 'node:fs'
import { isRunByNpm } from '../config.ts'

/** How often it is looked whether npm is still there. */
const LOOK_MS = 1_000

/**
 * Calls back once the npm that started this process has ended, which ends this process without a signal: npm runs a script in a
 * shell, which does not hand signals on. Without npm it never does. Gives what ends the watch.
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

/** The parent of a process; null where the system has no such file to tell it, as outside Linux. */
function parentOf(pid: number): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(status.match(/^PPid:\t(\d+)$/m)?.[1] ?? Number.NaN) || null
  } catch {
    return null
  }
}
