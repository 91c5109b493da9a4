import fastify from 'fastify'
import mercurius, { type MercuriusLoaders } from 'mercurius'
import postgres from 'postgres'

// Mercurius as its manual sets it up for speed: compiled queries, loaders, and plain SQL by hand.
const [url = ''] = process.argv.slice(2)
const sql = postgres(url, { max: 10 })

const schema = `
  type Query {
    node(id: ID!): Node
    agreements(first: Int!, after: String): AgreementConnection!
    activities(first: Int!, after: String, filter: ActivityFilter): ActivityConnection!
  }
  input AgreementFilter { municipality: [ID!] }
  input ActivityFilter { agreement: AgreementFilter, hasTarget: Boolean }
  type PageInfo { hasNextPage: Boolean!, endCursor: String }
  type AgreementConnection { nodes: [Agreement!]!, pageInfo: PageInfo! }
  type PromiseConnection { nodes: [Promise!]! }
  type ActivityConnection { nodes: [Activity!]!, pageInfo: PageInfo!, totalCount: Int! }
  type Agreement {
    key: String!
    title: String
    periodStart: String
    periodEnd: String
    municipalities: [Municipality!]!
    promises(first: Int!): PromiseConnection!
    activities(first: Int!): ActivityConnection!
  }
  type Municipality { code: String!, name: String! }
  type Promise { key: String!, position: Int!, text: String!, heading: String }
  interface Node { key: String! }
  type Activity implements Node {
    key: String!
    position: Int!
    text: String!
    heading: String
    commitment: String!
    deadlineOn: String
    targetGroup: String
    target: Target
    topics: [Topic!]!
    actors: [ActivityActor!]!
  }
  type Target { operator: String!, value: Float!, unit: String!, per: String }
  type Topic { key: String!, labelSv: String! }
  type ActivityActor { text: String!, actor: Actor! }
  type Actor { key: String!, labelSv: String! }
`

interface Agreement {
  readonly key: string
}
interface Activity {
  readonly key: string
  readonly agreement_id: string
  readonly position: number
  readonly target_operator: string | null
  readonly target_value: number | null
  readonly target_unit: string | null
  readonly target_per: string | null
}
interface Page {
  readonly first: number
  readonly after?: string
}
interface ActivityPage extends Page {
  readonly filter?: {
    readonly agreement?: { readonly municipality?: string[] }
    readonly hasTarget?: boolean
  }
}

const activityColumns = sql`id as key, agreement_id, position, text, heading, commitment,
  deadline_on::text as "deadlineOn", target_group as "targetGroup",
  target_operator, target_value, target_unit, target_per`

/** The values of a cursor, which is made as ours is: the name of the list, then the values. */
function placeOf(cursor: string): string[] {
  return JSON.parse(Buffer.from(cursor, 'base64url').toString()).slice(1)
}

function connection<R>(rows: readonly R[], size: number, name: string, placeAt: (row: R) => unknown[]) {
  const nodes = rows.slice(0, size)
  const last = nodes.at(-1)
  const endCursor = last ? Buffer.from(JSON.stringify([name, ...placeAt(last)])).toString('base64url') : null
  return { nodes, pageInfo: { hasNextPage: rows.length > size, endCursor } }
}

