import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parse } from 'yaml'
import type { z } from 'zod'

/** Writes a file atomically: even if the program is interrupted, it is either complete or absent. */
export async function writeWhole(file: string, contents: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const unfinished = `${file}.${randomUUID()}.unfinished`
  try {
    const handle = await open(unfinished, 'wx')
    try {
      await handle.writeFile(contents)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/** The contents of a YAML file; null if it does not exist or has another form. */
export async function readYaml<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
  const bytes = await readIfThere(file)
  if (bytes === null) return null
  try {
    return schema.parse(parse(bytes.toString('utf8')))
  } catch {
    return null
  }
}

/** The bytes of a file; null if it does not exist. */
export async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
