import type { Config } from '../config.ts'
import type { Log } from '../log/log.ts'

/** The input and output of a command. */
export interface CommandContext {
  readonly config: Config
  readonly log: Log
  /** The words after the command, without options. */
  readonly positionals: readonly string[]
  /** The options of the command itself that were given. */
  readonly options: { readonly [name: string]: string | undefined }
  /** The flags of the command itself that were given. */
  readonly flags: ReadonlySet<string>
  /** Shows the progress on a terminal. */
  progress(text: string): void
  /** Prints the result: as a line for people, if there is one, or as JSON with `--json`. */
  result(line: string | null, json: object): void
}

/** One verb of the command line. */
export interface Command {
  /** A description in one line. */
  readonly summary: string
  /** Its usage, after `npm run`. */
  readonly usage: string
  /** Further text for `--help`. */
  readonly details: string
  /** The maximum number of arguments. */
  readonly mostPositionals: number
  /** Its own options with a value. */
  readonly options?: { readonly [name: string]: { readonly value: string; readonly description: string } }
  /** Its own options without a value, and the effect of each. */
  readonly flags?: { readonly [name: string]: string }
  /** Whether it runs until it is stopped, and programs read its log. */
  readonly isServer?: true
  run(context: CommandContext): Promise<void>
}
