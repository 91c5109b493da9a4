import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DockerfileParser, type Instruction } from 'dockerfile-ast'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { settings } from '../src/config.ts'
import { commandProcesses } from './support/command-process.ts'
import { fillDataDir, fillExportsDir } from './support/database-templates.ts'

const { within, start } = commandProcesses()
const names = Object.values(settings).map(({ name }): string => name)
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: { [place: string]: { version: string; dev?: boolean } }
}

describe('the Containerfile', () => {
  const file = DockerfileParser.parse(readFileSync('deploy/Containerfile', 'utf8'))
  const instructions = file.getInstructions()
  const lastFrom = instructions.findLastIndex((each) => each.getKeyword() === 'FROM')
  const ofImage = instructions.slice(lastFrom)
  const argumentsOf = (keyword: string, among: readonly Instruction[] = instructions) =>
    among.filter((each) => each.getKeyword() === keyword).map((each) => each.getArgumentsContent() ?? '')
  /** What the image is given of the repository. */
  const copied = instructions
    .map((each) => each.getTextContent().split(/\s+/))
    .filter(([keyword, first = '']) => keyword === 'COPY' && !first.startsWith('--from'))
    .flatMap((words) => words.slice(1, -1))

  test('has only instructions that there are, and begins from images of a version', () => {
    const known = 'FROM WORKDIR COPY RUN ENV USER VOLUME EXPOSE HEALTHCHECK ENTRYPOINT CMD'.split(' ')
    expect(
      instructions.map((each) => each.getKeyword()).filter((keyword) => !known.includes(keyword)),
    ).toEqual([])
    const images = argumentsOf('FROM').map((words) => words.split(' ')[0])
    expect(images).toEqual([
      `docker.io/library/node:${lock.packages['node_modules/node']?.version}-bookworm-slim`,
      'gcr.io/distroless/cc-debian12:nonroot',
    ])
  })

  test('runs as nobody in particular, is told to be well, and needs no shell', () => {
    expect(argumentsOf('USER', ofImage)).toEqual(['65532:65532'])
    expect(argumentsOf('RUN', ofImage)).toEqual([])
    for (const keyword of ['ENTRYPOINT', 'CMD']) {
      expect(argumentsOf(keyword, ofImage).map((words) => JSON.parse(words))).toHaveLength(1)
    }
    const [healthcheck = ''] = argumentsOf('HEALTHCHECK', ofImage)
    const [node, , script] = JSON.parse(/CMD (\[.*\])/s.exec(healthcheck)?.[1] ?? '') as string[]
    expect(node).toBe('/app/node_modules/node/bin/node')
    expect(script).toContain('/health/live')
  })

  test('has no settings but those that there are, and no secrets', () => {
    const [set = ''] = argumentsOf('ENV', ofImage)
    const given = [...set.matchAll(/([A-Z_]+)=/g)].map(([, name = '']) => name)
    expect(given).toEqual(['HOST', 'DATA_DIR', 'EXPORTS_DIR'])
    for (const name of given) expect(names).toContain(name)
  })

  test('copies what there is, and only that is sent to be built', () => {
    for (const path of copied) expect(existsSync(path), path).toBe(true)
    const sent = readFileSync('.dockerignore', 'utf8').match(/(?<=^!).*/gm)
    for (const path of copied) expect(sent).toContain(path)
  })

  test('installs all packages that the program imports', () => {
    const imported = new Set<string>()
    for (const path of globSync('src/**/*.ts')) {
      for (const [, name = ''] of readFileSync(path, 'utf8').matchAll(
        /(?:from|import)\s*\(?\s*'((?:@[^/']+\/)?[^./'][^/']*)/g,
      ))
        if (!name.startsWith('node:')) imported.add(name)
    }
    expect(imported.size).toBeGreaterThan(30)
    for (const name of imported) {
      const isType = name === '@rdfjs/types' // without code
      if (!isType) expect(lock.packages[`node_modules/${name}`]?.dev ?? false, name).toBe(false)
    }
  })

  test('copies all that the program needs, into a folder where it never writes', async () => {
    const app = within('app')
    for (const path of copied)
      cpSync(path, join(app, path), { recursive: true, filter: (each) => !each.includes('-pictures') })
    symlinkSync(join(process.cwd(), 'node_modules'), join(app, 'node_modules'), 'junction')
    await fillDataDir(within('data'), 'records')
    await fillExportsDir(within('exports'))
    // Without what npm installed: the tools of the tests keep files there meanwhile.
    const listed = () =>
      readdirSync(app, { recursive: true })
        .map(String)
        .filter((path) => !path.startsWith('node_modules'))
        .sort()
    const before = listed()
    const [entry = ''] = argumentsOf('ENTRYPOINT')
    const [command = ''] = argumentsOf('CMD')
    const [, ...words] = [...JSON.parse(entry), ...JSON.parse(command)] as string[]
    expect(words[0]).toBe('src/main.ts')
    const server = start(words.slice(1), {}, app)
    const { url } = JSON.parse(await server.firstLine) as { url: string }
    const health = /"(const .*?)"\]/s.exec(argumentsOf('HEALTHCHECK')[0] ?? '')?.[1] ?? ''
    const check = spawn(process.execPath, ['-e', health], { env: { PORT: new URL(url).port } })
    expect((await once(check, 'exit'))[0]).toBe(0)
    for (const path of ['/', '/graphql?query={__typename}', '/exports/latest/topics.csv'])
      expect((await fetch(url + path, { headers: { accept: '*/*' } })).status, path).toBe(200)
    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
    expect(listed()).toEqual(before)
  })
})

