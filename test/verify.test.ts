import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { OpenDatabase } from '../src/database/client.ts'
import { load } from '../src/database/load.ts'
import { formats } from '../src/exporters/formats.ts'
import { type Manifest, parseManifest } from '../src/exporters/manifest.ts'
import { fingerprint, publicKeyPem, signatureOf } from '../src/exporters/signature.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { type VerifyOptions, verifyPlace } from '../src/exporters/verify/place.ts'
import { reportLines } from '../src/exporters/verify/report.ts'
import { counterOf } from '../src/exporters/verify/rows.ts'
import { asItIs, damageByte, rewriteRelease } from './support/damaged.ts'
import { copyOf, onPglite, sampleData } from './support/databases.ts'
import { listening } from './support/listening.ts'
import { releaseSample } from './support/sample-release.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const other = generateKeyPairSync('ed25519')

/** How many quotes are released. */
const QUOTES = sampleData().tables.quotes.length

let database: OpenDatabase
/** A store with a release that isn't signed, and the next one, which is. */
let store: string
let first: string
let second: string
/** A server with these releases, and its address. */
let served: Awaited<ReturnType<typeof listening>>
let url: string

beforeAll(async () => {
  store = mkdtempSync(join(tmpdir(), 'medborgarloften-verify-'))
  database = await onPglite.openSample()
  first = (await releaseSample(database.db, new FolderStore(store))).manifest.release
  const data = copyOf(sampleData())
  for (const row of data.tables.municipalities) if (row.code === '0685') row.population += 1
  await load(database.db, data)
  const signed = await releaseSample(database.db, new FolderStore(store), { signingKey: privateKey })
  second = signed.manifest.release
  writeFileSync(join(store, 'trusted.pem'), publicKeyPem(privateKey))
  served = await listening({ database, store: new FolderStore(store) })
  url = `http://127.0.0.1:${served.port}`
})
afterAll(async () => {
  await served.close()
  await database.close()
  rmSync(store, { recursive: true })
})

/** What is reported about a place, without the notes. */
async function faultsAt(place: string, options?: VerifyOptions): Promise<string[]> {
  return reportLines(await verifyPlace(place, options)).filter((line) => line.includes(': fault: '))
}

describe('a whole store', () => {
  test('is whole, by the key that signed it, and asks nothing of the network', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch')
    const checked = await verifyPlace(store, { trusted: [other.publicKey, publicKey] })
    expect(fetched).not.toHaveBeenCalled()
    fetched.mockRestore()
    const key = fingerprint(publicKey)
    const [{ files, bytes } = { files: 0, bytes: 0 }] = checked
    expect(reportLines(checked)).toEqual([
      `${second}: intact, ${files} files of ${bytes} bytes`,
      `${second}: note: is signed by the trusted key ${key}`,
      `${second}: note: follows ${first}, whose SHA-256 is correct`,
      expect.stringContaining(`${first}: intact, `),
      `${first}: note: is the first release in its store`,
      `${first}: note: is not signed, but ${second} contains its SHA-256`,
    ])
    expect(checked.map(({ signedBy, previous }) => [signedBy, previous?.release])).toEqual([
      [key, first],
      [null, undefined],
    ])
  })

  test('holds the same release, byte for byte, as another store in which the same one came before it', async () => {
    const another = mkdtempSync(join(tmpdir(), 'medborgarloften-verify-'))
    cpSync(join(store, first), join(another, first), { recursive: true })
    await releaseSample(database.db, new FolderStore(another))
    const index = (folder: string) => readFileSync(join(folder, second, 'index.json'), 'utf8')
    expect(index(another)).toBe(index(store))
    rmSync(another, { recursive: true })
  })

  test('is checked by the tools of the system as the documents say', () => {
    const folder = join(store, 'latest')
    const blocks = [...readFileSync('docs/verification.md', 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)]
    const [sums = '', signature = '', key = ''] = blocks.map(([, code = '']) => code)
    const shell = (code: string) => execFileSync('sh', ['-ec', code], { cwd: folder, encoding: 'utf8' })
    if (!spawnSync('sha256sum', ['--version']).error) expect(shell(sums)).toBe('')
    const openssl = spawnSync('openssl', ['version'], { encoding: 'utf8' }).stdout ?? ''
    if (/^OpenSSL [3-9]/.test(openssl)) {
      expect(shell(signature)).toContain('Signature Verified Successfully')
      expect(shell(key)).toContain(fingerprint(publicKey))
    }
  })
})

