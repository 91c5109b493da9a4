import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'

const MAKE_ONE = 'create one with openssl genpkey -algorithm ed25519'

/**
 * The private key with which releases are signed, from its PEM text or from the file with that path.
 *
 * @throws {Error} when it is not an Ed25519 key; the message says what to give instead, without showing the key.
 */
export function readSigningKey(given: string): KeyObject {
  const pem = given.includes('-----BEGIN') ? given : readKeyFile(given)
  // If a setting can have only one line, the lines of the key are written with \n between them.
  const key = parseKey(pem.replaceAll('\\n', '\n'))
  if (key.asymmetricKeyType !== 'ed25519')
    throw new Error(`the key is of type ${key.asymmetricKeyType}, not Ed25519; ${MAKE_ONE}`)
  return key
}

function readKeyFile(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? error.code : 'unknown'
    // The path is not shown: it may be a key without its first line.
    throw new Error(
      `the file cannot be read (${reason}); give the path of a private key as PEM, or its text starting with -----BEGIN`,
    )
  }
}

function parseKey(pem: string): KeyObject {
  try {
    return createPrivateKey(pem)
  } catch {
    throw new Error(`not a valid PEM private key without a passphrase; ${MAKE_ONE}`)
  }
}
