import type { OpenDatabase } from '../database/client.ts'
import { type Indexes, newIndexes } from '../database/indexes.ts'
import { SearchIndex } from '../database/search/search-index.ts'
import { memoryOf } from './answers/memory.ts'
import { plainly } from './answers/plain.ts'
import { type Question, Questions } from './answers/question.ts'
import { NotPlanned } from './plans/not-planned.ts'
import { OF_TYPE, type Outline, type OutlineLine, type RanStatement } from './plans/outline.ts'
import { schema } from './schema.ts'

/** How a query is answered. */
export interface Explanation {
  /** Why no plan covers the query, so that it is executed field by field; null if a plan does. */
  readonly notPlanned: string | null
  /** What each field is made from; empty without a plan. */
  readonly fields: readonly OutlineLine[]
  readonly statements: readonly RanStatement[]
}

/** Room for what a query reads. */
const SOME_BYTES = 8 * 1024 * 1024

/**
 * Answers a query, and explains how: with which statements, and what each field is made from. The caches of a search are
 * filled first. The database logs its statements to `outline`.
 *
 * @throws {GraphQLError} when the query has errors.
 */
export async function explain(
  body: { readonly query: string; readonly variables?: object },
  database: OpenDatabase,
  outline: Outline,
): Promise<Explanation> {
  const memory = memoryOf(SOME_BYTES)
  const question = new Questions(schema, memory).of('POST', JSON.stringify(body))
  const search = new SearchIndex(database.statements, memory.search)
  const indexes = newIndexes(database.statements)
  const answer = () => outline.note(() => answerOnce(question, database, search, indexes, outline))
  await answer()
  return answer()
}

async function answerOnce(
  question: Question,
  { reader: db, statements }: OpenDatabase,
  search: SearchIndex,
  indexes: Indexes,
  outline: Outline,
): Promise<Explanation> {
  const { operation } = question
  const variables = operation.valuesOf(question.variables)
  operation.costWith(variables)
  const ran = (notPlanned: string | null): Explanation => ({
    notPlanned,
    fields: notPlanned === null ? outline.root.fields.map(shownPlan) : [],
    // Statements of fields in the order of the fields, since either of two may begin first.
    statements: [...new Set([...statementsOf(outline.root), ...outline.statements])],
  })
  try {
    const plan = operation.outlinedPlan(variables, outline)
    const until = Number.POSITIVE_INFINITY
    await plan.run({ variables, db, statements, search, ...indexes, counts: new Map(), until })
    return ran(null)
  } catch (error) {
    if (!(error instanceof NotPlanned)) throw error
    outline.statements.length = 0
    const failure = { error: (message: string) => Promise.reject(new Error(message)) }
    const { errors } = await plainly(db, search, failure)(question, indexes)
    if (errors[0]) throw errors[0]
    return ran(error.message)
  }
}

function statementsOf({ statements, fields }: OutlineLine): RanStatement[] {
  return [...statements, ...fields.flatMap(statementsOf)]
}

/** A line without the types from which nothing was read: a node has only one type. */
function shownPlan(line: OutlineLine): OutlineLine {
  const types = line.fields.filter(({ name }) => name.startsWith(OF_TYPE))
  const areRead = types.some(({ statements }) => statements.length > 0)
  const shown = line.fields.filter((field) => {
    if (!types.includes(field)) return true
    return areRead ? field.statements.length > 0 : field.fields.length > 0
  })
  return { ...line, fields: shown.map(shownPlan) }
}

/** An explanation for people to read: a line for each field, then the statements by their numbers. */
export function explanationText({ notPlanned, fields, statements }: Explanation): string {
  const numberOf = (statement: RanStatement) => `[${statements.indexOf(statement) + 1}]`
  const lines = fields.flatMap((field) => explainedLines(field, '', numberOf))
  const width = Math.max(0, ...lines.map(([name]) => name.length))
  const outline = lines.map(([name, made]) => `${name.padEnd(width)}  ${made}`.trimEnd())
  const shown = statements.map((statement) => {
    const { text, parameters, rows } = statement
    const given = parameters.length === 0 ? [] : [`  with ${JSON.stringify(parameters)}`]
    const read = rows === null ? [] : [`  rows: ${rows}`]
    return [`${numberOf(statement)} ${text.replace(/\s+/g, ' ')}`, ...given, ...read].join('\n')
  })
  const why =
    notPlanned === null ? [] : [`No plan covers ${notPlanned}: the query is executed field by field.`, '']
  return [...why, ...outline, ...(outline.length === 0 ? [] : ['']), ...shown].join('\n')
}

function explainedLines(
  { name, made, statements, fields }: OutlineLine,
  indent: string,
  numberOf: (statement: RanStatement) => string,
): [name: string, made: string][] {
  const within = fields.flatMap((field) => explainedLines(field, `${indent}  `, numberOf))
  return [[`${indent}${name}`, [made, ...statements.map(numberOf)].join(' ').trim()], ...within]
}
