import type { Quad } from '@rdfjs/types'
import { type GraphQLObjectType, getNamedType, isLeafType, isNonNullType, isObjectType } from 'graphql'
import { DataFactory } from 'n3'
import { licence } from '../../datasets/publication.ts'
import { prefixes } from '../../exporters/metadata/graph.ts'
import { schema } from '../../graphql/schema.ts'

// Every row with an id has a persistent address, and can be read as linked data: the plain fields of its GraphQL type,
// and the rows that it refers to.

const { literal, namedNode, quad } = DataFactory

/** The types with ids, by their names in addresses: police-area for PoliceArea. */
const types: ReadonlyMap<string, GraphQLObjectType> = new Map(
  schema.getPossibleTypes(nodeInterface()).map((type) => [kebab(type.name), type]),
)

function nodeInterface() {
  const type = schema.getType('Node')
  if (!type || !('getInterfaces' in type) || isObjectType(type))
    throw new Error('The schema has an interface Node')
  return type as Parameters<typeof schema.getPossibleTypes>[0]
}

/** The type that an address names; undefined if there is none. */
export function typeNamed(name: string): GraphQLObjectType | undefined {
  return types.get(name)
}

/** The path of the address of a row. */
function idPath(id: string): string {
  const colon = id.indexOf(':')
  return `/id/${kebab(id.slice(0, colon))}/${encodeURIComponent(id.slice(colon + 1))}`
}

function kebab(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
}

/** The query for the linked data of a row. */
export function rowQuery(type: GraphQLObjectType): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return []
    const named = getNamedType(field.type)
    if (isLeafType(named)) return field.name
    return isIdentified(named) && field.args.length === 0 ? `${field.name} { id }` : []
  })
  return `query ($id: ID!) { node(id: $id) { ... on ${type.name} { ${fields.join(' ')} } } }`
}

function isIdentified(type: ReturnType<typeof getNamedType>): boolean {
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node')
}

/** A row of a response. */
export type AnsweredRow = { readonly [field: string]: unknown; readonly id: string; readonly url: string }

const LABELS = ['name', 'label', 'title']

/** The linked data of a row. */
export function rowQuads(type: GraphQLObjectType, row: AnsweredRow, url: string): Quad[] {
  const subject = namedNode(`${url}${idPath(row.id)}`)
  const quads: Quad[] = [
    quad(subject, namedNode(`${prefixes.rdf}type`), namedNode(`${url}/schema.graphql#${type.name}`)),
    quad(subject, namedNode(`${prefixes.foaf}page`), namedNode(`${url}${row.url}`)),
    quad(subject, namedNode(`${prefixes.dcterms}license`), namedNode(licence.url)),
  ]
  for (const [field, value] of Object.entries(row)) {
    if (value === null || field === 'url') continue
    const property = namedNode(`${url}/schema.graphql#${type.name}.${field}`)
    const isText = getNamedType(type.getFields()[field]?.type)?.name === 'String'
    for (const each of Array.isArray(value) ? value : [value]) {
      quads.push(quad(subject, property, termOf(each, url)))
      const label = /^(.*?)(Sv|En)?$/.exec(field)
      if (isText && LABELS.includes(label?.[1] ?? ''))
        quads.push(
          quad(
            subject,
            namedNode(`${prefixes.dcterms}title`),
            literal(String(each), label?.[2] === 'En' ? 'en' : 'sv'),
          ),
        )
    }
  }
  return quads
}

function termOf(value: unknown, url: string) {
  if (value !== null && typeof value === 'object' && 'id' in value)
    return namedNode(`${url}${idPath(String(value.id))}`)
  const xsd = (name: string) => namedNode(`${prefixes.xsd}${name}`)
  if (typeof value === 'boolean') return literal(String(value), xsd('boolean'))
  if (typeof value === 'number')
    return literal(String(value), xsd(Number.isInteger(value) ? 'integer' : 'double'))
  const text = String(value)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? literal(text, xsd('date')) : literal(text)
}
