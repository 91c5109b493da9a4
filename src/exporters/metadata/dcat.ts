import type { Quad } from '@rdfjs/types'
import type { Text } from '../../datasets/dataset.ts'
import { authority, description, name, title, totalsNote } from '../../datasets/publication.ts'
import type { Manifest } from '../manifest.ts'
import { agents, local } from './dcat-agents.ts'
import { type Distribution, distributionOfApi, distributionOfFile, service } from './dcat-distributions.ts'
import { about, joined, pagesOf, published } from './dcat-texts.ts'
import { wholeSetFiles } from './files.ts'
import { day, links, type Properties, thing } from './graph.ts'
import { iris, type Place } from './place.ts'

/** A dataset of the catalogue: a table, or all of them together. */
interface Described {
  readonly name: string
  readonly title: Text
  readonly description: Text
  readonly distributions: readonly Distribution[]
  readonly properties: Properties
}

/**
 * The catalogue of a release by DCAT-AP-SE 3.0.1: the whole data set with the API as one way to it, and a dataset
 * for each of its tables, whose files all hold the same rows. Nothing in it is a blank node.
 */
export function catalogue(manifest: Manifest, place: Place): Quad[] {
  const whole = iris.dataset(place, name)
  const period = iris.part(whole, 'temporal')
  const { start = null, end = null } = manifest.temporal ?? {}
  const hasPeriod = start !== null || end !== null
  const tables: Described[] = manifest.datasets.map((dataset) => ({
    ...dataset,
    distributions: manifest.files
      .filter((file) => file.dataset === dataset.name)
      .map((file) => distributionOfFile(manifest, file, place)),
    properties: { 'dcterms:isPartOf': { iri: whole } },
  }))
  const all: Described[] = [
    {
      name,
      title,
      description: joined(description, totalsNote),
      distributions: [
        distributionOfApi(place),
        ...wholeSetFiles(manifest.files).map((file) => distributionOfFile(manifest, file, place)),
      ],
      properties: {
        'dcterms:temporal': hasPeriod ? { iri: period } : null,
        'dcterms:hasPart': links(...tables.map((table) => iris.dataset(place, table.name))),
      },
    },
    ...tables,
  ]
  const datasets = all.map((dataset) => iris.dataset(place, dataset.name))
  return [
    ...catalogueItself(manifest, place, datasets),
    ...all.flatMap((dataset) => datasetWithDistributions(dataset, manifest, place)),
    ...(hasPeriod
      ? thing(period, 'dcterms:PeriodOfTime', {
          'dcat:startDate': start === null ? null : day(start),
          'dcat:endDate': end === null ? null : day(end),
        })
      : []),
    ...service(place, datasets),
    ...agents(place),
    ...about(manifest, place),
  ]
}

function catalogueItself({ date }: Manifest, place: Place, datasets: readonly string[]): Quad[] {
  const called = place.publisher ? { title, description } : local({ title, description })
  return thing(iris.catalogue(place), 'dcat:Catalog', {
    'dcterms:title': called.title,
    'dcterms:description': called.description,
    'dcterms:publisher': { iri: iris.publisher(place) },
    'dcterms:license': { iri: authority.licence },
    'dcterms:language': links(...authority.languages),
    'dcterms:spatial': { iri: authority.spatial },
    'dcterms:modified': day(date),
    'dcat:themeTaxonomy': { iri: authority.themeTaxonomy },
    'foaf:homepage': { iri: `${place.url}/` },
    'dcat:dataset': links(...datasets),
    'dcat:service': { iri: iris.api(place) },
  })
}

function datasetWithDistributions(dataset: Described, manifest: Manifest, place: Place): Quad[] {
  const iri = iris.dataset(place, dataset.name)
  return [
    ...thing(iri, 'dcat:Dataset', {
      'dcterms:title': dataset.title,
      'dcterms:description': dataset.description,
      ...published(place),
      'dcterms:identifier': { literal: iri },
      'dcat:version': { literal: manifest.release },
      'dcterms:modified': day(manifest.date),
      'dcterms:language': links(...authority.languages),
      'dcterms:spatial': { iri: authority.spatial },
      'dcterms:accrualPeriodicity': { iri: authority.frequency },
      'dcterms:accessRights': { iri: authority.accessRights },
      'dcterms:provenance': { iri: iris.part(iris.dataset(place, name), 'provenance') },
      'dcat:landingPage': { iri: `${place.url}/exports/` },
      'foaf:page': links(...pagesOf(manifest, place)),
      'dcat:distribution': links(...dataset.distributions.map((distribution) => distribution.iri)),
      ...dataset.properties,
    }),
    ...dataset.distributions.flatMap((distribution) => distribution.things),
  ]
}
