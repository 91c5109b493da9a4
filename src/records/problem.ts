import { join, resolve } from 'node:path'

/** One thing that is wrong in `data/`: where it stands, and what to write instead. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly message: string
  /** The same in Swedish, where an editor can meet it on the review page. */
  readonly sv?: string
}

/** Thrown when anything in `data/` fails its checks. Nothing of it is loaded then. */
export class BadRecords extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'))
    this.name = 'BadRecords'
    this.problems = problems
  }

  /** The same, with the files named as they are found from outside their folder, or beside it: `../drafts`. */
  within(folder: string): BadRecords {
    return new BadRecords(
      this.problems.map((problem) => {
        const file = join(folder, problem.file)
        return { ...problem, file: file.startsWith('..') ? resolve(file) : file }
      }),
    )
  }
}
