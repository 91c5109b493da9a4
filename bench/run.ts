import { writeFileSync } from 'node:fs'
import { contestantNames, startContestants } from './contestants.ts'
import { type BenchDatabase, startDatabase } from './database.ts'
import { busyPart } from './machine.ts'
import { measure } from './measure.ts'
import { HELP, type Options, readOptions } from './options.ts'
import { introduction } from './report.ts'
import { resultTables } from './results.ts'
import { checkAnswers } from './same-answers.ts'
import { chooseSubjects } from './subjects.ts'

const options = readOptions(process.argv.slice(2))
if (options) await run(options)
else process.stdout.write(HELP)

async function run(given: Options): Promise<void> {
  const busy = await busyPart()
  say(`filling a database, size ${given.size}`)
  const database = await startDatabase(given.size)
  // Whoever ends the run must not leave PostgreSQL behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => database.stop().finally(() => process.exit(1)))
  }
  try {
    const tables = await compare(given, database)
    process.stdout.write(`\n${tables}`)
    if (given.out) writeFileSync(given.out, `${introduction(given, database, busy)}\n${tables}`)
  } finally {
    await database.stop()
  }
}

async function compare(given: Options, { url }: BenchDatabase): Promise<string> {
  say('starting the servers')
  const { contestants, stop } = await startContestants(contestantNames, url, await chooseSubjects(url))
  try {
    say('comparing their answers')
    await checkAnswers(contestants)
    const turns = await measure(contestants, given, (round, question, connections) =>
      say(`round ${round + 1} of ${given.rounds}: ${question}, ${connections} connections`),
    )
    const servers = contestants.map(({ name, server }) => ({ name, peakBytes: server.peakBytes() }))
    return resultTables(turns, servers, given)
  } finally {
    await stop()
  }
}

function say(what: string): void {
  process.stderr.write(`${what}\n`)
}
