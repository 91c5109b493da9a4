import { globSync, readFileSync } from 'node:fs'
import { settings } from '../src/config.ts'

/** The settings as a table, for the README. */
export function settingsTable(): string {
  const rows = Object.values(settings).map(
    ({ name, default: byDefault, description }) =>
      `| \`${name}\` | ${byDefault ? `\`${byDefault}\`` : ''} | ${description} |`,
  )
  return ['| setting | default | what it is |', '| --- | --- | --- |', ...rows].join('\n')
}

/** A document with its generated part, which stands between two markers, made anew. */
export function withGenerated(document: string, part: string, text: string): string {
  const begin = `<!-- ${part}: npm run generate -->`
  const end = `<!-- /${part} -->`
  const [before, rest] = document.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`The document has no ${begin} … ${end}`)
  return `${before}${begin}\n${text}\n${end}${after}`
}

/** A query that answers a question, from `docs/examples`. */
export interface Example {
  readonly question: string
  readonly query: string
}

/** The example queries, in their order. The first line of each is its question. */
export function examples(): Example[] {
  return globSync('docs/examples/*.graphql')
    .sort()
    .map((file) => {
      const [first = '', ...rest] = readFileSync(file, 'utf8').trimEnd().split('\n')
      return { question: first.replace(/^# /, ''), query: rest.join('\n') }
    })
}

/** The examples with their answers, for docs/graphql.md. */
export async function examplesWithAnswers(ask: (query: string) => Promise<unknown>): Promise<string> {
  const parts: string[] = []
  for (const { question, query } of examples()) {
    const answer = JSON.stringify(await ask(query), null, 2)
    parts.push(`### ${question}\n\n\`\`\`graphql\n${query}\n\`\`\`\n\n\`\`\`json\n${answer}\n\`\`\``)
  }
  return parts.join('\n\n')
}
