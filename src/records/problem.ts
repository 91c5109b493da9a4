import { join, resolve } from 'node:path'

/** An error in `data/`: where it is, and what to write instead. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly message: string
  /** The same in Swedish, if an editor can see it on the review page. */
  readonly sv?: string
}

/** Thrown when anything in `data/` has errors. Nothing of it is loaded then. */
export class BadRecords extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'))
    this.name = 'BadRecords'
    this.problems = problems
  }

  /** The same, with the paths of files relative to another folder: `../drafts`. */
  within(folder: string): BadRecords {
    return new BadRecords(
      this.problems.map((problem) => {
        const file = join(folder, problem.file)
        return { ...problem, file: file.startsWith('..') ? resolve(file) : file }
      }),
    )
  }
}
