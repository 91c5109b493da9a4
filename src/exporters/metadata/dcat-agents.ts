import type { Quad } from '@rdfjs/types'
import type { Text } from '../../datasets/dataset.ts'
import { localCatalogue } from '../../datasets/publication.ts'
import { joined } from './dcat-texts.ts'
import { thing } from './graph.ts'
import { type CataloguePlace, iris, isPerson } from './place.ts'

const PUBLISHER_TYPES = 'http://purl.org/adms/publishertype/'

/** The publisher and the contact. A local catalogue has no contact, and says so. */
export function agents(place: CataloguePlace): Quad[] {
  const { publisher } = place
  if (!publisher) {
    return thing(iris.publisher(place), 'foaf:Agent', {
      'foaf:name': localCatalogue.publisher,
      'dcterms:type': { iri: `${PUBLISHER_TYPES}PrivateIndividual(s)` },
    })
  }
  return [
    ...thing(iris.publisher(place), 'foaf:Agent', {
      // The profile requires a language tag, although a name is the same in each language.
      'foaf:name': { sv: publisher.name, en: publisher.name },
      'dcterms:type': { iri: `${PUBLISHER_TYPES}${publisher.type}` },
    }),
    ...thing(iris.contact(place), isPerson(publisher) ? 'vcard:Individual' : 'vcard:Organization', {
      'vcard:fn': { literal: publisher.name },
      'vcard:hasEmail': { iri: `mailto:${publisher.email}` },
    }),
  ]
}

/** The title of a local catalogue, which says that it is local. */
export function local({ title, description }: { title: Text; description: Text }) {
  return {
    title: {
      sv: `${title.sv} (${localCatalogue.title.sv})`,
      en: `${title.en} (${localCatalogue.title.en})`,
    },
    description: joined(localCatalogue.description, description),
  }
}
