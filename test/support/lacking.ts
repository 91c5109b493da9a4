import { spawnSync } from 'node:child_process'

/** How a piece of code in a document is run, by its language there. */
export const runners: { readonly [language: string]: readonly [program: string, ...words: string[]] } = {
  sh: ['sh', '-ec'],
  js: [process.execPath, '--input-type=module', '-e'],
  python: ['python3', '-c'],
  r: ['Rscript', '-e'],
}

/** What the documents run in a shell. */
const PROGRAMS = ['curl', 'csvsort', 'wget', 'sha256sum']

/** Why a piece of code can't be run on this machine, or null: the program is missing, or a package that the code uses. */
export function lacking(language: string, code: string): string | null {
  const uses =
    language === 'sh'
      ? PROGRAMS.filter((each) => code.includes(each)).map((each) => `${each} --version`)
      : code.match(/^(import|from|library\() ?.*/gm)
  const [program = '', ...words] = runners[language] ?? []
  const needed = (uses ?? []).join('\n')
  return spawnSync(program, [...words, needed]).status === 0 ? null : `no ${program} with: ${needed}`
}