describe('the compose file', () => {
  const { services, volumes } = parse(readFileSync('deploy/compose.yaml', 'utf8')) as {
    services: { [name: string]: { [key: string]: unknown } }
    volumes: object
  }
  const [database = {}, server = {}, proxy = {}] = [services.database, services.server, services.proxy]

  test('runs the server with no more than it needs', () => {
    expect(server).toMatchObject({
      build: { context: '..', dockerfile: 'deploy/Containerfile' },
      user: '65532:65532',
      read_only: true,
      tmpfs: ['/tmp'],
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      depends_on: { database: { condition: 'service_healthy' } },
    })
    for (const name of Object.keys(server.environment ?? {})) expect(names).toContain(name)
    expect(database.healthcheck).toBeDefined()
  })

  test('has no secrets, no image without a version, and no volume that nobody declares', () => {
    expect(String(JSON.stringify(services)).match(/PASSWORD[^}]*?\$\{POSTGRES_PASSWORD:\?/g)).toHaveLength(1)
    for (const { image } of [database, proxy])
      expect(image).toMatch(/^docker\.io\/library\/\w+:\d+(\.\d+)?-bookworm$/)
    const mounted = Object.values(services).flatMap((service) => (service.volumes ?? []) as string[])
    const own = mounted.filter((each) => !each.startsWith('.')).map((each) => each.split(':')[0])
    expect(own.sort()).toEqual(Object.keys(volumes).sort())
    for (const each of mounted.filter((path) => path.startsWith('.')))
      expect(existsSync(join('deploy', each.split(':')[0] ?? ''))).toBe(true)
  })

  test('leads nginx to the server as it is named and listens there', () => {
    const [, upstream] = /server (\S+):4000/.exec(readFileSync('deploy/nginx.conf', 'utf8')) ?? []
    expect(services).toHaveProperty(upstream ?? '')
    expect(server.environment).toHaveProperty('PROXIES', '1')
    expect(settings.port.default).toBe('4000')
  })
})

describe('the unit of systemd', () => {
  const text = readFileSync('deploy/medborgarloften.service', 'utf8')

  test('names settings and files that there are', () => {
    for (const [, name = ''] of text.matchAll(/^Environment=(\w+)=/gm)) expect(names).toContain(name)
    const [, folder] = /^WorkingDirectory=(.*)$/m.exec(text) ?? []
    const [program = '', script = ''] = (/^ExecStart=(.*)$/m.exec(text)?.[1] ?? '').split(' ')
    expect(existsSync(program.replace(`${folder}/`, ''))).toBe(true)
    expect(existsSync(script)).toBe(true)
  })

  const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0
  test.skipIf(!hasSystemd)(
    `is one that systemd reads${hasSystemd ? '' : ' (systemd-analyze is not here)'}`,
    () => {
      const unit = within('medborgarloften.service')
      writeFileSync(unit, text.replaceAll('/opt/medborgarloften', process.cwd()))
      const { stderr } = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' })
      expect(stderr.split('\n').filter((line) => line.includes('medborgarloften'))).toEqual([])
      writeFileSync(unit, text.replace('ProtectHome', 'ProtectHouse'))
      const broken = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' })
      expect(broken.stderr).toContain('ProtectHouse')
    },
  )
})

