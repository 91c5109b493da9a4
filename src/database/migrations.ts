import { fileURLToPath } from 'node:url'

/** The folder of the migrations. */
export const MIGRATIONS = fileURLToPath(new URL('../../drizzle', import.meta.url))

/** The same for all databases: columns are snake_case there and camelCase here. */
export const CASING = { casing: 'snake_case' } as const

/** The extension that the migrations need. It is in the package "contrib" of a PostgreSQL server. */
export const EXTENSION = 'pg_trgm'

/** An arbitrary number that nothing else in the database uses for an advisory lock. */
export const LOCK_KEY = 685_684_1766
