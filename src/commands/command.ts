import type { Config } from '../config.ts'
import type { Log } from '../log.ts'

/** What a command is given. */
export interface CommandContext {
  readonly config: Config
  readonly log: Log
  /** The words after the command, without options. */
  readonly positionals: readonly string[]
  /** The options of the command itself that were given. */
  readonly options: { readonly [name: string]: string | undefined }
  /** The flags of the command itself that were given. */
  readonly flags: ReadonlySet<string>
  /** Shows how far the work has come, where somebody is watching. */
  progress(text: string): void
  /** Gives the result: as a line for people, if it has one for them, or as JSON where `--json` asks for it. */
  result(line: string | null, json: object): void
}

/** One verb of the command line. */
export interface Command {
  /** What it does, in one line. */
  readonly summary: string
  /** How it is called, after `npm run`. */
  readonly usage: string
  /** More to know, for `--help`. */
  readonly details: string
  /** How many words it takes at most. */
  readonly mostPositionals: number
  /** Options of its own, each with a value. */
  readonly options?: { readonly [name: string]: { readonly value: string; readonly description: string } }
  /** Options of its own without a value, and what each does. */
  readonly flags?: { readonly [name: string]: string }
  run(context: CommandContext): Promise<void>
}
