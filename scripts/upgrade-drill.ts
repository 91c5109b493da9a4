// A server of a version before serves on while this one migrates and loads the same database. Run it by npm run drill -- upgrade.

import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '../test/support/embedded-postgres.ts'

const { values } = parseArgs({
  options: { version: { type: 'string', default: '0.2.0' }, help: { type: 'boolean', short: 'h' } },
})

/** What both versions answer, and a page that both have. */
const ASKED = [
  '/graphql?query={municipality(code:"0685"){name agreements(first:5){totalCount}}}',
  '/graphql?query={promises(first:3){nodes{text}}}',
  '/graphql?query={search(query:"trafik",first:3){totalCount}}',
  '/',
  '/health/ready',
]

if (values.help) {
  process.stdout.write(`npm run drill -- upgrade [--version VERSION]

Starts a server of a version before on a database of its own, and this one on the same database: it migrates and loads
while the other one is asked again and again. Prints what the other one answered. It needs the history of git.
`)
} else {
  const folder = mkdtempSync(join(tmpdir(), 'medborgarloften-upgrade-'))
  const before = join(folder, 'before')
  mkdirSync(before)
  const commit = execFileSync(
    'git',
    ['log', '--format=%H', '--reverse', `-S"version": "${values.version}"`, '--', 'package.json'],
    { encoding: 'utf8' },
  ).split('\n')[0]
  if (!commit) throw new Error(`no commit has made the version ${values.version}`)
  execFileSync('sh', ['-c', `git archive ${commit} | tar -x -C '${before}'`])
  symlinkSync(resolve('node_modules'), join(before, 'node_modules'), 'junction')
  const postgres = await startPostgres(['fsync=off'])
  const start = async (cwd: string) => {
    const child = spawn(process.execPath, ['src/main.ts', 'start', '--json'], {
      cwd,
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: `${postgres.url}/postgres`,
        EXPORTS_DIR: join(folder, 'exports'),
        PORT: '0',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const { url, revision } = JSON.parse(String(await once(child.stdout, 'data'))) as {
      url: string
      revision: number
    }
    return { child, url, revision }
  }
  try {
    const old = await start(before)
    process.stdout.write(`version ${values.version} serves revision ${old.revision}\n`)
    const statuses = new Map<string, number>()
    const isOver = { is: false }
    const asking = (async () => {
      for (let at = 0; !isOver.is; at++) {
        const path = ASKED[at % ASKED.length] ?? '/'
        // Asked of no cache, since that would answer without the database.
        const fresh = path.includes('?') ? `${path}%23${at}` : path
        const how = await fetch(old.url + fresh).then(
          async (response) =>
            `${response.status}${(await response.text()).includes('"errors"') ? ' with errors' : ''}`,
          () => 'none',
        )
        statuses.set(how, (statuses.get(how) ?? 0) + 1)
      }
    })()
    const current = await start('.')
    process.stdout.write(`this version serves revision ${current.revision}\n`)
    isOver.is = true
    await asking
    for (const path of ASKED.slice(0, 3)) {
      const [theirs, ours] = await Promise.all(
        [old, current].map(async ({ url }) => {
          const { data } = (await (await fetch(url + path)).json()) as { data: object }
          return JSON.stringify(data)
        }),
      )
      process.stdout.write(`${theirs === ours ? 'the same' : 'DIFFERENT'}: ${path}\n`)
    }
    process.stdout.write(
      `version ${values.version} answered meanwhile: ${[...statuses].map(([how, times]) => `${how} ${times}×`).join(', ')}\n`,
    )
    for (const { child } of [old, current]) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true })
  }
}
