import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import postgres from 'postgres'
import type { QuestionName } from '../questions.ts'
import { listen } from './listen.ts'
import type { SqlRequest } from './sql.ts'

// What Node and PostgreSQL can do together: plain prepared statements for these questions alone, rows as arrays, and one
// function for each question that writes the text of its answer.
const [url = ''] = process.argv.slice(2)
const sql = postgres(url, {
  max: 10,
  types: { date: { to: 1082, from: [1082], serialize: String, parse: String } },
})

type Row = readonly (string | number | null)[]
type Parameters = SqlRequest['parameters']

function rows(text: string, parameters: Parameters): Promise<readonly Row[]> {
  return sql.unsafe(text, [...parameters] as string[], { prepare: true }).values() as Promise<Row[]>
}

/** The rows of each parent, which is their first value: they stand together. */
function byParent(found: readonly Row[]): Map<Row[0] | undefined, Row[]> {
  const groups = new Map<Row[0] | undefined, Row[]>()
  let group: Row[] = []
  for (const row of found) {
    if (group[0]?.[0] !== row[0]) {
      group = []
      groups.set(row[0] ?? null, group)
    }
    group.push(row)
  }
  return groups
}

const text = (value: Row[0] | undefined) => (value === null ? 'null' : JSON.stringify(value))

function all(found: readonly Row[] | undefined, write: (row: Row) => string): string {
  if (!found) return '[]'
  let written = ''
  for (const row of found) written += (written === '' ? '[' : ',') + write(row)
  return `${written}]`
}

const target = (row: Row, at: number) =>
  row[at + 1] === null
    ? 'null'
    : `{"operator":${text(row[at])},"value":${row[at + 1]},"unit":${text(row[at + 2])},"per":${text(row[at + 3])}}`

const ON_PAGE =
  'id, position, text, heading, commitment, target_operator, target_value, target_unit, target_per'

const onPage = (row: Row, at: number) =>
  `"key":"${row[at]}","position":${row[at + 1]},"text":${text(row[at + 2])},"heading":${text(row[at + 3])},"commitment":"${row[at + 4]}","target":${target(row, at + 5)}`

const FILTERED = `target_value is not null and agreement_id in (
  select agreement_id from agreement_municipalities where municipality_code = any($1))`

const answers: { readonly [Q in QuestionName]: (parameters: Parameters) => Promise<string> } = {
  async node(parameters) {
    const [row = []] = await rows(
      `select ${ON_PAGE}, deadline_on, target_group from activities where id = $1`,
      parameters,
    )
    return `{"node":{"key":"${row[0]}","position":${row[1]},"text":${text(row[2])},"heading":${text(row[3])},"commitment":"${row[4]}","deadlineOn":${text(row[9])},"targetGroup":${text(row[10])},"target":${target(row, 5)}}}`
  },
  async nested(parameters) {
    const agreements = await rows(
      'select id, title, period_start, period_end from agreements where id > $1 order by id limit 70',
      parameters,
    )
    const ids = [agreements.map(([id]) => String(id))]
    const [municipalities, promises, [activities, topics, actors]] = await Promise.all([
      rows(
        `select agreement_id, code, name from agreement_municipalities join municipalities on code = municipality_code
        where agreement_id = any($1) order by agreement_id, code`,
        ids,
      ).then(byParent),
      rows(
        `select agreement_id, id, position, text, heading from promises
        where agreement_id = any($1) order by agreement_id, position, id`,
        ids,
      ).then(byParent),
      rows(
        `select agreement_id, ${ON_PAGE} from activities
        where agreement_id = any($1) order by agreement_id, position, id`,
        ids,
      ).then(async (found) => {
        const keys = [found.map(([, id]) => String(id))]
        const [topics, actors] = await Promise.all([
          rows(
            `select activity_id, id, label_sv from activity_topics join topics on id = topic_id
            where activity_id = any($1) order by activity_id, id`,
            keys,
          ),
          rows(
            `select activity_id, actor_id, label_sv, text from activity_actors join actors on id = actor_id
            where activity_id = any($1) order by activity_id, position, actor_id`,
            keys,
          ),
        ])
        return [byParent(found), byParent(topics), byParent(actors)] as const
      }),
    ])
    const activity = (row: Row) =>
      `{${onPage(row, 1)},"topics":${all(topics.get(row[1]), ([, key, label]) => `{"key":"${key}","labelSv":${text(label)}}`)},"actors":${all(actors.get(row[1]), ([, key, label, named]) => `{"text":${text(named)},"actor":{"key":"${key}","labelSv":${text(label)}}}`)}}`
    const nodes = all(
      agreements,
      ([id, title, start, end]) =>
        `{"key":"${id}","title":${text(title)},"periodStart":${text(start)},"periodEnd":${text(end)},"municipalities":${all(municipalities.get(id), ([, code, name]) => `{"code":"${code}","name":${text(name)}}`)},"promises":{"nodes":${all(promises.get(id)?.slice(0, 100), ([, key, position, words, heading]) => `{"key":"${key}","position":${position},"text":${text(words)},"heading":${text(heading)}}`)}},"activities":{"nodes":${all(activities.get(id)?.slice(0, 100), activity)}}}`,
    )
    return `{"agreements":{"nodes":${nodes}}}`
  },
  async filtered(parameters) {
    const [counted, found] = await Promise.all([
      rows(`select count(*)::int from activities where ${FILTERED}`, parameters),
      rows(
        `select ${ON_PAGE} from activities where ${FILTERED} order by agreement_id, position, id limit 50`,
        parameters,
      ),
    ])
    return `{"activities":{"totalCount":${counted[0]?.[0]},"nodes":${all(found, (row) => `{${onPage(row, 0)}}`)}}}`
  },
  async deep(parameters) {
    const found = await rows(
      `select ${ON_PAGE} from activities
      where (agreement_id, position, id) > ($1, $2, $3) order by agreement_id, position, id limit 100`,
      parameters,
    )
    return `{"activities":{"nodes":${all(found, (row) => `{${onPage(row, 0)}}`)}}}`
  },
}

const server = createServer(async (request, response) => {
  const { question, parameters } = (await json(request)) as SqlRequest // the bench alone asks here
  const body = Buffer.from(`{"data":${await answers[question](parameters)}}`)
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
  response.end(body)
})
await listen(server)
