import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { judgeAudit } from '../scripts/shipped/audit.ts'
import { type Lock, refusedLicences, shippedPackages } from '../scripts/shipped/licences.ts'

describe('the licences of what is shipped', () => {
  test('are permitted', () => {
    const lock: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
    expect(refusedLicences(lock)).toEqual([])
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    const shipped = shippedPackages(lock).map(([place]) => place)
    for (const name of Object.keys(dependencies)) expect(shipped).toContain(`node_modules/${name}`)
  })

  test.each([
    ['MIT', true],
    ['MIT AND OFL-1.1', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['GPL-3.0-only', false],
    ['MIT AND GPL-3.0-only', false],
    ['AGPL-3.0-or-later OR (MIT AND SSPL-1.0)', false],
    ['SEE LICENSE IN LICENSE.md', false],
    ['UNLICENSED', false],
    [undefined, false],
  ])('%j is permitted: %j', (license, isPermitted) => {
    const other = { version: '1.0.0', ...(license && { license }) }
    const lock = { packages: { '': { license: 'MIT' }, 'node_modules/other': other } }
    expect(refusedLicences(lock)).toEqual(
      isPermitted ? [] : [`node_modules/other 1.0.0: ${license ?? 'no licence'}`],
    )
  })

  test('of development alone are not asked', () => {
    expect(
      refusedLicences({ packages: { 'node_modules/tool': { license: 'GPL-3.0-only', dev: true } } }),
    ).toEqual([])
  })
})

describe('npm audit', () => {
  const found = (severity: string) =>
    JSON.stringify({ vulnerabilities: { old: { name: 'old', severity, range: '<2' } } })
  test.each([
    [found('critical'), false, 'critical: old <2'],
    [found('high'), false, 'high: old <2'],
    [found('moderate'), true, 'moderate: old <2'],
    ['{"vulnerabilities":{}}', true, 'no known vulnerabilities in what is shipped'],
    ['{"statusCode":405}', true, 'not audited: the registry has no audit endpoint (status 405)'],
    ['{"statusCode":500,"message":"broken"}', false, 'not audited: broken'],
    [
      '{"message":"request failed, reason: connect ECONNREFUSED"}',
      false,
      'not audited: request failed, reason: connect ECONNREFUSED',
    ],
  ])('%s passes: %j', (printed, passes, line) => {
    expect(judgeAudit(printed)).toEqual({ passes, lines: [line] })
  })

  test.each([
    ['has no audit endpoint', 405, {}, 0, 'npm audit: not audited: the registry has no audit endpoint'],
    ['knows of nothing', 200, {}, 0, 'npm audit: no known vulnerabilities'],
    [
      'knows of a vulnerability',
      200,
      {
        postgres: [
          { id: 1, url: 'https://example.se', title: 'bad', severity: 'high', vulnerable_versions: '*' },
        ],
      },
      1,
      'npm audit: high: postgres',
    ],
  ])('asked of a registry that %s', async (_what, status, advisories, code, line) => {
    const registry = createServer(({ url = '' }, response) => {
      // It is asked for what depends on a package that it warns of.
      const answer = url.endsWith('/bulk')
        ? advisories
        : { name: decodeURIComponent(url.slice(1)), versions: {} }
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    })
    await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve))
    const { port } = registry.address() as AddressInfo // it listens on a port
    const cache = mkdtempSync(join(tmpdir(), 'medborgarloften-npm-'))
    const child = spawn(process.execPath, ['scripts/check-audit.ts'], {
      env: {
        PATH: process.env.PATH,
        HOME: cache,
        npm_config_cache: cache,
        npm_config_registry: `http://127.0.0.1:${port}/`,
        npm_config_userconfig: join(cache, 'npmrc'),
      },
    })
    const printed = Promise.all([text(child.stdout), text(child.stderr)])
    expect([await once(child, 'exit'), (await printed).join('')]).toEqual([
      [code, null],
      expect.stringContaining(line),
    ])
    registry.close()
    rmSync(cache, { recursive: true })
  })
})
