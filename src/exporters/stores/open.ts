import { FolderStore } from './folder-store.ts'
import type { S3Location } from './s3-bucket.ts'
import type { ReleaseStore } from './store.ts'

/** The store of the settings: S3 if EXPORTS_URL is set, otherwise the folder EXPORTS_DIR. */
export async function openStore(config: {
  readonly exportsDir: string
  readonly exportsUrl: S3Location | null
  readonly exportsKept: number
}): Promise<ReleaseStore> {
  if (config.exportsUrl === null) return new FolderStore(config.exportsDir, config.exportsKept)
  // Without a bucket, the client of AWS need not be loaded.
  const { S3Store } = await import('./s3-store.ts')
  return new S3Store(config.exportsUrl, config.exportsKept)
}