/** Does to a copy what the test is about. */
type Damage = (folder: string) => void

function fileOf({ files }: Manifest, name: string) {
  const file = files.find(({ path }) => path === name)
  if (!file) throw new Error(`There is no ${name}`)
  return file
}

/** Puts a file into a copy, as `index.json` would list it. */
function replaced(name: string, contents: (before: Buffer) => Uint8Array): Damage {
  return (folder) => {
    const path = join(folder, name)
    writeFileSync(path, contents(readFileSync(path)))
    rewriteRelease(folder, (manifest) => Object.assign(fileOf(manifest, name), asItIs(folder, name)))
  }
}

/** Puts a compressed file beside quotes.csv, as `index.json` would list it. */
function compressed(contents: (original: Buffer) => Uint8Array, name = 'quotes.csv.zst'): Damage {
  return (folder) => {
    writeFileSync(join(folder, name), contents(readFileSync(join(folder, 'quotes.csv'))))
    rewriteRelease(folder, (manifest) => {
      const original = fileOf(manifest, 'quotes.csv')
      manifest.files.push({ ...original, path: name, ...asItIs(folder, name) })
    })
  }
}

const removed =
  (name: string): Damage =>
  (folder) =>
    rmSync(join(folder, name))
const cut =
  (name: string, bytes: number): Damage =>
  (folder) =>
    truncateSync(join(folder, name), bytes)
const written =
  (name: string, text: string): Damage =>
  (folder) =>
    writeFileSync(join(folder, name), text)
const appended =
  (name: string, text: string): Damage =>
  (folder) =>
    appendFileSync(join(folder, name), text)
const relisted =
  (change: (manifest: Manifest) => void): Damage =>
  (folder) =>
    rewriteRelease(folder, change)

const NO_SIGNATURE = 'index.json.sig is not a valid signature of index.json by public-key.pem'

