import { encodeCursor } from '../src/graphql/cursors.ts'

/** What a question is asked about. Each server is asked the same ones, in the same order. */
export interface Subjects {
  /** Ids of activities. */
  readonly node: readonly string[]
  /** Ids of agreements, after which a page of them begins. */
  readonly nested: readonly string[]
  /** Codes of municipalities, some at a time. */
  readonly filtered: readonly (readonly string[])[]
  /** Places in the list of activities, after which a page of them begins. */
  readonly deep: readonly ActivityPlace[]
}

export type ActivityPlace = readonly [agreementId: string, position: number, id: string]

export const questionNames = ['node', 'nested', 'filtered', 'deep'] as const
export type QuestionName = (typeof questionNames)[number]

/** What each question is called in the tables. */
export const titles: { readonly [Q in QuestionName]: string } = {
  node: 'one node',
  nested: 'nested, 1 MB',
  filtered: 'filtered page with total',
  deep: 'deep keyset page',
}

/** A question in the words of a server: the body of the request for each subject. */
export type Language = { readonly [Q in QuestionName]: (subject: Subjects[Q][number]) => string }

const TARGET = 'target { operator value unit per }'
const ON_PAGE = `key position text heading commitment ${TARGET}`
const PAGE_INFO = 'pageInfo { hasNextPage endCursor }'

const OURS = {
  node: `query Node($id: ID!) {
    node(id: $id) {
      ... on Activity { key position text heading commitment deadlineOn targetGroup ${TARGET} }
    }
  }`,
  nested: `query Nested($after: String!) {
    agreements(first: 70, after: $after) {
      nodes {
        key title periodStart periodEnd
        municipalities { code name }
        promises(first: 100) { nodes { key position text heading } }
        activities(first: 100) {
          nodes { ${ON_PAGE} topics { key labelSv } actors { text actor { key labelSv } } }
        }
      }
    }
  }`,
  filtered: `query Filtered($municipalities: [ID!]!) {
    activities(first: 50, filter: { agreement: { municipality: $municipalities }, hasTarget: true }) {
      totalCount nodes { ${ON_PAGE} } ${PAGE_INFO}
    }
  }`,
  deep: `query Deep($after: String!) {
    activities(first: 100, after: $after) { nodes { ${ON_PAGE} } ${PAGE_INFO} }
  }`,
} as const

/** The questions as this server is asked, and as Mercurius is, whose schema is the same in this part. */
export const ours: Language = {
  node: (key) => graphql(OURS.node, { id: `Activity:${key}` }),
  nested: (agreement) => graphql(OURS.nested, { after: encodeCursor('Query.agreements', [agreement]) }),
  filtered: (municipalities) => graphql(OURS.filtered, { municipalities }),
  deep: (place) => graphql(OURS.deep, { after: encodeCursor('Query.activities', place) }),
}

const COLUMNS =
  'key: rowId position text heading commitment operator: targetOperator value: targetValue unit: targetUnit per: targetPer'
const ORDER = 'orderBy: [AGREEMENT_ID_ASC, POSITION_ASC, ROW_ID_ASC]'

const POSTGRAPHILE = {
  node: `query Node($key: String!) {
    node: activityByRowId(rowId: $key) {
      key: rowId position text heading commitment deadlineOn targetGroup
      operator: targetOperator value: targetValue unit: targetUnit per: targetPer
    }
  }`,
  nested: `query Nested($after: Cursor!) {
    agreements: allAgreements(first: 70, after: $after, orderBy: [PRIMARY_KEY_ASC]) {
      nodes {
        key: rowId title periodStart periodEnd
        municipalities: agreementMunicipalitiesByAgreementIdList {
          municipality: municipalityByMunicipalityCode { code name }
        }
        promises: promisesByAgreementIdList(first: 100, orderBy: [POSITION_ASC, ROW_ID_ASC]) {
          key: rowId position text heading
        }
        activities: activitiesByAgreementIdList(first: 100, orderBy: [POSITION_ASC, ROW_ID_ASC]) {
          ${COLUMNS}
          topics: activityTopicsByActivityIdList { topic: topicByTopicId { key: rowId labelSv } }
          actors: activityActorsByActivityIdList(orderBy: [POSITION_ASC, ACTOR_ID_ASC]) {
            text actor: actorByActorId { key: rowId labelSv }
          }
        }
      }
    }
  }`,
  filtered: `query Filtered($municipalities: [String!]!) {
    activities: allActivities(
      first: 50, condition: { municipalities: $municipalities, hasTarget: true }, ${ORDER}
    ) { totalCount nodes { ${COLUMNS} } ${PAGE_INFO} }
  }`,
  deep: `query Deep($after: Cursor!) {
    activities: allActivities(first: 100, after: $after, ${ORDER}) { nodes { ${COLUMNS} } ${PAGE_INFO} }
  }`,
} as const

/** The first page of each list that a cursor of PostGraphile is needed of: what its cursors begin with is its own. */
export const POSTGRAPHILE_FIRST_PAGES = {
  nested: '{ list: allAgreements(first: 1, orderBy: [PRIMARY_KEY_ASC]) { pageInfo { endCursor } } }',
  deep: `{ list: allActivities(first: 1, ${ORDER}) { pageInfo { endCursor } } }`,
}

/** The questions as PostGraphile is asked, by what the cursors of its lists begin with. */
export function postgraphile(cursorBeginnings: { nested: unknown[]; deep: unknown[] }): Language {
  const cursor = (beginning: unknown[], place: readonly unknown[]) =>
    Buffer.from(JSON.stringify([...beginning, ...place])).toString('base64')
  return {
    node: (key) => graphql(POSTGRAPHILE.node, { key }),
    nested: (id) => graphql(POSTGRAPHILE.nested, { after: cursor(cursorBeginnings.nested, [id]) }),
    filtered: (municipalities) => graphql(POSTGRAPHILE.filtered, { municipalities }),
    deep: (place) => graphql(POSTGRAPHILE.deep, { after: cursor(cursorBeginnings.deep, place) }),
  }
}

/** The questions as the server with one statement each is asked. */
export const sql: Language = {
  node: (key) => JSON.stringify({ question: 'node', parameters: [key] }),
  nested: (id) => JSON.stringify({ question: 'nested', parameters: [id] }),
  filtered: (codes) => JSON.stringify({ question: 'filtered', parameters: [codes] }),
  deep: (place) => JSON.stringify({ question: 'deep', parameters: place }),
}

function graphql(query: string, variables: object): string {
  return JSON.stringify({ query, variables })
}
