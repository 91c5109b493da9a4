import type { ContestantName } from './contestants.ts'
import type { Turn } from './measure.ts'
import type { Options } from './options.ts'
import { type QuestionName, titles } from './questions.ts'
import {
  answersPerCpuSecond,
  answersPerSecond,
  type Cell,
  type Figure,
  type Ratio,
  ratio,
  summarise,
} from './summary.ts'

/** A server as it stands in the tables. */
export interface Shown {
  readonly name: ContestantName
  readonly peakBytes: number | null
}

/** Who is compared with whom. */
const COMPARED = [
  ['this server', 'PostGraphile'],
  ['this server', 'this server, plain'],
  ['Mercurius', 'PostGraphile'],
  ['one SQL statement', 'PostGraphile'],
  ['by hand', 'PostGraphile'],
  ['this server, cached', 'constant bytes'],
] as const

/** The tables of a run, in Markdown: the ratios first, then a table for each question. */
export function resultTables(
  turns: readonly Turn[],
  servers: readonly Shown[],
  { only: questions, connections }: Pick<Options, 'only' | 'connections'>,
): string {
  const cells = summarise(turns)
  const find = (contestant: ContestantName, question: QuestionName, at: number) =>
    cells.find((c) => c.contestant === contestant && c.question === question && c.connections === at)
  const ratios = (title: string, figure: Figure) =>
    table(
      [title, 'connections', ...questions.map((question) => titles[question])],
      COMPARED.flatMap((pair) =>
        connections.map((at) => [
          pair.join(' : '),
          String(at),
          ...questions.map((question) => {
            const found = ratio(turns, { question, connections: at }, pair, figure)
            return found === null ? '–' : ratioText(found)
          }),
        ]),
      ),
    )
  const parts = [
    '## Ratios',
    ratios('answers a second', answersPerSecond),
    ratios("answers for a second of the server's own processor time", answersPerCpuSecond),
    ...questions.flatMap((question) => [
      `## ${titles[question].replace(/^./, (letter) => letter.toUpperCase())}`,
      table(
        ['server', 'connections', 'answers/s', 'p50 ms', 'p99 ms', 'MB/s', 'its CPU ms an answer'],
        servers.flatMap(({ name }) =>
          connections.flatMap((at) => {
            const cell = find(name, question, at)
            return cell ? [rowOf(cell)] : []
          }),
        ),
      ),
    ]),
    '## Memory',
    table(
      ['server', 'peak MB of its process, over the whole run'],
      servers.map(({ name, peakBytes }) => [name, peakBytes === null ? '–' : (peakBytes / 1e6).toFixed(0)]),
    ),
  ]
  return `${parts.join('\n\n')}\n`
}

/** The median, with the range of the rounds. */
function ratioText({ median, least, most }: Ratio): string {
  return `${median.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`
}

function rowOf(cell: Cell): string[] {
  return [
    cell.contestant,
    String(cell.connections),
    figure(cell.perSecond),
    figure(cell.p50Ms),
    figure(cell.p99Ms),
    figure(cell.megabytesPerSecond),
    cell.cpuMsPerAnswer === null ? '–' : figure(cell.cpuMsPerAnswer),
  ]
}

/** A number with three digits that count, or all before the point. */
function figure(value: number): string {
  if (value >= 100) return value.toFixed(0)
  return value.toFixed(value >= 10 ? 1 : value >= 1 ? 2 : 3)
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map(() => '---'), ...rows]
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n')
}