const nginx = ['nginx', '/usr/sbin/nginx', '/usr/local/sbin/nginx'].find(
  (program) => spawnSync(program, ['-v']).status === 0,
)

describe.skipIf(!nginx)(`nginx${nginx ? '' : ' (it is not here: its settings are not tested)'}`, () => {
  let folder: string
  let config: string
  let port: number
  let stop: () => void
  const asked: { url: string; forwardedFor: unknown; requestId: unknown }[] = []
  const server = createServer(({ url = '', headers }, response) => {
    asked.push({ url, forwardedFor: headers['x-forwarded-for'], requestId: headers['x-request-id'] })
    const shared = {
      'cache-control': 'public, max-age=60, stale-while-revalidate=600',
      vary: 'accept, accept-encoding',
    }
    response.writeHead(200, url.startsWith('/graphql') ? shared : { 'cache-control': 'private, no-store' })
    setTimeout(() => response.end(String(headers.accept)), 100)
  })
  const starting = createServer((_request, response) => response.writeHead(503).end())
  const portOf = async (of: typeof server) => {
    await new Promise<void>((resolve) => of.listen(0, '127.0.0.1', resolve))
    return (of.address() as AddressInfo).port // it listens on a port
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'medborgarloften-nginx-'))
    const [good, bad] = [await portOf(server), await portOf(starting)]
    const free = createServer()
    port = await portOf(free)
    free.close()
    mkdirSync(join(folder, 'cache'))
    const site = readFileSync('deploy/nginx.conf', 'utf8')
      .replace(/^ {2}server server:4000.*$/m, `  server 127.0.0.1:${bad};\n  server 127.0.0.1:${good};`)
      .replace('listen 80 default_server', `listen 127.0.0.1:${port}`)
      .replace('/var/cache/nginx', join(folder, 'cache'))
    writeFileSync(join(folder, 'site.conf'), site)
    config = join(folder, 'nginx.conf')
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (kind) => `${kind}_temp_path ${folder}/${kind};`,
    )
    writeFileSync(
      config,
      `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/log;
events {}
http { access_log off; ${temporary.join(' ')} include ${folder}/site.conf; }`,
    )
  })
  afterAll(() => {
    stop?.()
    for (const each of [server, starting]) {
      each.closeAllConnections()
      each.close()
    }
    rmSync(folder, { recursive: true })
  })

  test('reads its settings', () => {
    expect(execFileSync(nginx ?? '', ['-t', '-c', config], { stdio: 'pipe' }).toString()).toBe('')
  })

  test('passes requests on to a server that is there, once for many', async () => {
    const running = spawn(nginx ?? '', ['-c', config])
    stop = () => running.kill('SIGTERM')
    const listens = () =>
      new Promise((resolve) => {
        const socket = connect(port, '127.0.0.1', () => resolve(socket.destroy().destroyed))
        socket.on('error', () => resolve(false))
      })
    await expect.poll(listens, { timeout: 5_000 }).toBe(true)
    const get = (path: string, headers = {}) => fetch(`http://127.0.0.1:${port}${path}`, { headers })
    const forged = { 'x-forwarded-for': '203.0.113.77', 'x-request-id': 'forged-forged-forged' }
    const many = await Promise.all(Array.from({ length: 20 }, () => get('/graphql?query=a', forged)))
    expect(new Set(many.map(({ status }) => status))).toEqual(new Set([200]))
    expect(asked).toHaveLength(1)
    expect(asked[0]?.forwardedFor).toBe('127.0.0.1')
    expect(asked[0]?.requestId).toMatch(/^[\da-f]{32}$/)
    expect((await get('/graphql?query=a')).headers.get('x-cache')).toBe('HIT')
    // Another form of the response is not that one.
    expect(await (await get('/graphql?query=a', { accept: 'application/json' })).text()).toBe(
      'application/json',
    )
    await get('/exports/latest/a.csv')
    await get('/exports/latest/a.csv')
    expect(asked.filter(({ url }) => url.startsWith('/exports/'))).toHaveLength(2)
  })
})
