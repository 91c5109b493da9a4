// Checks the licence of everything that is shipped, by package-lock.json. Run it by npm run check:licences.

import { readFileSync } from 'node:fs'
import { type Lock, PERMITTED, refusedLicences, shippedPackages } from './shipped/licences.ts'

const lock: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const refused = refusedLicences(lock)
for (const line of refused) process.stderr.write(`${line}\n`)
if (refused.length > 0) {
  process.stderr.write(`Replace them; scripts/shipped/licences.ts permits ${PERMITTED.join(', ')}\n`)
  process.exitCode = 1
} else process.stdout.write(`${shippedPackages(lock).length} shipped packages have permitted licences\n`)
