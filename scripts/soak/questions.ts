import { createHash } from 'node:crypto'
import { type Random, randomFrom } from '../../bench/generator/random.ts'

/** A request for GraphQL. */
export interface Question {
  readonly body: object
  /** Who sends it. */
  readonly address: string
}

const FIELDS = [
  'key',
  'title',
  'summarySv',
  'periodText',
  'periodStart',
  'periodEnd',
  'extent',
  'reviewState',
]
const LISTS = ['agreements', 'promises', 'activities', 'documents', 'signatures', 'topics', 'municipalities']
const WORDS = ['trygghet', 'trafik', 'ungdom', 'narkotika', 'centrum', 'skola', 'polis', 'kommun', 'kväll']

/** The bodies of a kind of question, good or bad. `name` is another each time, and makes another document of each. */
const kinds: readonly ((name: string, random: Random) => readonly object[])[] = [
  // Twice with other variables: what is remembered of a document may grow when it comes again.
  (name, random) => {
    const query = `query ($first: Int!) { ${name}: agreements(first: $first) { totalCount nodes { ${fields(random)} municipalities { ${name}: name } promises(first: 2) { nodes { text } } } } }`
    return [1, 2].map((first) => ({ query, variables: { first } }))
  },
  (name, random) => [
    {
      query: `query ${name} { ${random.pick(LISTS)}(first: 3) { edges { cursor node { ${name}: id } } pageInfo { endCursor } } }`,
    },
  ],
  // One document, with another filter each time.
  (name) => [
    {
      query:
        'query ($filter: AgreementFilter) { agreements(first: 3, filter: $filter) { totalCount nodes { key } } }',
      variables: { filter: { noteSv: { contains: name } } },
    },
  ],
  (name, random) => [
    {
      query: 'query ($id: ID!) { node(id: $id) { id ... on Municipality { name county { nameSv } } } }',
      variables: { id: `Municipality:${String(random.integer(10_000)).padStart(4, '0')}` },
      extensions: { [name]: name },
    },
  ],
  // What no plan covers. A search takes as long as hundreds of others.
  (name, random) =>
    random.percent(2)
      ? [
          {
            query: `{ search(query: "${random.pick(WORDS)} ${name}", first: 2) { totalCount edges { score node { __typename } } } }`,
          },
        ]
      : [{ query: `{ ${name}: nodes(ids: ["Topic:fraud", "Municipality:0685"]) { id } }` }],
  (name) => [{ query: `{ ${name}: __type(name: "Agreement") { fields { name description } } }` }],
  (name) => {
    const query = `{ topic(id: "fraud") { ${name}: key } }`
    const sha256Hash = createHash('sha256').update(query).digest('hex')
    return [{ query, extensions: { persistedQuery: { version: 1, sha256Hash } } }]
  },
  // Bad by the text, by the schema, by the variables, by the arguments, by a limit.
  (name) => [{ query: `{ agreements(first: 3) { nodes { ${name} ` }],
  (name, random) => [{ query: `{ agreements(first: 3) { ${name} nodes { ${fields(random)} ${name}s } } }` }],
  (name) => [{ query: 'query ($a: Int!) { topics(first: $a) { totalCount } }', variables: { a: name } }],
  (name) => [{ query: `{ topics(first: 3, after: "${name}") { totalCount } }` }],
  (name) => [{ query: `{ ${name}: topics(first: 1000) { totalCount } }` }],
  (name) => [{ query: `{ ${Array.from({ length: 60 }, (_, at) => `${name}${at}: __typename`).join(' ')} }` }],
  (name) => [{ extensions: { persistedQuery: { version: 1, sha256Hash: name } } }],
  (name) => [{ query: `query A { topic(id: "${name}") { key } } query B { __typename }` }],
]

/** So many different questions, good and bad in turn: the same ones from the same seed. */
export function* questions(count: number, seed: number): Generator<Question> {
  const random = randomFrom(seed)
  for (let at = 0; at < count; ) {
    for (const kind of kinds) {
      for (const body of kind(`a${seed}x${at}`, random)) {
        if (at === count) return
        yield { body, address: `10.${at & 255}.${(at >> 8) & 255}.${(at >> 16) & 255}` }
        at++
      }
    }
  }
}

function fields(random: Random): string {
  return FIELDS.filter(() => random.integer(2) === 1).join(' ') || 'key'
}
