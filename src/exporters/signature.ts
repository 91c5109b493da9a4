import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { sha256Of } from '../common/sha256.ts'

/** The file with the signature of `index.json`: only the 64 bytes of Ed25519 (RFC 8032). */
export const SIGNATURE = 'index.json.sig'

/** The file with the public key of the signature, as PEM. */
export const PUBLIC_KEY = 'public-key.pem'

/** The signature of a manifest. */
export function signatureOf(manifest: string | Uint8Array, privateKey: KeyObject): Uint8Array {
  return sign(null, Buffer.from(manifest), privateKey)
}

/** Whether a manifest was signed with the private key. */
export function isSignedBy(manifest: Uint8Array, signature: Uint8Array, publicKey: KeyObject): boolean {
  return verify(null, manifest, publicKey, signature)
}

/** The public half of a key, as PEM. */
export function publicKeyPem(privateKey: KeyObject): string {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString()
}

/** The fingerprint of a key for people to compare: SHA-256 of the key in DER. */
export function fingerprint(publicKey: KeyObject): string {
  return sha256Of(publicKey.export({ type: 'spki', format: 'der' }))
}
