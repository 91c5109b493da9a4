import { createServer } from 'node:http'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import { addPgTableCondition, jsonPgSmartTags } from 'postgraphile/utils'
import { listen } from './listen.ts'

// PostGraphile 5 as its manual sets it up for production, on the Node server of its own.
const [url = ''] = process.argv.slice(2)
const activities = { schemaName: 'public', tableName: 'activities' }

const preset: GraphileConfig.Preset = {
  extends: [PostGraphileAmberPreset],
  plugins: [
    // It orders by indexed columns alone, unless it is told otherwise.
    jsonPgSmartTags({
      version: 1,
      config: {
        class: { activity_actors: { attribute: { position: { tags: { behavior: '+attribute:orderBy' } } } } },
      },
    }),
    addPgTableCondition(
      activities,
      'municipalities',
      ({ graphql: { GraphQLList, GraphQLString } }) => ({ type: new GraphQLList(GraphQLString) }),
      (value, { sql, sqlTableAlias, sqlValueWithCodec, build }) => {
        const codes = sqlValueWithCodec(value, build.dataplanPg.listOfCodec(build.dataplanPg.TYPES.text))
        return sql`${sqlTableAlias}.agreement_id in (
          select agreement_id from agreement_municipalities where municipality_code = any(${codes}))`
      },
    ),
    addPgTableCondition(
      activities,
      'hasTarget',
      ({ graphql: { GraphQLBoolean } }) => ({ type: GraphQLBoolean }),
      (value, { sql, sqlTableAlias }) =>
        value === true ? sql`${sqlTableAlias}.target_value is not null` : null,
    ),
  ],
  // Plain lists beside connections, which cost less where no page is asked for.
  schema: { defaultBehavior: '+list +connection' },
  pgServices: [makePgService({ connectionString: url, schemas: ['public'], poolConfig: { max: 10 } })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false, websockets: false },
}

const server = createServer()
server.on('error', (error) => console.error(error))
const pgl = postgraphile(preset)
await pgl.createServ(grafserv).addTo(server)
await listen(server)