const resolvers = {
  Query: {
    node: async (_root: unknown, { id }: { id: string }) => {
      const [, key = ''] = id.split('Activity:')
      const [found] = await sql`select ${activityColumns} from activities where id = ${key}`
      return found
    },
    agreements: async (_root: unknown, { first, after }: Page) => {
      const rows = await sql<Agreement[]>`
        select id as key, title, period_start::text as "periodStart", period_end::text as "periodEnd"
        from agreements ${after ? sql`where id > ${placeOf(after)[0] ?? ''}` : sql``}
        order by id limit ${first + 1}`
      return connection(rows, first, 'agreements', ({ key }) => [key])
    },
    activities: async (_root: unknown, { first, after, filter }: ActivityPage) => {
      const [agreementId = '', position = 0, id = ''] = after ? placeOf(after) : []
      const codes = filter?.agreement?.municipality
      const where = sql`where true
        ${after ? sql`and (agreement_id, position, id) > (${agreementId}, ${position}, ${id})` : sql``}
        ${filter?.hasTarget ? sql`and target_value is not null` : sql``}
        ${codes ? sql`and agreement_id in (select agreement_id from agreement_municipalities where municipality_code = any(${codes}))` : sql``}`
      const rows = await sql<Activity[]>`
        select ${activityColumns} from activities ${where}
        order by agreement_id, position, id limit ${first + 1}`
      return {
        ...connection(rows, first, 'activities', (row) => [row.agreement_id, row.position, row.key]),
        count: async () => {
          const [counted] = await sql<
            { rows: number }[]
          >`select count(*)::int as rows from activities ${where}`
          return counted?.rows
        },
      }
    },
  },
  ActivityConnection: { totalCount: ({ count }: { count(): Promise<number> }) => count() },
  Node: { resolveType: () => 'Activity' },
  Activity: {
    target: (row: Activity) =>
      row.target_value === null
        ? null
        : {
            operator: row.target_operator,
            value: row.target_value,
            unit: row.target_unit,
            per: row.target_per,
          },
  },
}

/** For each of some parents its rows. */
function byParent<R extends { readonly parent: string }>(
  parents: readonly string[],
  rows: readonly R[],
): R[][] {
  const grouped = Map.groupBy(rows, ({ parent }) => parent)
  return parents.map((parent) => grouped.get(parent) ?? [])
}

type Loaded<T, P = object> = readonly { readonly obj: T; readonly params: P }[]
const keysOf = (queries: Loaded<{ readonly key: string }>) => queries.map(({ obj }) => obj.key)

const loaders = {
  Agreement: {
    async municipalities(queries: Loaded<Agreement>) {
      const keys = keysOf(queries)
      const rows = await sql<{ parent: string }[]>`
        select agreement_id as parent, code, name from agreement_municipalities
        join municipalities on code = municipality_code
        where agreement_id = any(${keys}) order by code`
      return byParent(keys, rows)
    },
    async promises(queries: Loaded<Agreement, Page>) {
      const keys = keysOf(queries)
      const rows = await sql<{ parent: string }[]>`
        select agreement_id as parent, id as key, position, text, heading from promises
        where agreement_id = any(${keys}) order by position, id`
      return byParent(keys, rows).map((own, at) => ({ nodes: own.slice(0, queries[at]?.params.first) }))
    },
    async activities(queries: Loaded<Agreement, Page>) {
      const keys = keysOf(queries)
      const rows = await sql<{ parent: string }[]>`
        select agreement_id as parent, ${activityColumns} from activities
        where agreement_id = any(${keys}) order by position, id`
      return byParent(keys, rows).map((own, at) => ({ nodes: own.slice(0, queries[at]?.params.first) }))
    },
  },
  Activity: {
    async topics(queries: Loaded<Activity>) {
      const keys = keysOf(queries)
      const rows = await sql<{ parent: string }[]>`
        select activity_id as parent, id as key, label_sv as "labelSv" from activity_topics
        join topics on id = topic_id where activity_id = any(${keys}) order by id`
      return byParent(keys, rows)
    },
    async actors(queries: Loaded<Activity>) {
      const keys = keysOf(queries)
      const rows = await sql<{ parent: string; actor_id: string; labelSv: string; text: string }[]>`
        select activity_id as parent, actor_id, label_sv as "labelSv", text from activity_actors
        join actors on id = actor_id where activity_id = any(${keys}) order by position, actor_id`
      return byParent(keys, rows).map((own) =>
        own.map(({ actor_id: key, labelSv, text }) => ({ text, actor: { key, labelSv } })),
      )
    },
  },
}

const app = fastify()
// Mercurius types its resolvers by any; the loaders above are typed by what they are given.
await app.register(mercurius, { schema, resolvers, loaders: loaders as unknown as MercuriusLoaders, jit: 1 })
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`)
