// How the cost of queries and pages grows with the data: each is asked of size S and of ten times S, one after the other, with all
// caches emptied before, and statistics when what they need has been read. Run it by npm run bench:scale; docs/scale.md has its results.

import postgres from 'postgres'
import { type App, createApp } from '../src/app.ts'
import { openDatabase } from '../src/database/open.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { startPostgres } from '../test/support/embedded-postgres.ts'
import { fill, SETTINGS } from './database.ts'
import { sizes } from './generator/sizes.ts'

const ROUNDS = 9
/** An actor of ten activities: those of the made-up data all have thousands. */
const RARE = 'rare'

const ACTIVITY = 'key position text target { operator value unit per }'
const COUNTED = '{ key promises activities agreements { transcribed } }'
/** What is asked: a query, or the path of a page. */
const questions: { readonly [what: string]: string } = {
  'one node': `{ activity(id: "0114-2008-a1") { ${ACTIVITY} } }`,
  'an agreement with all that hangs on it': `{ agreement(id: "0114-2008") { title promises(first: 100) { nodes { text topics { key } } }
    activities(first: 100) { nodes { ${ACTIVITY} topics { key } actors { text actor { key } } } } } }`,
  'the first page of a list': `{ activities(first: 50) { nodes { ${ACTIVITY} } } }`,
  'the agreements of a municipality':
    '{ municipality(code: "0114") { agreements(first: 20) { nodes { key title } } } }',
  'a page filtered by municipalities': `{ activities(first: 50, filter: { agreement: { municipality: ["0114", "0115"] } }) { nodes { ${ACTIVITY} } } }`,
  'activities about a topic': `{ topic(id: "fraud") { activities(first: 50) { nodes { ${ACTIVITY} } } } }`,
  'activities of a county': `{ activities(first: 50, filter: { agreement: { county: "06" } }) { nodes { ${ACTIVITY} } } }`,
  'promises of a rare actor': `{ actor(id: "${RARE}") { promises(first: 50) { totalCount nodes { text } } } }`,
  'promises filtered by a rare actor': `{ promises(first: 50, filter: { actor: "${RARE}" }) { totalCount nodes { text } } }`,
  'promises filtered by a common actor':
    '{ promises(first: 50, filter: { actor: "police" }) { totalCount nodes { text } } }',
  'agreements sorted by period': '{ agreements(first: 50, sort: PERIOD_START_DESC) { nodes { key } } }',
  'activities sorted by deadline': '{ activities(first: 50, sort: DEADLINE_ASC) { nodes { key } } }',
  'statistics by actor': `{ statistics(groupBy: ACTOR) ${COUNTED} }`,
  'statistics by actor in a county': `{ statistics(groupBy: ACTOR, filter: { county: "06" }) ${COUNTED} }`,
  'statistics by topic and year': `{ statistics(groupBy: [TOPIC, YEAR]) ${COUNTED} }`,
  'the page of a municipality': '/kommun/0114-upplands-vasby/',
  'the page of an agreement': '/lofte/0114-2008/',
  'the list of agreements': '/lofte/',
  'the page of a topic': '/amne/fraud/',
}

const server = await startPostgres(SETTINGS)
try {
  const [small = {}, large = {}] = [await measure(1), await measure(10)]
  const lines = Object.keys(small).map((what) => {
    const [one, other] = [small[what] ?? 0, large[what] ?? 0]
    return `| ${what} | ${told(one)} | ${told(other)} | ${(other / one).toFixed(1)} |`
  })
  process.stdout.write(`| what | S | ten times S | times |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`)
} finally {
  await server.stop()
}

/** The median time of each, in milliseconds, in a database of so many times size S. */
async function measure(times: number): Promise<{ readonly [what: string]: number }> {
  const url = `${server.url}/times${times}`
  const admin = postgres(`${server.url}/postgres`, { max: 1 })
  await admin.unsafe(`create database times${times}`)
  await admin.end()
  const { agreements, promises, activities } = sizes.S
  await fill(url, {
    agreements: times * agreements,
    promises: times * promises,
    activities: times * activities,
  })
  await addRareActor(url)
  const database = await openDatabase({ url, dataDir: '' })
  const store = new FolderStore('exports/none')
  const app = createApp({ database, store, publicUrl: 'http://127.0.0.1', log: console })
  const found: { [what: string]: number } = { 'reading what statistics need': await untilPrepared(app) }
  for (const [what, question] of Object.entries(questions)) found[what] = await medianOf(app, question)
  await database.close()
  return found
}

async function addRareActor(url: string): Promise<void> {
  const sql = postgres(url, { max: 1 })
  await sql`insert into actors select (jsonb_populate_record(actors, ${sql.json({ id: RARE })})).* from actors limit 1`
  await sql`insert into activity_actors (activity_id, actor_id, position, basis)
    select id, ${RARE}, 100, 'stated' from (select id from activities order by md5(id) limit 10) as chosen`
  await sql`vacuum analyze actors, activity_actors`
  await sql.end()
}

async function medianOf(app: App, question: string): Promise<number> {
  const taken: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    if (question.includes('statistics')) await untilPrepared(app)
    else app.drop()
    taken.push(await timeOf(app, question))
  }
  return taken.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0
}

/** Empties all caches, and waits until what a server reads by itself has been read. Gives how long that takes. */
async function untilPrepared(app: App): Promise<number> {
  app.drop()
  const began = performance.now()
  await app.look()
  await timeOf(app, '{ statistics(groupBy: ALL) { key } }')
  return performance.now() - began
}

async function timeOf(app: App, question: string): Promise<number> {
  const url = 'http://127.0.0.1'
  const request = question.startsWith('/')
    ? new Request(`${url}${question}`)
    : new Request(`${url}/graphql?${new URLSearchParams({ query: question })}`, {
        headers: { accept: 'application/json' },
      })
  const began = performance.now()
  const response = await app.fetch(request)
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${question} was answered ${response.status}: ${text}`)
  return performance.now() - began
}

function told(ms: number): string {
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`
}
