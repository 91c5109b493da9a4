import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, totalmem, type } from 'node:os'
import { type BenchDatabase, SETTINGS } from './database.ts'
import { SHORT_TURNS, WAKE_SECONDS } from './measure.ts'
import type { Options } from './options.ts'

/** Of a machine that is not busier than this, numbers can be trusted. */
const QUIET = 0.1

/** What a reader of the tables must know: the machine, the versions, the data, and what was asked of whom. */
export function introduction(options: Options, database: BenchDatabase, busy: number): string {
  const { size, rounds, seconds, connections } = options
  const rows = Object.entries(database.rows).map(([table, count]) => `${count.toLocaleString('en')} ${table}`)
  return `# Results

Written by \`npm run bench\`; \`npm run bench -- --help\` tells how to make your own. Commit ${commit()}.

${machine(busy)}
- Node ${process.version}, ${database.version}, ${versions()}.
- PostgreSQL's settings: ${SETTINGS.map((setting) => `\`${setting}\``).join(', ')}.
- Data, size ${size}: ${rows.join(', ')}; ${(database.bytes / 1e6).toFixed(0)} MB, written in ${database.fillSeconds.toFixed(0)} s. They are made up and the
  same in every run; places, topics and actors are the real ones. There are 290 municipalities in L as well: their codes have no room
  for more. Words of search and similar texts are left out.
- ${rounds} rounds of ${seconds} s with ${connections.join(', ')} connections each, after two seconds to warm up and ${WAKE_SECONDS} before each turn; questions under way are
  waited for; the order of the servers changes from round to round. The two that answer from memory are warmed up each round, and then
  take turns ${SHORT_TURNS} times, each time for half as long. Answers a second and ratios are medians of the turns (ratios with their range in brackets), latencies are over all of them.

## How to read it

Before anything is measured the servers' answers to the same questions are compared, value by value: a run with a difference ends
there. Every server runs with \`NODE_ENV=production\` in a process of its own and may hold 10 connections to PostgreSQL.

| server | what it is |
| --- | --- |
| this server | as \`npm start\` puts it together, with a budget that nobody spends; each question about something else than the last; no answer is kept, but how many rows a list has is, as long as the data are the same |
| this server, plain | the same without plans: every query is executed field by field |
| PostGraphile | its Amber preset, conditions for the filter in SQL, plain lists where no page is asked for |
| Mercurius | on Fastify, \`jit: 1\`, loaders, SQL by hand |
| one SQL statement | a statement that makes the whole JSON text, behind \`node:http\`: what the database allows. It leaves \`pageInfo\` out |
| by hand | prepared statements for these questions alone, rows as arrays, and one function a question that writes its text, behind \`node:http\`: what Node and PostgreSQL allow. It leaves \`pageInfo\` out |
| this server, cached | the same question again and again, by GET |
| constant bytes | the same bytes and headers from memory for an address as long, by \`node:http\` alone: what Node allows |

| question | what is asked |
| --- | --- |
| one node | \`node(id:)\`: an activity, eleven values |
| nested, 1 MB | 70 agreements from somewhere on, each with municipalities, promises, and activities with topics and actors |
| filtered page with total | the first 50 activities with a target in three municipalities, and how many there are |
| deep keyset page | 100 activities after a place in the second half of all, by agreement and position |
`
}

/** The machine, and how busy it was before the run. */
export function machine(busy: number): string {
  const [cpu] = cpus()
  return `- Machine: ${cpus().length} × ${cpu?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${type()}. What is measured, PostgreSQL and the program
  that measures all share it, and nothing is pinned: compare the numbers of one run with each other alone. Before the run
  other programs kept ${(busy * 100).toFixed(0)} % of it busy.${busy > QUIET ? ' That is too much: the ratios hold better than the other numbers.' : ''}`
}

function versions(): string {
  const of = (path: string) => {
    const { name, version } = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
    return `${name} ${version}`
  }
  const ours = ['graphql-yoga', 'postgres'].map((name) => of(`../node_modules/${name}/package.json`))
  const others = ['postgraphile', 'mercurius', 'fastify'].map((name) =>
    of(`node_modules/${name}/package.json`),
  )
  return [...ours, ...others].join(', ')
}

/** The commit that was measured, and its day. */
export function commit(): string {
  try {
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' }).trim()
    const changed = git('status', '--porcelain', '../src') === '' ? '' : ', with changes'
    return `${git('log', '-1', '--format=%h of %as')}${changed}`
  } catch {
    return 'unknown'
  }
}
