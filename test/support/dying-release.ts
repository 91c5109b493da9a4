// Publishes a small release in a process of its own, and dies at the given step: when it is about to change the disk
// for the so-manieth time, or half-way through a write.
import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { removeOldest } from '../../src/exporters/retention.ts'
import { openStore } from '../../src/exporters/stores/open.ts'
import { publishTiny } from './tiny-releases.ts'

/** What the process is given, as JSON. */
export interface Order {
  readonly config: Parameters<typeof openStore>[0]
  readonly revision: number
  /** Counted from 1; 0 lives to the end. */
  readonly lastStep: number
}

let step = 0
const order: Order = JSON.parse(process.argv[2] ?? '')

function isLast(): boolean {
  step += 1
  return step === order.lastStep
}

/** Waits for the end, which comes at once: nothing of the process runs any more. */
function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL')
  return new Promise(() => {})
}

type Doing = (...words: never[]) => Promise<unknown>

for (const name of ['mkdir', 'open', 'rename', 'symlink', 'rm'] as const) {
  const original = fs[name] as Doing
  Object.assign(fs, { [name]: (...words: never[]) => (isLast() ? die() : original(...words)) })
}
const handle = await fs.open(import.meta.filename)
const prototype = Object.getPrototypeOf(handle)
await handle.close()
const writeFile: (data: Uint8Array) => Promise<void> = prototype.writeFile
prototype.writeFile = async function (this: unknown, data: Uint8Array) {
  if (!isLast()) return writeFile.call(this, data)
  await writeFile.call(this, data.subarray(0, data.length / 2))
  return die()
}
syncBuiltinESMExports()
step = 0

const store = await openStore(order.config)
await publishTiny(store, order.revision)
await removeOldest(store)
