import { parseArgs } from 'node:util'
import { type SizeName, sizes } from './generator/sizes.ts'
import { type QuestionName, questionNames } from './questions.ts'

/** How the servers are to be compared. */
export interface Options {
  readonly size: SizeName
  readonly rounds: number
  readonly seconds: number
  readonly connections: readonly number[]
  readonly only: readonly QuestionName[]
  /** The file that the results are written to. */
  readonly out: string | null
}

export const HELP = `npm run bench [-- OPTIONS]

Compares this server with others on one PostgreSQL database of made-up data, and prints how many answers a second
each gives. Needs no database of yours; about a quarter of an hour with three rounds, on a machine that does nothing else.

Options:
  --size S|L          How much data: ${describeSize('S')} (S),
                      or a hundred times that, 5 GB, which takes five minutes to make (L). S
  --rounds N          How often each server has its turn. 3
  --seconds N         How long each turn lasts for each number of connections; questions under way are waited for. 1
  --connections N,N   1,16,64
  --only NAME,NAME    Which questions: ${questionNames.join(', ')}. All
  --out FILE          Also write the results to a file, in Markdown, such as bench/RESULTS.md.
  --help              Print this.
`

/** The options that stand on the command line; null where help is asked for. Throws on what cannot be used. */
export function readOptions(words: readonly string[]): Options | null {
  const { values } = parseArgs({
    args: [...words],
    options: {
      size: { type: 'string', default: 'S' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '1' },
      connections: { type: 'string', default: '1,16,64' },
      only: { type: 'string', default: questionNames.join(',') },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return null
  return {
    size: oneOf('size', values.size, Object.keys(sizes) as SizeName[]), // Object.keys gives string[]
    rounds: number('rounds', values.rounds),
    seconds: number('seconds', values.seconds),
    connections: values.connections.split(',').map((each) => number('connections', each)),
    only: values.only.split(',').map((each) => oneOf('only', each, questionNames)),
    out: values.out ?? null,
  }
}

function oneOf<V extends string>(option: string, given: string, values: readonly V[]): V {
  const found = values.find((value) => value === given)
  if (found === undefined) throw new Error(`--${option} ${given}: write one of ${values.join(', ')}`)
  return found
}

function number(option: string, given: string): number {
  const value = Number(given)
  if (!(value > 0)) throw new Error(`--${option} ${given}: write a number above 0`)
  return value
}

function describeSize(name: SizeName): string {
  const { agreements, promises, activities } = sizes[name]
  const counted = (count: number) => count.toLocaleString('en')
  return `${counted(agreements)} agreements, ${counted(promises)} promises, ${counted(activities)} activities`
}
