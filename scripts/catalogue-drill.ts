// Runs over a made-up country of pages with every fault, killed at random. Run it by npm run drill -- catalogue.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { faultsOf } from './catalogue-drill/check.ts'
import { drill } from './catalogue-drill/drill.ts'
import { places } from './catalogue-drill/places.ts'

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '500' },
    hosts: { type: 'string', default: '40' },
    kills: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h' },
  },
})

if (values.help) {
  process.stdout.write(`npm run drill -- catalogue [OPTIONS]

Starts servers on this machine with made-up pages that are slow, fail, drop, move, change and are gone, and runs over
them as npm run ingest -- --catalogue does, killed again and again. Prints what was lost, asked twice or asked rudely.
Takes some two minutes.

  --pages N  how many pages (500)
  --hosts N  on how many hosts (40)
  --kills N  how often the run is killed (10)
  --seed N   killed at other requests (1)
`)
} else {
  const size = {
    pages: Number(values.pages),
    hosts: Number(values.hosts),
    kills: Number(values.kills),
    seed: Number(values.seed),
  }
  const folder = await mkdtemp(join(tmpdir(), 'medborgarloften-drill-'))
  const start = performance.now()
  try {
    const drilled = await drill(size, places(), folder)
    const faults = faultsOf(drilled)
    const seconds = ((performance.now() - start) / 1000).toFixed(0)
    for (const told of [drilled.last, drilled.later])
      process.stdout.write(`${told.end?.lines.join('\n') ?? 'the run did not end'}\n\n`)
    for (const fault of faults) process.stdout.write(`${fault}\n`)
    process.stdout.write(
      `${size.pages} pages, killed ${size.kills} times, ${drilled.first.requests} requests for the first reading, ${faults.length} faults, ${seconds} s\n`,
    )
    process.exitCode = faults.length > 0 ? 1 : 0
  } finally {
    await rm(folder, { recursive: true })
  }
}
