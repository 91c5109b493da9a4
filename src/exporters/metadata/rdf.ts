import type { Quad } from '@rdfjs/types'
import { JsonLdSerializer } from 'jsonld-streaming-serializer'
import { Writer } from 'n3'
import { prefixes } from './graph.ts'

/** A graph as Turtle. */
export function turtle(quads: readonly Quad[]): Promise<string> {
  const writer = new Writer({ prefixes })
  writer.addQuads([...quads])
  return new Promise((resolve, reject) => {
    writer.end((error, text: string) => (error ? reject(error) : resolve(text)))
  })
}

/** A graph as JSON-LD, with its own context. */
export async function jsonLd(quads: readonly Quad[]): Promise<string> {
  const serializer = new JsonLdSerializer({ space: '  ', context: prefixes })
  for (const quad of quads) serializer.write(quad)
  serializer.end()
  const parts: unknown[] = await serializer.toArray()
  return parts.join('')
}

/**
 * A graph as RDF/XML, the only format that Sweden's data portal harvests. No maintained library writes it, and
 * a graph with only IRIs and literals needs little of it.
 */
export function rdfXml(quads: readonly Quad[]): string {
  const bySubject = Map.groupBy(quads, ({ subject }) => subject.value)
  const things = [...bySubject].map(
    ([subject, statements]) =>
      `<rdf:Description rdf:about="${escapedXml(subject)}">\n${statements.map(property).join('')}</rdf:Description>\n`,
  )
  const namespaces = Object.entries(prefixes).map(([prefix, iri]) => ` xmlns:${prefix}="${iri}"`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${namespaces.join('')}>\n${things.join('')}</rdf:RDF>\n`
}

function property({ predicate, object }: Quad): string {
  const name = prefixedName(predicate.value)
  if (object.termType === 'NamedNode') return `  <${name} rdf:resource="${escapedXml(object.value)}"/>\n`
  if (object.termType !== 'Literal') throw new Error(`${object.termType} as the value of ${name}`)
  return `  <${name}${attribute(object)}>${escapedXml(object.value)}</${name}>\n`
}

function attribute({ language, datatype }: { language: string; datatype: { value: string } }): string {
  if (language !== '') return ` xml:lang="${language}"`
  return datatype.value === `${prefixes.xsd}string` ? '' : ` rdf:datatype="${escapedXml(datatype.value)}"`
}

/** A property as an XML name, which needs a prefix for its vocabulary. */
function prefixedName(iri: string): string {
  for (const [prefix, vocabulary] of Object.entries(prefixes)) {
    if (iri.startsWith(vocabulary)) return `${prefix}:${iri.slice(vocabulary.length)}`
  }
  throw new Error(`No prefix for ${iri}`)
}

function escapedXml(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => `&#${character.charCodeAt(0)};`)
}
