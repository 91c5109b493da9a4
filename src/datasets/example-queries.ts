import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('../../docs/examples/', import.meta.url))

/** A query that answers a question, from `docs/examples`. */
interface Example {
  readonly question: string
  readonly query: string
}

/** The example queries, in order. The first line of each is its question. */
export const exampleQueries: readonly Example[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.graphql'))
  .sort()
  .map((file) => {
    const [first = '', ...rest] = readFileSync(`${FOLDER}${file}`, 'utf8').trimEnd().split('\n')
    return { question: first.replace(/^# /, ''), query: rest.join('\n') }
  })
