/**
 * How long a processor works for this process until something is done. Unlike the time by the clock, it hardly depends on
 * what else the machine does.
 */
export async function cpuSeconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
