import { readFileSync } from 'node:fs'
import type { Quad } from '@rdfjs/types'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { Parser, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { RdfXmlParser } from 'rdfxml-streaming-parser'

/** The statements of a Turtle text. */
export function fromTurtle(text: string): Quad[] {
  return new Parser().parse(text)
}

/** The statements of an RDF/XML text. */
export function fromRdfXml(text: string): Promise<Quad[]> {
  return statementsOf(new RdfXmlParser(), text)
}

/** The statements of a JSON-LD text that names no context elsewhere. */
export function fromJsonLd(text: string): Promise<Quad[]> {
  return statementsOf(new JsonLdParser({ strictValues: true }), text)
}

async function statementsOf(parser: RdfXmlParser | JsonLdParser, text: string): Promise<Quad[]> {
  const quads: Quad[] = []
  const ended = new Promise((resolve, reject) => {
    parser.on('data', (quad: Quad) => quads.push(quad))
    parser.on('end', resolve)
    parser.on('error', reject)
  })
  parser.write(text)
  parser.end()
  await ended
  return quads
}

const IMPORTS = 'http://www.w3.org/2002/07/owl#imports'

/**
 * What a file of DCAT-AP's shapes finds amiss: severity, thing, property, value and reason, such as
 * `Violation catalog title Less than 1 values`.
 */
export async function faultsByShapes(quads: readonly Quad[], shapes: string): Promise<string[]> {
  const lists = fromTurtle(readFileSync('test/standards/lists.ttl', 'utf8'))
  // One file would fetch a list of statuses, which we don't use.
  const rules = fromTurtle(readFileSync(`test/standards/dcat-ap/${shapes}.ttl`, 'utf8')).filter(
    ({ predicate }) => predicate.value !== IMPORTS,
  )
  const report = await new SHACLValidator(new Store(rules)).validate(new Store([...quads, ...lists]))
  return report.results.map(({ focusNode, path, severity, message, value }) =>
    [severity, focusNode, path, value]
      .flatMap((term) => (term && 'value' in term && term.value !== '' ? lastPart(term.value) : []))
      .concat(message.map((text) => text.value))
      .join(' '),
  )
}

/** The end of an IRI, by which a person knows it. */
export function lastPart(iri: string): string {
  return iri.replace(/^.*[#/](?=.)/, '')
}
