import { cpus } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'

const SECONDS = 3

/** What part of the machine's processors is busy, from 0 to 1, while this program only looks on. */
export async function busyPart(): Promise<number> {
  const before = times()
  await wait(SECONDS * 1000)
  const after = times()
  const all = after.all - before.all
  return all === 0 ? 0 : 1 - (after.idle - before.idle) / all
}

function times(): { all: number; idle: number } {
  let [all, idle] = [0, 0]
  for (const cpu of cpus()) {
    for (const ms of Object.values(cpu.times)) all += ms
    idle += cpu.times.idle
  }
  return { all, idle }
}
