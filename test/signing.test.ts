import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig, WrongUsage } from '../src/config.ts'
import { isSignedBy, publicKeyPem, signatureOf } from '../src/exporters/signature.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'medborgarloften-signing-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('SIGNING_KEY', () => {
  test('is read from the path of a file, from its text, and from its text on one line', () => {
    const file = join(folder, 'key.pem')
    writeFileSync(file, pem)
    for (const given of [file, pem, pem.replaceAll('\n', '\\n')]) {
      const { signingKey } = readConfig({ SIGNING_KEY: given })
      expect(signingKey?.equals(privateKey), given).toBe(true)
    }
  })

  const [, secret = ''] = pem.split('\n')
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const encrypted = privateKey.export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: 'x',
  })
  test.each([
    ['no file', '/nowhere/key.pem', 'the file cannot be read (ENOENT)'],
    ['the inside of a key', secret, 'the file cannot be read (ENOENT)'],
    ['a cut key', pem.slice(0, 60), 'not a valid PEM private key without a passphrase'],
    ['a public key', publicKeyPem(privateKey), 'not a valid PEM private key without a passphrase'],
    ['a key with a passphrase', encrypted.toString(), 'not a valid PEM private key without a passphrase'],
    [
      'a key of another kind',
      rsa.export({ type: 'pkcs8', format: 'pem' }).toString(),
      'the key is of type rsa, not Ed25519',
    ],
  ])('that is %s stops the start in a line that says nothing of it', (_what, given, reason) => {
    const attempt = () => readConfig({ SIGNING_KEY: given })
    expect(attempt).toThrow(WrongUsage)
    expect(attempt).toThrow(`SIGNING_KEY: ${reason}`)
    let message = ''
    try {
      attempt()
    } catch (error) {
      message = String(error)
    }
    expect(message).not.toContain('\n')
    expect(message).not.toContain(given.slice(0, 20))
  })
})

test('a signature holds for what was signed, by the key that signed it, and for nothing else', () => {
  const signature = signatureOf('{}', privateKey)
  expect(signature).toHaveLength(64)
  expect(signatureOf('{}', privateKey)).toEqual(signature)
  expect(isSignedBy(Buffer.from('{}'), signature, publicKey)).toBe(true)
  expect(isSignedBy(Buffer.from('{ }'), signature, publicKey)).toBe(false)
  expect(isSignedBy(Buffer.from('{}'), signature.slice(1), publicKey)).toBe(false)
  expect(isSignedBy(Buffer.from('{}'), signature, generateKeyPairSync('ed25519').publicKey)).toBe(false)
})