const damages: [what: string, damage: Damage, told: string | RegExp][] = [
  ['a file is missing', removed('promises.csv'), 'promises.csv is missing'],
  ['a file is cut', cut('quotes.json', 10), 'quotes.json has 10 bytes, but index.json says '],
  ['a file is longer', appended('topics.csv', 'x'), 'topics.csv has more than '],
  [
    'a folder stands for a file',
    (folder) => {
      rmSync(join(folder, 'promises.csv'))
      mkdirSync(join(folder, 'promises.csv'))
    },
    'promises.csv cannot be read: is not a file',
  ],
  ['there is one more file', written('evil.exe', ''), 'evil.exe is not listed in index.json'],
  ['there is a file with a name that moves the cursor', written('\x1b[2Jx', ''), '\\u{1b}[2Jx is not listed'],
  ['the manifest is cut', cut('index.json', 1000), 'index.json is not a valid manifest of a release: '],
  [
    'the manifest is none',
    written('index.json', '{}'),
    'index.json is not a valid manifest of a release: title: ',
  ],
  ['the manifest is changed by a space', appended('index.json', ' '), NO_SIGNATURE],
  ['the checksums are missing', removed('SHA256SUMS'), 'SHA256SUMS is missing'],
  ['the checksums are cut', cut('SHA256SUMS', 100), /SHA256SUMS does not list (?!activities)/],
  [
    'a checksum is another',
    (folder) => {
      const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8')
      writeFileSync(join(folder, 'SHA256SUMS'), sums.replace(/^.{64}/, '0'.repeat(64)))
    },
    /SHA256SUMS has the wrong SHA-256 for \S+/,
  ],
  [
    'a checksum is one too many',
    appended('SHA256SUMS', `${'0'.repeat(64)}  more\n`),
    'SHA256SUMS lists more, which is not a file of the release',
  ],
  ['the signature is another', written('index.json.sig', 'x'.repeat(64)), NO_SIGNATURE],
  ['the signature is missing', removed('index.json.sig'), 'index.json.sig is missing, although public-'],
  [
    'the key is missing',
    removed('public-key.pem'),
    'public-key.pem is missing, although index.json.sig exists',
  ],
  ['the key is another', written('public-key.pem', publicKeyPem(other.privateKey)), NO_SIGNATURE],
  [
    'the key is none',
    written('public-key.pem', 'x'),
    'public-key.pem is not a valid Ed25519 public key as PEM',
  ],
  [
    'the manifest contradicts itself about rows',
    relisted((manifest) => Object.assign(fileOf(manifest, 'quotes.csv'), { rows: 3 })),
    `index.json says that quotes.csv has 3 rows, but quotes ${QUOTES}`,
  ],
  [
    'the manifest leads out of the folder',
    relisted(({ files }) => Object.assign(files[0] ?? {}, { path: '../trusted.pem' })),
    'index.json lists ../trusted.pem, which is not a valid file name in a release',
  ],
  [
    'the manifest lists a file twice',
    relisted((manifest) => manifest.files.push(fileOf(manifest, 'quotes.csv'))),
    'index.json lists quotes.csv twice',
  ],
  [
    'the manifest is of another release',
    relisted((manifest) => Object.assign(manifest, { release: 'r1-00000000' })),
    /index\.json is for r1-00000000, but is stored under r2-/,
  ],
  [
    'the manifest names no release as the one before',
    relisted((manifest) => Object.assign(manifest.previous ?? {}, { release: '../../x' })),
    'index.json names ../../x as the previous release, which is not a valid name of a release',
  ],
  [
    'a row is gone, and all lists agree',
    replaced('quotes.csv', (before) => Buffer.from(before.toString().replace(/\r\n[^"\n]*\r\n/, '\r\n'))),
    `quotes.csv has ${QUOTES - 1} rows, but index.json says ${QUOTES}`,
  ],
  [
    'a value is another, and all lists agree',
    replaced('municipalities.jsonl', (before) =>
      Buffer.from(before.toString().replace('"Vetlanda"', '"Vetlandb"')),
    ),
    'index.json has rows that do not match content_sha256, which is part of the name of the release',
  ],
  [
    'rows stand in another order, and all lists agree',
    replaced('counties.jsonl', (before) =>
      Buffer.from(`${before.toString().trim().split('\n').reverse().join('\n')}\n`),
    ),
    'index.json has rows that do not match content_sha256, which is part of the name of the release',
  ],
  [
    'a row is no JSON, and all lists agree',
    replaced('counties.jsonl', (before) => Buffer.from(before.toString().replace('{', '['))),
    'index.json has rows that do not match content_sha256, which is part of the name of the release',
  ],
  [
    'the day is another, and all lists agree',
    relisted((manifest) => Object.assign(manifest, { date: '2020-01-01' })),
    'index.json has rows that do not match content_sha256, which is part of the name of the release',
  ],
  [
    'lines are gone, and all lists agree',
    replaced('topics.jsonl', (before) => before.subarray(0, before.indexOf('\n'))),
    'topics.jsonl has 1 rows, but index.json says 20',
  ],
  [
    'a compressed copy is of something else',
    compressed(() => zstdCompressSync('something else')),
    'quotes.csv.zst does not unpack to the same bytes as quotes.csv',
  ],
  [
    'a compressed copy has no end',
    compressed(() => zstdCompressSync(Buffer.alloc(50_000_000))),
    'quotes.csv.zst does not unpack to quotes.csv: has more than ',
  ],
  [
    'a copy by gzip is of something else',
    compressed(() => gzipSync('something else'), 'quotes.csv.gz'),
    'quotes.csv.gz does not unpack to the same bytes as quotes.csv',
  ],
  [
    'a copy by gzip is cut',
    compressed((original) => gzipSync(original).subarray(0, -50), 'quotes.csv.gz'),
    'quotes.csv.gz does not unpack to quotes.csv: ',
  ],
  [
    'a compressed copy is of no file of it',
    relisted(({ files }) => Object.assign(files[0] ?? {}, { path: 'nothing.csv.zst' })),
    'nothing.csv.zst is a compressed copy of a file that is not listed in index.json',
  ],
  [
    'a compressed copy is cut',
    compressed((original) => zstdCompressSync(original).subarray(0, -50)),
    'quotes.csv.zst does not unpack to quotes.csv: ',
  ],
]

describe('a copy', () => {
  let parent: string
  let folder: string
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'medborgarloften-verify-'))
    folder = join(parent, second)
    cpSync(join(store, second), folder, { recursive: true })
  })
  afterEach(() => rmSync(parent, { recursive: true }))

  test('under another name, alone, is whole; what was not compared is said', async () => {
    const renamed = join(parent, 'kopia')
    renameSync(folder, renamed)
    const lines = reportLines(await verifyPlace(renamed))
    expect(lines[0]).toContain(`${second}: intact, `)
    expect(lines.slice(1)).toEqual([
      `${second}: note: is signed by key ${fingerprint(publicKey)}, which was not compared with a key that you trust; give one with --key FILE`,
      `${second}: note: follows ${first}, which is not in the same place, so that link was not checked`,
    ])
  })

  test('in which a bit is turned is found out, whatever kind of file it is in', async () => {
    const { files } = parseManifest(readFileSync(join(folder, 'index.json'), 'utf8'))
    const kinds = new Map(files.map((file) => [file.path.slice(file.path.indexOf('.')), file]))
    expect(kinds.size).toBeGreaterThanOrEqual(12)
    for (const { path, bytes } of kinds.values()) damageByte(join(folder, path), Math.floor(bytes / 2))
    const expected = [...kinds.values()].map(
      ({ path }) => `${second}: fault: ${path} has a SHA-256 that does not match index.json`,
    )
    expect((await faultsAt(folder)).sort()).toEqual(expected.sort())
  })

  test.for(damages)('of which %s is not whole', async ([_what, damage, told]) => {
    damage(folder)
    const checked = await verifyPlace(folder)
    expect(checked.map(({ isWhole }) => isWhole)).toEqual([false])
    const lines = reportLines(checked).join('\n')
    if (typeof told === 'string') expect(lines).toContain(`: fault: ${told}`)
    else expect(lines).toMatch(told)
  })

  test('without a manifest is not whole where others are, and none where it is alone', async () => {
    rmSync(join(folder, 'index.json'))
    expect(await faultsAt(parent)).toEqual([`${folder}: fault: index.json is missing`])
    await expect(verifyPlace(folder)).rejects.toThrow(`No release found at ${folder}`)
  })

  test('with compressed files that unpack to their originals is whole', async () => {
    compressed((original) => zstdCompressSync(original))(folder)
    compressed((original) => gzipSync(original), 'quotes.csv.gz')(folder)
    expect(await faultsAt(folder)).toEqual([])
  })

  test('that follows another release than the one beside it is not whole', async () => {
    cpSync(join(store, first), join(parent, first), { recursive: true })
    expect(await faultsAt(parent)).toEqual([])
    relisted((manifest) => Object.assign(manifest, { note: { sv: 'x', en: 'x' } }))(join(parent, first))
    expect(await faultsAt(parent)).toEqual([
      `${second}: fault: index.json follows ${first}, but with a SHA-256 that does not match the release at ${join(parent, first)}`,
    ])
    // Nor does the release that was changed pass for one that a signed release vouches for.
    expect(await faultsAt(parent, { trusted: [publicKey] })).toContain(
      `${first}: fault: index.json.sig is missing: the release is not signed, and no signed release that was checked contains its SHA-256`,
    )
  })

  test('of releases of before they named the one before them is whole', async () => {
    relisted((manifest) => {
      delete manifest.previous
    })(folder)
    const lines = reportLines(await verifyPlace(folder))
    expect(lines[0]).toContain(': intact, ')
    expect(lines).toContain(`${second}: note: was made before releases recorded their predecessor`)
  })

  test('signed by somebody else, or by nobody, does not pass for one of a key that is trusted', async () => {
    const trusted = { trusted: [publicKey] }
    expect(await faultsAt(folder, trusted)).toEqual([])
    expect(await faultsAt(folder, { trusted: [other.publicKey] })).toEqual([
      `${second}: fault: index.json.sig is signed by key ${fingerprint(publicKey)}, not by ${fingerprint(other.publicKey)}`,
    ])
    relisted(() => {})(folder)
    expect(await faultsAt(folder)).toEqual([])
    expect(await faultsAt(folder, trusted)).toEqual([
      `${second}: fault: index.json.sig is missing: the release is not signed, and no signed release that was checked contains its SHA-256`,
    ])
    // All of it recreated by somebody with a key of their own.
    writeFileSync(
      join(folder, 'index.json.sig'),
      signatureOf(readFileSync(join(folder, 'index.json')), other.privateKey),
    )
    writeFileSync(join(folder, 'public-key.pem'), publicKeyPem(other.privateKey))
    for (const file of ['index.json.sig', 'public-key.pem'])
      appendFileSync(join(folder, 'SHA256SUMS'), `${asItIs(folder, file).sha256}  ${file}\n`)
    expect(await faultsAt(folder)).toEqual([])
    expect(await faultsAt(folder, trusted)).toEqual([
      `${second}: fault: index.json.sig is signed by key ${fingerprint(other.publicKey)}, not by ${fingerprint(publicKey)}`,
    ])
  })
})

