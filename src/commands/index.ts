import type { Command } from './command.ts'
import { evaluate } from './evaluate.ts'
import { exportRelease } from './export.ts'
import { load } from './load.ts'
import { start } from './start.ts'

/** Every command, by its name on the command line. */
export const commands: { readonly [name: string]: Command } = {
  start,
  load,
  export: exportRelease,
  evaluate,
}
