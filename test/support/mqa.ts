import type { Quad } from '@rdfjs/types'
import { Store } from 'n3'
import { expanded, type Name } from '../../src/exporters/metadata/graph.ts'

// The score that data.europa.eu gives a catalogue, by its "Metadata quality assessment" (405 points in all). Whether
// addresses respond is tested with a running server.

const EU = 'http://publications.europa.eu/resource/authority/'
const IANA = 'http://www.iana.org/assignments/media-types/'

/** What data.europa.eu counts as open, and as read by machines (its edp-vocabularies), of the forms that we might have. */
const OPEN = ['CSV', 'GEOJSON', 'GZIP', 'HTML', 'JSON', 'JSON_LD', 'ODS', 'RSS', 'TSV', 'TXT', 'XML', 'ZIP']
const MACHINE_READABLE = ['CSV', 'GEOJSON', 'JSON', 'JSON_LD', 'ODS', 'RSS', 'XLS', 'XLSX', 'XML']

interface Indicator {
  readonly name: string
  readonly points: number
  readonly of: 'dataset' | 'distribution'
  readonly isMet: (values: (property: Name) => string[]) => boolean
}

const has =
  (...properties: Name[]) =>
  (values: (property: Name) => string[]) =>
    properties.some((property) => values(property).length > 0)
const isOneOf =
  (property: Name, list: string, entries?: readonly string[]) => (values: (p: Name) => string[]) =>
    values(property).some(
      (value) => value.startsWith(list) && (entries?.includes(value.slice(list.length)) ?? true),
    )

/** Every indicator that the metadata alone decide, in the order of the assessment. */
export const INDICATORS: readonly Indicator[] = [
  { name: 'keywords', points: 30, of: 'dataset', isMet: has('dcat:keyword') },
  { name: 'categories', points: 30, of: 'dataset', isMet: isOneOf('dcat:theme', `${EU}data-theme/`) },
  { name: 'geo search', points: 20, of: 'dataset', isMet: has('dcterms:spatial') },
  { name: 'time based search', points: 20, of: 'dataset', isMet: has('dcterms:temporal') },
  { name: 'access address', points: 50, of: 'distribution', isMet: has('dcat:accessURL') },
  { name: 'download address', points: 50, of: 'distribution', isMet: has('dcat:downloadURL') },
  { name: 'format', points: 20, of: 'distribution', isMet: has('dcterms:format') },
  { name: 'media type', points: 10, of: 'distribution', isMet: has('dcat:mediaType') },
  {
    name: 'format and media type from the lists',
    points: 10,
    of: 'distribution',
    isMet: (values) =>
      isOneOf('dcterms:format', `${EU}file-type/`)(values) &&
      values('dcat:mediaType').every((type) => type.startsWith(IANA)),
  },
  {
    name: 'open format',
    points: 20,
    of: 'distribution',
    isMet: isOneOf('dcterms:format', `${EU}file-type/`, OPEN),
  },
  {
    name: 'machine-readable format',
    points: 20,
    of: 'distribution',
    isMet: isOneOf('dcterms:format', `${EU}file-type/`, MACHINE_READABLE),
  },
  { name: 'licence', points: 20, of: 'distribution', isMet: has('dcterms:license') },
  {
    name: 'known licence',
    points: 10,
    of: 'distribution',
    isMet: isOneOf('dcterms:license', `${EU}licence/`),
  },
  { name: 'access restrictions', points: 10, of: 'dataset', isMet: has('dcterms:accessRights') },
  {
    name: 'access restrictions from the list',
    points: 5,
    of: 'dataset',
    isMet: isOneOf('dcterms:accessRights', `${EU}access-right/`),
  },
  { name: 'contact point', points: 20, of: 'dataset', isMet: has('dcat:contactPoint') },
  { name: 'publisher', points: 10, of: 'dataset', isMet: has('dcterms:publisher') },
  { name: 'rights', points: 5, of: 'distribution', isMet: has('dcterms:rights') },
  { name: 'file size', points: 5, of: 'distribution', isMet: has('dcat:byteSize') },
  { name: 'day of issue', points: 5, of: 'distribution', isMet: has('dcterms:issued') },
  { name: 'day of change', points: 5, of: 'distribution', isMet: has('dcterms:modified') },
]

/** Points for being as the shapes of DCAT-AP want it, by which the whole catalogue stands or falls. */
export const COMPLIANCE_POINTS = 30

/** What a dataset of a catalogue lacks. */
export interface Assessed {
  readonly dataset: string
  /** Its points, each indicator of distributions taken by the share of them that meet it. */
  readonly points: number
  /** Its points by its best distribution for each indicator, as the portal shows them. */
  readonly best: number
  /** Indicators that it, or some distribution, does not meet: `agreements.jsonl: media type`. */
  readonly lacking: readonly string[]
}

/** Assesses each dataset of a catalogue, without the points for compliance. */
export function assess(quads: readonly Quad[]): Assessed[] {
  const graph = new Store([...quads])
  const valuesOf = (subject: string) => (property: Name) =>
    graph.getObjects(subject, expanded(property), null).map(({ value }) => value)
  const datasets = graph.getSubjects(expanded('rdf:type'), expanded('dcat:Dataset'), null)
  return datasets.map(({ value: dataset }) => {
    const distributions = valuesOf(dataset)('dcat:distribution')
    const lacking: string[] = []
    let [points, best] = [0, 0]
    for (const indicator of INDICATORS) {
      const subjects = indicator.of === 'dataset' ? [dataset] : distributions
      const failing = subjects.filter((subject) => !indicator.isMet(valuesOf(subject)))
      lacking.push(...failing.map((subject) => `${subject.replace(/^.*\/id\/\w+\//, '')}: ${indicator.name}`))
      points += (indicator.points * (subjects.length - failing.length)) / subjects.length
      best += failing.length < subjects.length ? indicator.points : 0
    }
    return { dataset: dataset.replace(/^.*\//, ''), points, best, lacking }
  })
}
