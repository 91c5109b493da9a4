import type { Quad, Quad_Object } from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Text } from '../../datasets/dataset.ts'

const { literal, namedNode, quad } = DataFactory

/** The vocabularies of the catalogue, by their prefixes. */
export const prefixes = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  odrs: 'http://schema.theodi.org/odrs#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/** A name with its prefix: `dcterms:title`. */
export type Name = `${keyof typeof prefixes}:${string}`

/** A value of a property: the address of a thing, a text in both languages, or a literal. */
type RdfValue =
  | { readonly iri: string }
  | Text
  | { readonly literal: string; readonly datatype?: Name }
  | { readonly literal: string; readonly language: keyof Text }

/** The properties of a thing, each with no, one or several values. */
export type Properties = { readonly [property: Name]: RdfValue | readonly RdfValue[] | null }

/** A thing of the graph, with its type and its properties. */
export function thing(iri: string, type: Name, properties: Properties = {}): Quad[] {
  const subject = namedNode(iri)
  return [
    quad(subject, namedNode(expanded('rdf:type')), namedNode(expanded(type))),
    ...Object.entries(properties).flatMap(([property, values]) =>
      [values ?? []]
        .flat()
        .flatMap(rdfTerms)
        // Object.entries loses the type of the names.
        .map((term) => quad(subject, namedNode(expanded(property as Name)), term)),
    ),
  ]
}

function rdfTerms(value: RdfValue): Quad_Object[] {
  if ('iri' in value) return [namedNode(value.iri)]
  if ('sv' in value) return [literal(value.sv, 'sv'), literal(value.en, 'en')]
  if ('language' in value) return [literal(value.literal, value.language)]
  return [literal(value.literal, namedNode(expanded(value.datatype ?? 'xsd:string')))]
}

/** The full IRI of a name. */
export function expanded(name: Name): string {
  const colon = name.indexOf(':')
  const prefix = name.slice(0, colon)
  // By its type, a name has one of these prefixes.
  return prefixes[prefix as keyof typeof prefixes] + name.slice(colon + 1)
}

/** A day. */
export function rdfDay(date: string): RdfValue {
  return { literal: date, datatype: 'xsd:date' }
}

/** Addresses of things. */
export function links(...addresses: readonly string[]): RdfValue[] {
  return addresses.map((iri) => ({ iri }))
}
