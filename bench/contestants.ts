import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { get, post } from './client.ts'
import {
  type Language,
  ours,
  POSTGRAPHILE_FIRST_PAGES,
  postgraphile,
  type QuestionName,
  questionNames,
  type Subjects,
  sql,
} from './questions.ts'
import { type RunningServer, startServer } from './servers.ts'

/** How the servers are called in the tables: those that ask the database. */
const reading = [
  'this server',
  'this server, plain',
  'PostGraphile',
  'Mercurius',
  'one SQL statement',
  'by hand',
] as const
/** Those that answer from memory. */
const remembering = ['this server, cached', 'constant bytes'] as const
export const contestantNames = [...reading, ...remembering]
export type ContestantName = (typeof contestantNames)[number]

/** Whether a server answers from memory. */
export function isRemembering(name: ContestantName): boolean {
  return remembering.some((each) => each === name)
}

/** A server that takes part, and what it is asked. */
export interface Contestant {
  readonly name: ContestantName
  readonly server: RunningServer
  /** The request for each subject of a question: one alone where the same is asked again and again. */
  readonly requests: { readonly [Q in QuestionName]: readonly Request[] }
}

export interface Request {
  readonly url: URL
  /** What is posted; null for a request that gets the address. */
  readonly body: string | null
  readonly bytes: Buffer
}

