import { fileURLToPath } from 'node:url'

/** The records that come with the program. */
export const BUNDLED_DATA = fileURLToPath(new URL('../../data', import.meta.url))