describe('an address', () => {
  test('of a server, or of one of its releases, is checked as a folder is', async () => {
    const all = await verifyPlace(`${url}/exports`, { trusted: [publicKey] })
    expect(all.map(({ release: name, isWhole }) => [name, isWhole])).toEqual([
      [second, true],
      [first, true],
    ])
    for (const path of ['latest', `${second}/`, `${second}/index.json`]) {
      const [one, ...others] = await verifyPlace(`${url}/exports/${path}`, { trusted: [publicKey] })
      expect(others).toEqual([])
      expect(one).toMatchObject({ place: `${url}/exports/${second}/`, isWhole: true, bytes: all[0]?.bytes })
    }
    expect((await fetch(`${url}/exports/${first}/index.json.sig`)).status).toBe(404)
    expect(served.faults).toEqual([])
  })

  test('where there is none, or nobody, says so', async () => {
    await expect(verifyPlace(`${url}/nowhere/`)).rejects.toThrow(`No release found at ${url}/nowhere/`)
    await expect(verifyPlace('http://127.0.0.1:1/exports/')).rejects.toThrow(
      'http://127.0.0.1:1/exports/ cannot be read: ',
    )
    await expect(verifyPlace(join(store, 'nowhere'))).rejects.toThrow(/nowhere cannot be read: ENOENT/)
  })

  test('of a server that sends other bytes, too many, too few or none ends in faults, soon', async () => {
    const index = readFileSync(join(store, second, 'index.json'))
    const answers: { [file: string]: RequestListener } = {
      'index.json': (_request, response) => response.end(index),
      'agreements.csv': (_request, response) => {
        const endless = () => response.write(Buffer.alloc(100_000), () => response.destroyed || endless())
        endless()
      },
      'issues.csv': () => {},
      'topics.csv': (_request, response) => response.write('id,'),
      'actors.csv': (_request, response) => response.writeHead(503).end(),
      'promises.csv': (_request, response) =>
        response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      'counties.csv': (_request, response) => {
        const drip = setInterval(() => response.write('x'), 20)
        response.once('close', () => clearInterval(drip))
      },
    }
    const server = createServer((request, response) => {
      const answer = answers[request.url?.split('/').at(-1) ?? '']
      if (answer) answer(request, response)
      else response.writeHead(404).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const patience = { idleMs: 1_500, leastBytesPerSecond: 4_000 }
    const faults = await faultsAt(`http://127.0.0.1:${port}/exports/${second}/`, { patience })
    server.closeAllConnections()
    server.close()
    const of = (file: string) => faults.filter((line) => line.includes(`: fault: ${file} `)).join()
    expect(of('agreements.csv')).toContain('has more than ')
    expect(of('issues.csv')).toContain('cannot be read: sent nothing for 1.5 s')
    expect(of('topics.csv')).toContain('cannot be read: sent nothing for 1.5 s')
    expect(of('actors.csv')).toContain('cannot be read: the server responded with status 503')
    expect(of('promises.csv')).toContain('cannot be read: ')
    expect(of('counties.csv')).toContain('cannot be read: sent less than 4000 bytes per second')
    expect(of('signatures.csv')).toContain('is missing')
  })
})

describe('npm run verify', () => {
  const run = (...words: string[]) =>
    promisify(execFile)(process.execPath, ['src/main.ts', 'verify', ...words]).then(
      (ended) => ({ code: 0, ...ended }),
      ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
    )

  test('ends with 0 where all is whole, and with 1 where not, in lines or as JSON', async () => {
    const good = await run(join(store, 'latest'), '--key', join(store, 'trusted.pem'))
    expect(good).toMatchObject({ code: 0, stderr: '' })
    expect(good.stdout).toContain(`${second}: intact, `)
    const bad = mkdtempSync(join(tmpdir(), 'medborgarloften-verify-'))
    cpSync(join(store, first), bad, { recursive: true })
    rmSync(join(bad, 'topics.csv'))
    const { code, stdout, stderr } = await run(bad, '--json')
    expect([code, stderr]).toEqual([1, 'Not intact: 1 fault\n'])
    expect(JSON.parse(stdout)).toMatchObject({
      isWhole: false,
      releases: [
        { release: first, findings: [{ kind: 'fault', file: 'topics.csv', message: 'is missing' }, {}, {}] },
      ],
    })
    rmSync(bad, { recursive: true })
  })

  test('does what the documents say', async () => {
    const shown = readFileSync('docs/verification.md', 'utf8').matchAll(/^npm run verify -- (.+)$/gm)
    const lines = Array.from(shown, ([, words = '']) => words)
    expect(lines).toHaveLength(3)
    for (const line of lines) {
      const here = line
        .replace('http://127.0.0.1:4000', url)
        .replace('public-key.pem', join(store, 'trusted.pem'))
        .replace(/^exports/, store)
      expect(await run(...here.split(' ')), line).toMatchObject({ code: 0, stderr: '' })
    }
  })

  test('ends with 2 where it is called wrongly', async () => {
    const wrong = [
      [[], 'no folder or address given; use npm run verify -- PLACE [--key FILE]\n'],
      [
        ['ftp://example.se/'],
        '"ftp://example.se/" is not supported; give a folder, or an http or https address\n',
      ],
      [['http://'], '"http://" is not supported; give a folder, or an http or https address\n'],
      [
        [store, '--key', join(store, first, 'README.md')],
        /^--key .*: not a valid Ed25519 public key; give the path of one as PEM/,
      ],
      [[store, '--key', join(store, 'none')], /^--key: ENOENT/],
    ] as const
    for (const [words, line] of wrong) {
      const { code, stderr } = await run(...words)
      expect(code, String(words)).toBe(2)
      if (typeof line === 'string') expect(stderr).toBe(line)
      else expect(stderr).toMatch(line)
    }
  })
})

test('the rows of every form are counted, but where that takes more than a look at each byte', () => {
  const uncounted = formats.filter(({ extension }) => counterOf(`activities.${extension}`) === null)
  expect(uncounted.map(({ extension }) => extension)).toEqual(['json', 'parquet', 'geojson'])
})
