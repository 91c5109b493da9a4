import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

type Doing = (...words: never[]) => Promise<unknown>

const CHANGING = ['mkdir', 'open', 'rename', 'rm', 'cp'] as const

/**
 * Runs something whose process dies when it is about to change the disk for the so-manieth time, or half-way through a
 * write: from then on nothing reaches the disk, whatever it still tries. Tells whether it died.
 */
export async function dyingAt(lastStep: number, run: () => Promise<unknown>): Promise<boolean> {
  let step = 0
  const isDead = () => step >= lastStep
  const dead = () => Promise.reject(new Error('The process is dead.'))
  const originals = CHANGING.map((name) => [name, fs[name] as Doing] as const)
  const handle = await fs.open(import.meta.filename)
  const prototype = Object.getPrototypeOf(handle)
  await handle.close()
  const writeFile: (data: string | Uint8Array) => Promise<void> = prototype.writeFile
  try {
    for (const [name, original] of originals) {
      Object.assign(fs, {
        [name]: (...words: never[]) => {
          step += 1
          return isDead() ? dead() : original(...words)
        },
      })
    }
    prototype.writeFile = async function (this: unknown, data: string | Uint8Array) {
      if (isDead()) return dead()
      step += 1
      if (!isDead()) return writeFile.call(this, data)
      const bytes = Buffer.from(data)
      await writeFile.call(this, bytes.subarray(0, bytes.length / 2))
      return dead()
    }
    syncBuiltinESMExports()
    await run()
  } finally {
    for (const [name, original] of originals) Object.assign(fs, { [name]: original })
    prototype.writeFile = writeFile
    syncBuiltinESMExports()
  }
  return isDead()
}
