import type { Quad } from '@rdfjs/types'
import { api, authority } from '../../datasets/publication.ts'
import type { Manifest, ReleasedFile } from '../manifest.ts'
import { latestFile, published, standards } from './dcat-texts.ts'
import { formOf, jsonForm, paths } from './files.ts'
import { day, links, thing } from './graph.ts'
import { iris, type Place } from './place.ts'
import { csvPath } from './table.ts'

/** One way to a dataset, with all that is said of it. */
export interface Distribution {
  readonly iri: string
  readonly things: readonly Quad[]
}

/**
 * A file of a release as a way to its dataset. Its access address leads to the newest release always; size and checksum
 * are those of its download address, whose bytes never change.
 */
export function distributionOfFile(manifest: Manifest, file: ReleasedFile, place: Place): Distribution {
  const { path, rows, bytes, sha256 } = file
  const iri = iris.distribution(place, path)
  const checksum = iris.part(iri, 'checksum')
  const form = formOf(file)
  return {
    iri,
    things: [
      ...thing(iri, 'dcat:Distribution', {
        'dcterms:title': { sv: path, en: path },
        'dcterms:description': {
          sv: `Utgåva ${manifest.release}${rows === null ? '' : `, ${rows} rader`}.`,
          en: `Release ${manifest.release}${rows === null ? '' : `, ${rows} rows`}.`,
        },
        'dcat:accessURL': { iri: `${place.url}/exports/latest/${path}` },
        'dcat:downloadURL': { iri: `${place.url}/exports/${manifest.release}/${path}` },
        'dcterms:format': { iri: form.format },
        'dcat:mediaType': form.mediaType === null ? null : { iri: form.mediaType },
        'dcat:compressFormat': form.compressFormat === null ? null : { iri: form.compressFormat },
        'dcat:byteSize': { literal: String(bytes), datatype: 'xsd:nonNegativeInteger' },
        'spdx:checksum': { iri: checksum },
        'dcterms:license': { iri: authority.licence },
        'dcterms:modified': day(manifest.date),
        'dcterms:conformsTo': links(...schemasOf(manifest, file, place)),
      }),
      ...thing(checksum, 'spdx:Checksum', {
        'spdx:algorithm': { iri: 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256' },
        'spdx:checksumValue': { literal: sha256, datatype: 'xsd:hexBinary' },
      }),
    ],
  }
}

function schemasOf(manifest: Manifest, { path, dataset }: ReleasedFile, place: Place): string[] {
  if (path === paths.dataPackage) return [standards.dataPackage]
  const csvw = latestFile(manifest, paths.csvw, place)
  return csvw !== null && dataset !== null && path === csvPath(dataset) ? [csvw] : []
}

/** The GraphQL API as a way to the whole data set. */
export function distributionOfApi(place: Place): Distribution {
  const iri = iris.distribution(place, 'graphql')
  return {
    iri,
    things: thing(iri, 'dcat:Distribution', {
      'dcterms:title': api.title,
      'dcterms:description': api.description,
      'dcat:accessURL': { iri: endpoint(place) },
      'dcat:accessService': { iri: iris.api(place) },
      'dcterms:format': { iri: jsonForm.format },
      'dcat:mediaType': { iri: jsonForm.mediaType },
      'dcterms:license': { iri: authority.licence },
      'dcterms:conformsTo': { iri: standards.graphql },
    }),
  }
}

/** The GraphQL API itself, and what it leads to. */
export function service(place: Place, datasets: readonly string[]): Quad[] {
  return thing(iris.api(place), 'dcat:DataService', {
    'dcterms:title': api.title,
    'dcterms:description': api.description,
    ...published(place),
    'dcat:endpointURL': { iri: endpoint(place) },
    'dcat:endpointDescription': { iri: `${place.url}/schema.graphql` },
    'dcterms:format': { iri: jsonForm.format },
    'dcterms:conformsTo': { iri: standards.graphql },
    'dcterms:license': { iri: authority.licence },
    'dcterms:accessRights': { iri: authority.accessRights },
    'dcat:servesDataset': links(...datasets),
  })
}

function endpoint({ url }: Place): string {
  return `${url}/graphql`
}
