import type { Quad } from '@rdfjs/types'
import type { Text } from '../../datasets/dataset.ts'
import { api, authority, changesDataset, formNames, wholeNames } from '../../datasets/publication.ts'
import type { Manifest, ReleasedFile } from '../manifest.ts'
import { latestFile, published, rightsOf, standards } from './dcat-texts.ts'
import { type FileForm, feedForm, fileFormOf, jsonForm, paths } from './files.ts'
import { links, type Properties, rdfDay, thing } from './graph.ts'
import { type CataloguePlace, iris } from './place.ts'
import { csvPath } from './table.ts'

/** A distribution of a dataset, with its properties. */
export interface Distribution {
  readonly iri: string
  readonly things: readonly Quad[]
}

/** The days on which a dataset was first released and last changed. */
export interface Days {
  readonly issued: string
  readonly modified: string
}

/**
 * A file of a release as a distribution. Its access URL always leads to the newest release; its size is that of
 * its download URL, whose bytes never change.
 */
export function distributionOfFile(
  manifest: Manifest,
  file: ReleasedFile,
  days: Days,
  place: CataloguePlace,
): Distribution {
  const { path, rows, bytes } = file
  const name = distributionName(file)
  return distribution(path, place, days, fileFormOf(file), {
    'dcterms:title': name,
    'dcterms:description': {
      sv: `${path} i utgåva ${manifest.release}${rows === null ? '' : `, ${rows} rader`}.`,
      en: `${path} of release ${manifest.release}${rows === null ? '' : `, ${rows} rows`}.`,
    },
    'dcat:accessURL': { iri: `${place.url}/exports/latest/${path}` },
    'dcat:downloadURL': { iri: `${place.url}/exports/${manifest.release}/${path}` },
    'dcat:byteSize': { literal: String(bytes), datatype: 'xsd:nonNegativeInteger' },
    'dcterms:conformsTo': links(...schemasOf(manifest, file, place)),
  })
}

/** The description of a file. */
function distributionName({ path, dataset }: ReleasedFile): Text {
  if (path === paths.delta) return changesDataset.delta
  const name = dataset === null ? wholeNames[path] : formNames[path.slice(dataset.length + 1)]
  return name ?? { sv: path, en: path }
}

function schemasOf(manifest: Manifest, { path, dataset }: ReleasedFile, place: CataloguePlace): string[] {
  if (path === paths.dataPackage) return [standards.dataPackage]
  const csvw = latestFile(manifest, paths.csvw, place)
  return csvw !== null && dataset !== null && path === csvPath(dataset) ? [csvw] : []
}

/** The paths of the feeds. */
const FEEDS = { sv: 'feed.atom', en: 'en/feed.atom' } as const

/** The feed in a language as a distribution of the changes of releases. */
export function distributionOfFeed(language: keyof Text, days: Days, place: CataloguePlace): Distribution {
  const path = FEEDS[language]
  const address = `${place.url}/${path}`
  return distribution(path, place, days, feedForm, {
    'dcterms:title': changesDataset.feeds[language],
    'dcterms:description': changesDataset.description,
    'dcat:accessURL': { iri: address },
    'dcat:downloadURL': { iri: address },
    'dcterms:conformsTo': { iri: standards.atom },
  })
}

/** The API as a distribution of the whole data set. Portals check that the access URL responds, so it is a page about the API. */
export function distributionOfApi(days: Days, place: CataloguePlace): Distribution {
  return distribution('graphql', place, days, jsonForm, {
    'dcterms:title': api.title,
    'dcterms:description': api.description,
    'dcat:accessURL': { iri: `${place.url}/` },
    'dcat:accessService': { iri: iris.api(place) },
    'dcterms:conformsTo': { iri: standards.graphql },
  })
}

/** The properties that all distributions share, and those of one. */
function distribution(
  name: string,
  place: CataloguePlace,
  days: Days,
  form: FileForm,
  own: Properties,
): Distribution {
  const iri = iris.distribution(place, name)
  return {
    iri,
    things: thing(iri, 'dcat:Distribution', {
      ...own,
      'dcterms:format': { iri: form.format },
      'dcat:mediaType': form.mediaType === null ? null : { iri: form.mediaType },
      'dcterms:license': { iri: authority.licence },
      'dcterms:rights': { iri: rightsOf(place) },
      'dcterms:issued': rdfDay(days.issued),
      'dcterms:modified': rdfDay(days.modified),
    }),
  }
}

/** The GraphQL API as a data service, with its dataset. */
export function service(place: CataloguePlace, datasets: readonly string[]): Quad[] {
  return thing(iris.api(place), 'dcat:DataService', {
    'dcterms:title': api.title,
    'dcterms:description': api.description,
    ...published(place),
    'dcat:endpointURL': { iri: `${place.url}/graphql` },
    'dcat:endpointDescription': { iri: `${place.url}/schema.graphql` },
    'dcterms:format': { iri: jsonForm.format },
    'dcterms:conformsTo': { iri: standards.graphql },
    'dcterms:license': { iri: authority.licence },
    'dcterms:accessRights': { iri: authority.accessRights },
    'dcat:servesDataset': links(...datasets),
  })
}
