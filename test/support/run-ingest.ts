import { ingest } from '../../src/commands/ingest.ts'
import { readConfig } from '../../src/config.ts'
import { createLog } from '../../src/log/log.ts'

/** What the command told, and how it ended. */
export interface Told {
  readonly lines: string[]
  readonly json: { readonly [name: string]: unknown }[]
  readonly progress: string[]
  readonly error: Error | null
}

/** Runs `npm run ingest` in this process. */
export async function runIngest(
  positionals: readonly string[],
  options: { readonly out: string; readonly data?: string },
  flags: readonly string[] = [],
  environment: { readonly [name: string]: string } = {},
): Promise<Told> {
  const told: Told = { lines: [], json: [], progress: [], error: null }
  const error = await ingest
    .run({
      config: readConfig(environment),
      log: createLog('silent'),
      positionals,
      options: { ...options },
      flags: new Set(flags),
      progress: (text) => told.progress.push(text),
      result: (line, json) => {
        if (line !== null) told.lines.push(line)
        told.json.push({ ...json })
      },
    })
    .then(
      () => null,
      (reason: Error) => reason,
    )
  return { ...told, error }
}
