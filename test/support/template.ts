import { readFileSync } from 'node:fs'
import type { Quad, Quad_Object } from '@rdfjs/types'
import { Store } from 'n3'
import { z } from 'zod'
import { lastPart } from './graphs.ts'

// DCAT-AP-SE is published as templates for a form (RDForms). This reads them as rules for a graph.

const itemSchema = z.object({
  id: z.string().optional(),
  extends: z.string().optional(),
  property: z.string().optional(),
  nodetype: z.string().optional(),
  pattern: z.string().optional(),
  styles: z.array(z.string()).optional(),
  cardinality: z.object({ min: z.number().optional(), max: z.number().optional() }).optional(),
  choices: z.array(z.object({ value: z.string() })).optional(),
  datatype: z.union([z.string(), z.array(z.string())]).optional(),
  constraints: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
  /** The item counts only where the thing has this value of this property. */
  deps: z.tuple([z.string(), z.string()]).optional(),
  get items() {
    return z.array(z.union([z.string(), itemSchema])).optional()
  },
})
type Item = z.infer<typeof itemSchema>

const templates = new Map(
  z
    .object({ templates: z.array(itemSchema) })
    .parse(JSON.parse(readFileSync('test/standards/dcat-ap-se/bundle.json', 'utf8')))
    .templates.map((template) => [template.id, template]),
)

const PREFIXES: { readonly [prefix: string]: string } = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  odrs: 'http://schema.theodi.org/odrs#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'http://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}
const TYPE = `${PREFIXES.rdf}type`

/** The templates of the things that a catalogue has. */
const ROOTS = [
  'dcat:Catalog',
  'dcat:Dataset',
  'dcat:Distribution',
  'dcat:DataService',
  'dcat:foaf:Agent',
  'dcat:contactPoint',
  'dcterms:LicenseDocument',
]

/** What of a graph is not as DCAT-AP-SE has it: `municipalities.csv: format CSV is no literal`. */
export function faultsByTemplate(quads: readonly Quad[]): string[] {
  const graph = new Store([...quads])
  return ROOTS.flatMap((id) => {
    const template = resolved(id)
    const subjects = typesOf(template).flatMap((type) => graph.getSubjects(TYPE, type, null))
    if (subjects.length === 0) return [`there is no ${id}`]
    return subjects.flatMap((subject) => [
      ...(subject.termType === 'NamedNode' ? [] : [`a ${id} is a blank node`]),
      ...faultsOf(graph, subject.value, itemsOf(template)),
    ])
  })
}

/** What is amiss with the values that a thing has for the properties of some items. */
function faultsOf(graph: Store, subject: string, items: readonly Item[]): string[] {
  const thing = lastPart(subject)
  const faults: string[] = []
  const applying = items.filter(
    ({ deps }) => deps === undefined || graph.countQuads(subject, expanded(deps[0]), deps[1], null) > 0,
  )
  // A group without a property is a frame around alternatives: one of their properties must have a value.
  const flat = applying.flatMap((item) => (item.property === undefined ? itemsOf(item) : [item]))
  for (const frame of applying.filter(({ property }) => property === undefined)) {
    const count = new Set(
      itemsOf(frame).flatMap(({ property = '' }) =>
        graph.getObjects(subject, expanded(property), null).map(({ value }) => value),
      ),
    ).size
    faults.push(...countFaults(`${thing}: ${frame.id}`, count, frame))
  }
  for (const [property, alternatives] of Map.groupBy(flat, (item) => expanded(item.property ?? ''))) {
    const values = graph.getObjects(subject, property, null)
    const name = `${thing}: ${lastPart(property)}`
    for (const value of values) {
      const reasons = alternatives.map((item) => faultOf(graph, value, item, property))
      if (reasons.every((reason) => reason !== null))
        faults.push(`${name} ${lastPart(value.value)} ${reasons[0]}`)
    }
    for (const item of alternatives) {
      const fitting = values.filter((value) => faultOf(graph, value, item, property) === null)
      // A value that fits no alternative has been reported; here it counts as present.
      const count = alternatives.length === 1 ? values.length : fitting.length
      faults.push(...countFaults(name, count, item))
      if (item.property && item.items) {
        for (const value of fitting) faults.push(...faultsOf(graph, value.value, itemsOf(item)))
      }
    }
  }
  return faults
}

function countFaults(name: string, count: number, { cardinality }: Item): string[] {
  const { min = 0, max = Number.POSITIVE_INFINITY } = cardinality ?? {}
  if (count < min) return [`${name} stands ${count} times, not ${min}`]
  return count > max ? [`${name} stands ${count} times, not at most ${max}`] : []
}

/** Why a value is none for an item, or null. */
function faultOf(graph: Store, value: Quad_Object, item: Item, property: string): string | null {
  const { nodetype, choices, pattern, datatype } = item
  if (item.styles?.includes('deprecated')) return 'is deprecated'
  const isLiteral = value.termType === 'Literal'
  if (nodetype === 'URI' && value.termType !== 'NamedNode') return 'is no IRI'
  if (nodetype === 'RESOURCE' && isLiteral) return 'is no thing'
  if (nodetype?.includes('LITERAL') && !isLiteral) return 'is no literal'
  if (nodetype === 'ONLY_LITERAL' && isLiteral && value.language !== '') return 'has a language'
  if (nodetype === 'LANGUAGE_LITERAL' && isLiteral && value.language === '') return 'has no language'
  if (nodetype === 'DATATYPE_LITERAL' && isLiteral && datatype !== undefined) {
    const allowed = [datatype].flat().map(expanded)
    if (!allowed.includes(value.datatype.value)) return `is of type ${lastPart(value.datatype.value)}`
  }
  // A template says xsd:decimal or a pattern of the value itself.
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(value.value))
    return `is not as ${pattern}`
  // The type of a contact is one of two, beside what the vocabulary makes of it.
  if (choices && !choices.some((choice) => choice.value === value.value)) return 'is none of the choices'
  if (property === TYPE) return null
  const types = graph.getObjects(value.value, TYPE, null).map((type) => type.value)
  const wanted = typesOf(item)
  // Things outside the catalogue, such as a language, state their own type.
  if (wanted.length > 0 && types.length > 0 && !types.some((type) => wanted.includes(type)))
    return `is a ${types.map(lastPart)}`
  return null
}

function itemsOf(item: Item): Item[] {
  return (item.items ?? []).map(resolved)
}

/** An item with what it takes over from another. What is empty is taken over. */
function resolved(reference: string | Item): Item {
  const item = typeof reference === 'string' ? templates.get(reference) : reference
  if (!item) throw new Error(`There is no template ${reference}`)
  if (item.extends === undefined) return item
  const own = Object.entries(item).filter(([, value]) => Object.keys(Object(value)).length > 0)
  return { ...resolved(item.extends), ...Object.fromEntries(own) }
}

function typesOf({ constraints = {} }: Item): string[] {
  return Object.entries(constraints)
    .filter(([property]) => expanded(property) === TYPE)
    .flatMap(([, types]) => types)
    .map(expanded)
}

function expanded(name: string): string {
  const [prefix = '', rest] = name.split(/:(.*)/s)
  const vocabulary = PREFIXES[prefix]
  return vocabulary === undefined ? name : `${vocabulary}${rest}`
}
