import type { Quad } from '@rdfjs/types'
import type { Text } from '../../datasets/dataset.ts'
import { type PortalEntry, portal } from '../../datasets/portal.ts'
import {
  authority,
  changesDataset,
  description,
  name,
  title,
  totalsNote,
} from '../../datasets/publication.ts'
import { compressionOf } from '../compressions.ts'
import type { Manifest } from '../manifest.ts'
import { agents, local } from './dcat-agents.ts'
import {
  type Days,
  type Distribution,
  distributionOfApi,
  distributionOfFeed,
  distributionOfFile,
  service,
} from './dcat-distributions.ts'
import { aboutCatalogue, joined, pagesOf, published } from './dcat-texts.ts'
import { paths, wholeSetFiles } from './files.ts'
import { links, type Properties, rdfDay, thing } from './graph.ts'
import { type CataloguePlace, iris } from './place.ts'

/** A dataset of the catalogue: one table, the whole data set, or the changes of releases. */
interface Described {
  readonly name: string
  readonly title: Text
  readonly description: Text
  readonly keywords?: PortalEntry['keywords']
  readonly days: Days
  readonly distributions: readonly Distribution[]
  readonly properties: Properties
}

/**
 * The catalogue of a release in DCAT-AP-SE 3.0.1: the whole data set with the API as one of its distributions, a dataset
 * for each table that people look for, with all its files, and one for the changes of releases. It has no blank nodes.
 */
export function catalogue(manifest: Manifest, place: CataloguePlace): Quad[] {
  const whole = iris.dataset(place, name)
  const parts = [...tablesOf(manifest, place), describedChanges(manifest, place)].map((part) => ({
    ...part,
    properties: { 'dcterms:isPartOf': { iri: whole } },
  }))
  const days = wholeDays(manifest)
  const all: Described[] = [
    {
      name,
      title,
      description: joined(description, totalsNote),
      days,
      distributions: [
        distributionOfApi(days, place),
        ...uncompressed(wholeSetFiles(manifest.files)).map((file) =>
          distributionOfFile(manifest, file, days, place),
        ),
      ],
      properties: { 'dcterms:hasPart': links(...parts.map((part) => iris.dataset(place, part.name))) },
    },
    ...parts,
  ]
  const datasets = all.map((dataset) => iris.dataset(place, dataset.name))
  return [
    ...catalogueItself(manifest, place, datasets),
    ...all.flatMap((dataset) => datasetWithDistributions(dataset, manifest, place)),
    ...cataloguePeriod(manifest, place),
    ...service(place, datasets),
    ...agents(place),
    ...aboutCatalogue(manifest, place),
  ]
}

/** The tables that a portal lists, with titles and descriptions from the release. */
function tablesOf(manifest: Manifest, place: CataloguePlace): Omit<Described, 'properties'>[] {
  return Object.entries(portal).flatMap(([table, entry]) => {
    const dataset = manifest.datasets.find((each) => each.name === table)
    if (!dataset) return [] // the release is of before there was such a table
    const days = { issued: dataset.issued ?? manifest.date, modified: dataset.modified ?? manifest.date }
    const files = uncompressed(manifest.files.filter((file) => file.dataset === table))
    return {
      ...entry,
      name: table,
      description: dataset.description,
      days,
      distributions: files.map((file) => distributionOfFile(manifest, file, days, place)),
    }
  })
}

function describedChanges(manifest: Manifest, place: CataloguePlace): Omit<Described, 'properties'> {
  const days = wholeDays(manifest)
  const delta = manifest.files.find(({ path }) => path === paths.delta)
  return {
    ...changesDataset,
    days,
    distributions: [
      ...(['sv', 'en'] as const).map((language) => distributionOfFeed(language, days, place)),
      ...(delta ? [distributionOfFile(manifest, delta, days, place)] : []),
    ],
  }
}

/** The whole data set was first released with its first dataset, and changes with each release. */
function wholeDays({ date, datasets }: Manifest): Days {
  const [first = date] = datasets.map(({ issued }) => issued ?? date).sort()
  return { issued: first, modified: date }
}

/** Uncompressed files only: the server sends the compressed copies to clients that accept them. */
function uncompressed<F extends { readonly path: string }>(files: readonly F[]): F[] {
  return files.filter(({ path }) => !compressionOf(path))
}

/** The period that the data cover. */
function temporalOf(place: CataloguePlace): string {
  return iris.part(iris.dataset(place, name), 'temporal')
}

function hasPeriod({ temporal }: Manifest): boolean {
  return Boolean(temporal?.start ?? temporal?.end)
}

function cataloguePeriod(manifest: Manifest, place: CataloguePlace): Quad[] {
  const { start = null, end = null } = manifest.temporal ?? {}
  if (!hasPeriod(manifest)) return []
  return thing(temporalOf(place), 'dcterms:PeriodOfTime', {
    'dcat:startDate': start === null ? null : rdfDay(start),
    'dcat:endDate': end === null ? null : rdfDay(end),
  })
}

function catalogueItself({ date }: Manifest, place: CataloguePlace, datasets: readonly string[]): Quad[] {
  const called = place.publisher ? { title, description } : local({ title, description })
  return thing(iris.catalogue(place), 'dcat:Catalog', {
    'dcterms:title': called.title,
    'dcterms:description': called.description,
    'dcterms:publisher': { iri: iris.publisher(place) },
    'dcterms:license': { iri: authority.catalogueLicence },
    'dcterms:language': links(...authority.languages),
    'dcterms:spatial': { iri: authority.spatial },
    'dcterms:modified': rdfDay(date),
    'dcat:themeTaxonomy': { iri: authority.themeTaxonomy },
    'foaf:homepage': { iri: `${place.url}/` },
    'dcat:dataset': links(...datasets),
    'dcat:service': { iri: iris.api(place) },
  })
}

function datasetWithDistributions(dataset: Described, manifest: Manifest, place: CataloguePlace): Quad[] {
  const iri = iris.dataset(place, dataset.name)
  return [
    ...thing(iri, 'dcat:Dataset', {
      'dcterms:title': dataset.title,
      'dcterms:description': dataset.description,
      ...published(place, dataset.keywords),
      'dcterms:identifier': { literal: iri },
      'dcat:version': { literal: manifest.release },
      'dcterms:issued': rdfDay(dataset.days.issued),
      'dcterms:modified': rdfDay(dataset.days.modified),
      'dcterms:language': links(...authority.languages),
      'dcterms:spatial': { iri: authority.spatial },
      'dcterms:temporal': hasPeriod(manifest) ? { iri: temporalOf(place) } : null,
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
