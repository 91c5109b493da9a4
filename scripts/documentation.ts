import { settings } from '../src/config.ts'
import type { OpenDatabase } from '../src/database/client.ts'
import { exampleQueries } from '../src/datasets/example-queries.ts'
import { explain, explanationText } from '../src/graphql/explain.ts'
import { type Limit, limits } from '../src/graphql/limits.ts'
import type { Outline } from '../src/graphql/plans/outline.ts'
import { pageKinds } from '../src/http/site/page-kinds.ts'
import { pathOfForm } from '../src/http/site/pages.ts'
import { keyActions, shownKey } from '../src/review/view/keys.ts'
import { openings } from '../src/site/opening.ts'

/** The settings as a table, for the README. */
export function settingsTable(): string {
  const rows = Object.values(settings).map(
    ({ name, default: byDefault, description }) =>
      `| \`${name}\` | ${byDefault ? `\`${byDefault}\`` : ''} | ${description} |`,
  )
  return ['| setting | default | what it is |', '| --- | --- | --- |', ...rows].join('\n')
}

/** The limits of a GraphQL request as a table, for openapi-notes.md. */
export function limitsTable(): string {
  const rows = Object.values<Limit>(limits).map(
    ({ value, code, status, what, advice }) =>
      `| \`${code}\` | ${status} | ${value} | ${what.en}. ${advice.en} | ${what.sv}. ${advice.sv} |`,
  )
  return ['| code | status | at most | what | vad |', '| --- | --- | --- | --- | --- |', ...rows].join('\n')
}

/** The keys of the review page as a table, for docs/ingest.md. */
export function keysTable(): string {
  const rows = keyActions.map(({ keys, does }) => {
    const shown = keys.map((key) => `\`${shownKey(key, 'en')}\``).join(' ')
    return `| ${shown} | ${does.en} | ${does.sv} |`
  })
  return ['| key | what it does | vad den gör |', '| --- | --- | --- |', ...rows].join('\n')
}

/** How to read a release in each program, for docs/exports.md. */
export function openingsList(): string {
  const parts = openings.map(({ program, how, code }) => {
    const shown = code ? `\n\n\`\`\`${code.language}\n${code.text(LATEST_FILES)}\n\`\`\`` : ''
    return `**${program}.** ${how.en}${shown}`
  })
  return parts.join('\n\n')
}

/** The kinds of pages with their addresses, for openapi-notes.md. */
export function pagesTable(): string {
  const shown = (path: string) => `\`${path.replace(/:(\w+)/g, '{$1}')}\``
  const rows = pageKinds.map(({ paths, summary, search = [], files }) => {
    const more = Object.keys(files).flatMap((name) => [
      shown(pathOfForm(paths.sv, { name })),
      shown(pathOfForm(paths.en, { name })),
    ])
    const asked = search.map((name) => `\`${name}\``).join(' ')
    return `| ${[shown(paths.sv), ...more.filter((_path, index) => index % 2 === 0)].join('<br>')} | ${[shown(paths.en), ...more.filter((_path, index) => index % 2 === 1)].join('<br>')} | ${asked} | ${summary.en} |`
  })
  return ['| Swedish | English | query | what |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

/** Where `npm start` serves the files of the newest release. */
export const LATEST_FILES = 'http://127.0.0.1:4000/exports/latest/'

/** A document with its generated part, between two markers, updated. */
export function withGenerated(document: string, part: string, text: string): string {
  const begin = `<!-- ${part}: npm run generate -->`
  const end = `<!-- /${part} -->`
  const [before, rest] = document.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`The document has no ${begin} … ${end}`)
  return `${before}${begin}\n${text}\n${end}${after}`
}

/** The examples with their answers, for docs/graphql.md. */
export async function examplesWithAnswers(ask: (query: string) => Promise<unknown>): Promise<string> {
  const parts: string[] = []
  for (const { question, query } of exampleQueries) {
    const answer = JSON.stringify(await ask(query), null, 2)
    parts.push(`### ${question}\n\n\`\`\`graphql\n${query}\n\`\`\`\n\n\`\`\`json\n${answer}\n\`\`\``)
  }
  return parts.join('\n\n')
}

const EXPLAINED = `{
  agreements(first: 2, filter: { county: "06" }) {
    totalCount
    nodes { title municipalities { name county { nameSv } } promises(first: 5) { nodes { text } } }
  }
}`

/** What `npm run explain` prints of a query, for docs/graphql.md. */
export async function explainedQuery(database: OpenDatabase, outline: Outline): Promise<string> {
  const text = explanationText(await explain({ query: EXPLAINED }, database, outline))
  return `\`\`\`sh\nnpm run explain -- '${EXPLAINED}'\n\`\`\`\n\n\`\`\`text\n${text}\n\`\`\``
}