/** Starts the servers of these names, all on one database. */
export async function startContestants(
  names: readonly ContestantName[],
  databaseUrl: string,
  subjects: Subjects,
): Promise<{ contestants: Contestant[]; stop(): Promise<void> }> {
  const started: Contestant[] = []
  const folder = await mkdtemp(join(tmpdir(), 'medborgarloften-bench-'))
  const stop = async () => {
    await Promise.all(started.map(({ server }) => server.stop()))
    await rm(folder, { recursive: true, force: true })
  }
  try {
    for (const name of names) started.push(await starters[name](databaseUrl, subjects, folder))
    return { contestants: started, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

type Starter = (databaseUrl: string, subjects: Subjects, folder: string) => Promise<Contestant>

const starters: { readonly [N in ContestantName]: Starter } = {
  'this server': async (databaseUrl, subjects) => {
    const server = await startServer('ours', [databaseUrl, 'answers'])
    return { name: 'this server', server, requests: requestsIn(ours, server, subjects) }
  },
  'this server, plain': async (databaseUrl, subjects) => {
    const server = await startServer('ours', [databaseUrl, 'answers', 'plans'])
    return { name: 'this server, plain', server, requests: requestsIn(ours, server, subjects) }
  },
  PostGraphile: async (databaseUrl, subjects) => {
    const server = await startServer('postgraphile', [databaseUrl])
    const language = postgraphile({
      nested: await cursorBeginning(server, POSTGRAPHILE_FIRST_PAGES.nested),
      deep: await cursorBeginning(server, POSTGRAPHILE_FIRST_PAGES.deep),
    })
    return { name: 'PostGraphile', server, requests: requestsIn(language, server, subjects) }
  },
  Mercurius: async (databaseUrl, subjects) => {
    const server = await startServer('mercurius', [databaseUrl])
    return { name: 'Mercurius', server, requests: requestsIn(ours, server, subjects) }
  },
  'one SQL statement': async (databaseUrl, subjects) => {
    const server = await startServer('sql', [databaseUrl])
    return { name: 'one SQL statement', server, requests: requestsIn(sql, server, subjects) }
  },
  'by hand': async (databaseUrl, subjects) => {
    const server = await startServer('by-hand', [databaseUrl])
    return { name: 'by hand', server, requests: requestsIn(sql, server, subjects) }
  },
  'this server, cached': async (databaseUrl, subjects) => {
    const server = await startServer('ours', [databaseUrl])
    return {
      name: 'this server, cached',
      server,
      requests: gotInsteadOfPosted(requestsIn(ours, server, firstOf(subjects))),
    }
  },
  'constant bytes': async (databaseUrl, subjects, folder) => {
    // The bytes of this server's own answers, which a server that ends again is asked for.
    const source = await starters['this server, cached'](databaseUrl, subjects, folder)
    for (const question of questionNames) {
      for (const request of source.requests[question]) {
        const { headers, text } = await answerWithHeaders(request)
        await writeFile(join(folder, question), text)
        await writeFile(join(folder, `${question}.headers`), JSON.stringify(headers))
      }
    }
    await source.server.stop()
    const server = await startServer('constant', [folder])
    // With the same words after the path: to read them is Node's work in both.
    const requestsOf = (question: QuestionName) =>
      source.requests[question].map(({ url }) => gotFrom(new URL(`/${question}${url.search}`, server.url)))
    const requests = {
      node: requestsOf('node'),
      nested: requestsOf('nested'),
      filtered: requestsOf('filtered'),
      deep: requestsOf('deep'),
    }
    return { name: 'constant bytes', server, requests }
  },
}

/** The text of the answer to a request. */
export async function answerTo(request: Pick<Request, 'url' | 'body'>): Promise<string> {
  return (await answerWithHeaders(request)).text
}

/** Headers that belong to one connection, and that every server writes for itself. */
const OF_CONNECTION = ['connection', 'date', 'keep-alive', 'transfer-encoding']

async function answerWithHeaders({ url, body }: Pick<Request, 'url' | 'body'>) {
  const response = await fetch(url, {
    ...(body !== null && { method: 'POST', body }),
    headers: {
      accept: 'application/json',
      'accept-encoding': 'identity',
      ...(body !== null && { 'content-type': 'application/json' }),
    },
  })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${url} answered ${response.status} to ${body}: ${text}`)
  const headers = [...response.headers].filter(([name]) => !OF_CONNECTION.includes(name))
  return { text, headers: Object.fromEntries(headers) }
}

/** The same questions in the address, as of a page that shared caches may keep. */
function gotInsteadOfPosted(posted: Contestant['requests']): Contestant['requests'] {
  const got = (requests: readonly Request[]) =>
    requests.map(({ url, body }) => {
      const { query, variables } = JSON.parse(body ?? '')
      const search = new URLSearchParams({ query, variables: JSON.stringify(variables) })
      return gotFrom(new URL(`?${search}`, url))
    })
  const { node, nested, filtered, deep } = posted
  return { node: got(node), nested: got(nested), filtered: got(filtered), deep: got(deep) }
}

function gotFrom(url: URL): Request {
  return { url, body: null, bytes: get(url) }
}

function requestsIn(language: Language, { url }: RunningServer, subjects: Subjects): Contestant['requests'] {
  return {
    node: subjects.node.map((each) => requestOf(url, language.node(each))),
    nested: subjects.nested.map((each) => requestOf(url, language.nested(each))),
    filtered: subjects.filtered.map((each) => requestOf(url, language.filtered(each))),
    deep: subjects.deep.map((each) => requestOf(url, language.deep(each))),
  }
}

function requestOf(url: URL, body: string): Request {
  return { url, body, bytes: post(url, body) }
}

/** The first subject of each question. */
function firstOf({ node, nested, filtered, deep }: Subjects): Subjects {
  return {
    node: node.slice(0, 1),
    nested: nested.slice(0, 1),
    filtered: filtered.slice(0, 1),
    deep: deep.slice(0, 1),
  }
}

/** What stands in a cursor of a list before the values that the list is ordered by. */
async function cursorBeginning({ url }: RunningServer, query: string): Promise<unknown[]> {
  const answer = JSON.parse(await answerTo({ url, body: JSON.stringify({ query }) }))
  const [beginning] = JSON.parse(Buffer.from(answer.data.list.pageInfo.endCursor, 'base64').toString())
  return [beginning]
}
