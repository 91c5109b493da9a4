import type { Quad } from '@rdfjs/types'
import type { Text } from '../../datasets/dataset.ts'
import type { PortalEntry } from '../../datasets/portal.ts'
import { authority, keywords, licence, name, provenance, rights } from '../../datasets/publication.ts'
import type { Manifest } from '../manifest.ts'
import { paths } from './files.ts'
import { links, type Properties, thing } from './graph.ts'
import { type CataloguePlace, iris } from './place.ts'

/** Joins two texts. */
export function joined(one: Text, other: Text): Text {
  return { sv: `${one.sv} ${other.sv}`, en: `${one.en} ${other.en}` }
}

const NO_KEYWORDS: PortalEntry['keywords'] = { sv: [], en: [] }

/** Properties that all datasets and the API share: publisher, contact and subject. */
export function published(place: CataloguePlace, own = NO_KEYWORDS): Properties {
  return {
    'dcterms:publisher': { iri: iris.publisher(place) },
    'dcat:contactPoint': place.publisher && { iri: iris.contact(place) },
    'dcat:keyword': (['sv', 'en'] as const).flatMap((language) =>
      [...new Set([...own[language], ...keywords[language]])].map((literal) => ({ literal, language })),
    ),
    'dcat:theme': links(...authority.themes),
  }
}

/** Licence and rights. */
export function rightsOf(place: CataloguePlace): string {
  return iris.part(iris.dataset(place, name), 'rights')
}

/** The address of a file of the newest release, or null if the release has no such file. */
export function latestFile({ files }: Manifest, path: string, { url }: CataloguePlace): string | null {
  return files.some((file) => file.path === path) ? `${url}/exports/latest/${path}` : null
}

/** The addresses of the pages about the newest release: its columns, and its changes. */
export function pagesOf(manifest: Manifest, place: CataloguePlace): string[] {
  const { dictionary, changes } = paths
  return [dictionary.sv, dictionary.en, changes.sv, changes.en].flatMap(
    (path) => latestFile(manifest, path, place) ?? [],
  )
}

/** The specifications that some distributions conform to. */
export const standards = {
  atom: 'https://www.rfc-editor.org/rfc/rfc4287',
  dataPackage: 'https://datapackage.org/standard/data-package/',
  graphql: 'https://spec.graphql.org/',
} as const

/** Descriptions of things that others refer to: sources, licences, rights, pages, standards. */
export function aboutCatalogue(manifest: Manifest, place: CataloguePlace): Quad[] {
  const csvw = latestFile(manifest, paths.csvw, place)
  const licenceDocument = {
    'dcterms:title': { sv: licence.name, en: licence.name },
    'dcterms:type': { iri: authority.licenceType },
  }
  return [
    ...thing(iris.part(iris.dataset(place, name), 'provenance'), 'dcterms:ProvenanceStatement', {
      'dcterms:description': provenance,
    }),
    // DCAT-AP requires the one class and DCAT-AP-SE the other.
    ...thing(rightsOf(place), 'dcterms:RightsStatement', { 'dcterms:description': rights }),
    ...thing(rightsOf(place), 'odrs:RightsStatement'),
    ...thing(authority.licence, 'dcterms:LicenseDocument', {
      ...licenceDocument,
      'skos:exactMatch': { iri: authority.catalogueLicence },
    }),
    ...thing(authority.catalogueLicence, 'dcterms:LicenseDocument', licenceDocument),
    ...[`${place.url}/`, `${place.url}/exports/`, ...pagesOf(manifest, place)].flatMap((page) =>
      thing(page, 'foaf:Document'),
    ),
    ...[...Object.values(standards), ...(csvw ? [csvw] : [])].flatMap((iri) =>
      thing(iri, 'dcterms:Standard'),
    ),
  ]
}
