import type { Command } from './command.ts'

/** Every command, by its name on the command line. Its code is loaded when it is called, since some need much code. */
export const commands: { readonly [name: string]: () => Promise<Command> } = {
  start: async () => (await import('./start.ts')).start,
  load: async () => (await import('./load.ts')).load,
  export: async () => (await import('./export.ts')).exportRelease,
  delta: async () => (await import('./delta.ts')).delta,
  verify: async () => (await import('./verify.ts')).verify,
  ingest: async () => (await import('./ingest.ts')).ingest,
  review: async () => (await import('./review.ts')).review,
  evaluate: async () => (await import('./evaluate.ts')).evaluate,
  train: async () => (await import('./train.ts')).train,
  explain: async () => (await import('./explain.ts')).explainQuery,
}
