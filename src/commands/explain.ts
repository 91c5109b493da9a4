import { GraphQLError } from 'graphql'
import { WrongUsage } from '../config.ts'
import { openDatabase } from '../database/open.ts'
import { Refusal } from '../graphql/answers/refusals.ts'
import { explain, explanationText } from '../graphql/explain.ts'
import { Outline } from '../graphql/plans/outline.ts'
import type { Command } from './command.ts'
import { databasePlace } from './database-place.ts'

export const explainQuery: Command = {
  summary: 'Print how a GraphQL query is read from the database.',
  usage: "explain -- 'QUERY' [--variables JSON]",
  details: `Answers QUERY from the loaded data and prints, for each field, what its value is made of and the numbers of the
statements that were run for it; then the statements, with their parameters and how many rows each returned. A query
that no plan covers is executed field by field: then only its statements are printed.`,
  mostPositionals: 1,
  options: { variables: { value: 'JSON', description: 'The variables of the query, as a JSON object.' } },
  async run({ config, positionals, options, progress, result }) {
    const [query] = positionals
    if (query === undefined) throw new WrongUsage(`no query; use npm run ${explainQuery.usage}`)
    const variables = variablesGiven(options.variables)
    progress('opening the database')
    const outline = new Outline()
    const database = await openDatabase(databasePlace(config), outline)
    try {
      const explanation = await explain({ query, variables }, database, outline)
      result(explanationText(explanation), explanation)
    } catch (error) {
      if (!(error instanceof GraphQLError || error instanceof Refusal)) throw error
      throw new WrongUsage(error.message)
    } finally {
      await database.close()
    }
  },
}

function variablesGiven(text = '{}'): object {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {}
  throw new WrongUsage('--variables is not a JSON object; send one such as {"code": "0685"}')
}
