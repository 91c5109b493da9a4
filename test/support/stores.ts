import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FolderStore } from '../../src/exporters/stores/folder-store.ts'
import type { S3Location } from '../../src/exporters/stores/s3-bucket.ts'
import { S3Store } from '../../src/exporters/stores/s3-store.ts'
import type { ReleaseStore } from '../../src/exporters/stores/store.ts'
import { credentials, type S3Server, startS3 } from './s3-server.ts'

/** A place for releases that every test of stores runs on. */
export interface TestPlace {
  /** A store of this place, as every process has one of its own. */
  open(kept?: number): ReleaseStore
  close(): Promise<void>
}

export const places: readonly { readonly name: string; make(): Promise<TestPlace> }[] = [
  { name: 'a folder', make: makeFolder },
  { name: 'S3', make: makeBucket },
]

async function makeFolder(): Promise<TestPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'medborgarloften-exports-'))
  return {
    open: (kept) => new FolderStore(folder, kept),
    close: async () => rmSync(folder, { recursive: true }),
  }
}

async function makeBucket(): Promise<TestPlace> {
  const server = await startS3()
  Object.assign(process.env, credentials)
  return { open: (kept) => new S3Store(locationOf(server), kept), close: () => server.stop() }
}

/** Where releases lie on an S3 server of ours. */
export function locationOf({ bucket, endpoint }: S3Server): S3Location {
  return { bucket, prefix: 'open/data', endpoint, region: 'eu-north-1' }
}
