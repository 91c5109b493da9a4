import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from './embedded-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a real PostgreSQL server, without the name of a database. */
    postgresUrl: string
    /** The folder of the archives that embedded databases are copied from; empty at first. */
    templates: string
  }
}

/** Starts a real PostgreSQL server for all tests of a run, and stops it after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres(['fsync=off', 'max_connections=200'])
  const templates = join(server.folder, 'templates')
  mkdirSync(templates)
  project.provide('postgresUrl', server.url)
  project.provide('templates', templates)
  return () => server.stop()
}
