// Asks a server ever other questions, and prints what it held after the first thousand and at the end. Run it by npm run drill -- memory.

import { parseArgs } from 'node:util'
import { soak } from './soak/soak.ts'

const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: '100000' },
    heap: { type: 'string', default: '192' },
    cache: { type: 'string', default: '64' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h' },
  },
})

if (values.help) {
  process.stdout.write(`npm run drill -- memory [OPTIONS]

Starts a server with the bundled data, asks it many different questions, good and bad, and prints how much memory it holds
after the first thousand and at the end. Takes some two minutes.

  --questions N  how many questions (${100_000})
  --heap N       the largest heap of the server, in megabytes (192)
  --cache N      how many of them it may remember questions and answers in (64)
  --seed N       other questions of the same kinds (1)
`)
} else {
  const { first, end, answers, seconds } = await soak({
    questions: Number(values.questions),
    first: 1_000,
    heapMegabytes: Number(values.heap),
    cacheMegabytes: Number(values.cache),
    seed: Number(values.seed),
  })
  const line = (name: string, held: typeof first) =>
    `${name.padEnd(22)} heap ${held.heap} MB, with what lies outside ${held.all} MB, resident ${held.resident} MB\n`
  process.stdout.write(line('after 1,000 questions', first) + line(`after ${values.questions}`, end))
  const byStatus = [...answers].map(([statusClass, count]) => `${count} answers ${statusClass}xx`).join(', ')
  process.stdout.write(`${byStatus} in ${seconds.toFixed(0)} s\n`)
}
