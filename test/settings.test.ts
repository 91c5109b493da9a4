import { describe, expect, test } from 'vitest'
import { databasePlace } from '../src/commands/database-place.ts'
import { missingOfPublisher, publisherOf } from '../src/commands/publisher.ts'
import { addressesIn } from '../src/common/setting-schemas.ts'
import { readConfig, type SettingDefinition, settings, WrongUsage } from '../src/config.ts'

describe('settings', () => {
  test('have defaults that are right', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 4000,
      readerUrl: null,
      readerModel: null,
      readerKey: null,
      publicUrl: null,
      publisherName: null,
      publisherType: null,
      publisherUrl: null,
      contactEmail: null,
      databaseUrl: null,
      databaseReplicaUrls: [],
      dataDir: '.data',
      exportsDir: 'exports',
      signingKey: null,
      timegateUrl: null,
      watchSchedule: null,
      draftsDir: 'drafts',
      exportsUrl: null,
      exportsKept: 0,
      exportSchedule: { pattern: '30 2 * * *', timezone: 'Europe/Stockholm' },
      rateLimit: 300_000,
      cacheBytes: 64 * 1024 * 1024,
      proxies: 0,
      logLevel: 'info',
      logFormat: null,
      otlpEndpoint: null,
      tracedShare: 1,
    })
  })

  test('name a publisher where all that is needed is given, and nobody where a part is missing', () => {
    const given = {
      PUBLIC_URL: 'https://data.example.se',
      PUBLISHER_NAME: 'Exempel',
      PUBLISHER_TYPE: 'Company',
      CONTACT_EMAIL: 'data@example.se',
    }
    const publisher = { name: 'Exempel', type: 'Company', url: null, email: 'data@example.se' }
    expect(publisherOf(readConfig(given))).toEqual(publisher)
    const PUBLISHER_URL = 'http://dataportal.se/organisation/SE2021000000'
    expect(publisherOf(readConfig({ ...given, PUBLISHER_URL }))).toEqual({ ...publisher, url: PUBLISHER_URL })
    for (const missing of Object.keys(given)) {
      const config = readConfig({ ...given, [missing]: '' })
      expect(publisherOf(config), missing).toBeNull()
      expect(missingOfPublisher(config)).toContain(`${missing} is missing: until it is set`)
    }
    expect(missingOfPublisher(readConfig(given))).toBeNull()
    expect(missingOfPublisher(readConfig({}))).toBeNull()
    expect(missingOfPublisher(readConfig({ PUBLISHER_URL }))).toMatch(
      /^PUBLIC_URL, PUBLISHER_NAME, PUBLISHER_TYPE, CONTACT_EMAIL are missing: until all are set/,
    )
  })

  test.each(Object.values<SettingDefinition>(settings))(
    '$name is refused with a control character in it',
    (setting) => {
      const refused = (given: string) => {
        try {
          readConfig({ [setting.name]: given })
        } catch (error) {
          return error instanceof WrongUsage ? error.message : String(error)
        }
        return ''
      }
      for (const character of ['\u0007', '\n', '\t', '\u0085', '\u2028', '\uffff']) {
        const message = refused(`a${character}b`)
        if (setting.isMultiline) expect(message).not.toContain('control characters')
        else expect(message).toMatch(new RegExp(`^${setting.name}.*control characters$`))
        expect(message).not.toContain(character)
      }
    },
  )

  test('of text may end with a line break, as what a file holds does', () => {
    expect(readConfig({ PUBLISHER_NAME: 'Exempel\n' }).publisherName).toBe('Exempel')
  })

  test('that are empty are as if they were not there', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}))
  })

  test('name several servers of a database', () => {
    const url = 'postgres://me:a,b%40c@one:5432,two,[::1]:5433/data?sslmode=require'
    const replicas = ' postgres://me:x@three/data  postgres://me:x@four:5433/data '
    const config = readConfig({ DATABASE_URL: url, DATABASE_REPLICA_URLS: replicas })
    expect(config.databaseUrl).toBe(url)
    expect(addressesIn(url)).toEqual([
      'postgres://me:a,b%40c@one:5432/data?sslmode=require',
      'postgres://me:a,b%40c@two/data?sslmode=require',
      'postgres://me:a,b%40c@[::1]:5433/data?sslmode=require',
    ])
    expect(() => databasePlace({ ...config, databaseUrl: null })).toThrow(WrongUsage)
    expect(config.databaseReplicaUrls).toEqual([
      'postgres://me:x@three/data',
      'postgres://me:x@four:5433/data',
    ])
  })

  test('are read as they are meant', () => {
    expect(readConfig({ PUBLIC_URL: 'https://data.example.se/' }).publicUrl).toBe('https://data.example.se')
    expect(() => readConfig({ DATA_DIR: '  ' })).toThrow(WrongUsage)
    expect(readConfig({ EXPORTS_URL: 's3://my-bucket' }).exportsUrl).toEqual({
      bucket: 'my-bucket',
      prefix: '',
      endpoint: null,
      region: null,
    })
    const elsewhere = 's3://my.bucket/open/data/?endpoint=http://127.0.0.1:9000&region=garage'
    expect(readConfig({ EXPORTS_URL: elsewhere }).exportsUrl).toEqual({
      bucket: 'my.bucket',
      prefix: 'open/data',
      endpoint: 'http://127.0.0.1:9000',
      region: 'garage',
    })
  })
})
