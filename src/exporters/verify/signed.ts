import { createPublicKey, type KeyObject } from 'node:crypto'
import { fingerprint, isSignedBy, PUBLIC_KEY, SIGNATURE } from '../signature.ts'
import { type CopyFinding, fault, note } from './finding.ts'

/** The findings about a signature. */
export interface Signed {
  /** The fingerprint of the key that made it, or null if no known key did. */
  readonly by: string | null
  readonly findings: readonly CopyFinding[]
}

/** The signed bytes, and the files of the signature, if they exist. */
interface SignedFiles {
  readonly manifest: Uint8Array
  readonly signature: Uint8Array | null
  readonly publicKey: Uint8Array | null
}

/** Checks a signature by the keys that the reader trusts, or if there are none, by the key that comes with it. */
export function checkSignature(files: SignedFiles, trusted: readonly KeyObject[]): Signed {
  const { manifest, signature, publicKey } = files
  if (!signature) {
    return publicKey
      ? faulty(SIGNATURE, `is missing, although ${PUBLIC_KEY} exists`)
      : { by: null, findings: trusted.length === 0 ? [note('is not signed')] : [] }
  }
  if (!publicKey) return faulty(PUBLIC_KEY, `is missing, although ${SIGNATURE} exists`)
  const own = readPublicKey(Buffer.from(publicKey))
  if (!own) return faulty(PUBLIC_KEY, 'is not a valid Ed25519 public key as PEM')
  if (!isSignedBy(manifest, signature, own))
    return faulty(SIGNATURE, `is not a valid signature of index.json by ${PUBLIC_KEY}`)
  const by = fingerprint(own)
  if (trusted.length === 0) {
    const advice = 'which was not compared with a key that you trust; give one with --key FILE'
    return { by, findings: [note(`is signed by key ${by}, ${advice}`)] }
  }
  if (trusted.some((key) => key.equals(own)))
    return { by, findings: [note(`is signed by the trusted key ${by}`)] }
  const expected = trusted.map(fingerprint).join(' or ')
  return faulty(SIGNATURE, `is signed by key ${by}, not by ${expected}`)
}

function faulty(file: string, message: string): Signed {
  return { by: null, findings: [fault(file, message)] }
}

const PEM_BLOCK = /-----BEGIN PUBLIC KEY-----[^-]*-----END PUBLIC KEY-----/g

/** The Ed25519 public keys in a text: one, or several after a change of key. Null if there are none, or another kind. */
export function readPublicKeys(pem: string): KeyObject[] | null {
  const keys = (pem.match(PEM_BLOCK) ?? []).map(readPublicKey)
  const good = keys.filter((key) => key !== null)
  return good.length > 0 && good.length === keys.length ? good : null
}

function readPublicKey(pem: string | Buffer): KeyObject | null {
  try {
    const key = createPublicKey(pem)
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}
