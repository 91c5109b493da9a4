import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import postgres from 'postgres'
import type { QuestionName } from '../questions.ts'
import { listen } from './listen.ts'

// What PostgreSQL and node:http can do alone: one statement that makes the whole answer as text, and nothing else.
const [url = ''] = process.argv.slice(2)
const sql = postgres(url, { max: 10 })

const target = `case when target_value is not null then json_build_object('operator', target_operator,
  'value', target_value, 'unit', target_unit, 'per', target_per) end as target`

const onPage = `id as key, position, text, heading, commitment, ${target}`

const filtered = `target_value is not null and agreement_id in (
  select agreement_id from agreement_municipalities where municipality_code = any($1))`

const statements: { readonly [Q in QuestionName]: string } = {
  node: `
    select json_build_object('data', json_build_object('node', row_to_json(found)))::text as answer from (
      select id as key, position, text, heading, commitment, deadline_on as "deadlineOn",
        target_group as "targetGroup", ${target}
      from activities where id = $1
    ) as found`,
  nested: `
    select json_build_object('data', json_build_object('agreements', json_build_object(
      'nodes', coalesce(json_agg(row_to_json(page)), '[]'))))::text as answer
    from (
      select id as key, title, period_start as "periodStart", period_end as "periodEnd",
        (select json_agg(row_to_json(party)) from (
          select code, name from municipalities
          join agreement_municipalities on municipality_code = code
          where agreement_id = agreements.id order by code
        ) as party) as municipalities,
        json_build_object('nodes', (select coalesce(json_agg(row_to_json(promise)), '[]') from (
          select id as key, position, text, heading from promises
          where agreement_id = agreements.id order by position, id limit 100
        ) as promise)) as promises,
        json_build_object('nodes', (select coalesce(json_agg(row_to_json(activity)), '[]') from (
          select ${onPage},
            (select coalesce(json_agg(row_to_json(topic)), '[]') from (
              select id as key, label_sv as "labelSv" from topics
              join activity_topics on topic_id = topics.id
              where activity_id = activities.id order by topics.id
            ) as topic) as topics,
            (select coalesce(json_agg(row_to_json(named)), '[]') from (
              select text, json_build_object('key', actors.id, 'labelSv', label_sv) as actor
              from activity_actors join actors on actors.id = actor_id
              where activity_id = activities.id order by position, actor_id
            ) as named) as actors
          from activities where agreement_id = agreements.id order by position, id limit 100
        ) as activity)) as activities
      from agreements where id > $1 order by id limit 70
    ) as page`,
  filtered: `
    select json_build_object('data', json_build_object('activities', json_build_object(
      'totalCount', (select count(*) from activities where ${filtered}),
      'nodes', coalesce(json_agg(row_to_json(page)), '[]'))))::text as answer
    from (
      select ${onPage} from activities where ${filtered} order by agreement_id, position, id limit 50
    ) as page`,
  deep: `
    select json_build_object('data', json_build_object('activities', json_build_object(
      'nodes', coalesce(json_agg(row_to_json(page)), '[]'))))::text as answer
    from (
      select ${onPage} from activities
      where (agreement_id, position, id) > ($1, $2, $3) order by agreement_id, position, id limit 100
    ) as page`,
}

/** The body of a request: which statement, and what for. */
export interface SqlRequest {
  readonly question: QuestionName
  readonly parameters: readonly (string | number | readonly string[])[]
}

const server = createServer(async (request, response) => {
  const { question, parameters } = (await json(request)) as SqlRequest // the bench alone asks here
  const [found] = await sql.unsafe<{ answer: string }[]>(statements[question], [...parameters] as string[], {
    prepare: true,
  })
  const body = Buffer.from(found?.answer ?? '')
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
  response.end(body)
})
await listen(server)
