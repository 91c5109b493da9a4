// Asks the registry for known vulnerabilities in what is shipped. Run it by npm run check:audit.

import { spawnSync } from 'node:child_process'
import { judgeAudit } from './shipped/audit.ts'

const { stdout, error } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' })
if (error) throw error
const { passes, lines } = judgeAudit(stdout)
for (const line of lines) process[passes ? 'stdout' : 'stderr'].write(`npm audit: ${line}\n`)
process.exitCode = passes ? 0 : 1
