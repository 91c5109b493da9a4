import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { isomorphic } from 'rdf-isomorphic'
import { describe, expect, test } from 'vitest'
import { isLinkTable } from '../src/datasets/dataset.ts'
import { portal } from '../src/datasets/portal.ts'
import { published as tables } from '../src/datasets/published.ts'
import type { Manifest } from '../src/exporters/manifest.ts'
import { catalogue } from '../src/exporters/metadata/dcat.ts'
import { fileFormOf } from '../src/exporters/metadata/files.ts'
import { expanded, type Name, thing } from '../src/exporters/metadata/graph.ts'
import type { CataloguePlace } from '../src/exporters/metadata/place.ts'
import { jsonLd, rdfXml, turtle } from '../src/exporters/metadata/rdf.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { faultsByShapes, fromJsonLd, fromRdfXml, fromTurtle } from './support/graphs.ts'
import { assess, COMPLIANCE_POINTS, INDICATORS } from './support/mqa.ts'
import { faultsByTemplate } from './support/template.ts'

const { literal, namedNode, quad } = DataFactory

const manifest = await new FolderStore('exports').manifest('sample')
if (!manifest) throw new Error('There is no sample')
const published: CataloguePlace = {
  url: 'https://data.example.se',
  publisher: { name: 'Exempel', url: null, type: 'NonProfitOrganisation', email: 'data@example.se' },
}
const local: CataloguePlace = { url: 'http://127.0.0.1:4000', publisher: null }
const graphs = {
  published: catalogue(manifest, published),
  local: catalogue(manifest, local),
}
const AGREEMENTS = 'https://data.example.se/id/dataset/agreements'
const CSV = 'https://data.example.se/id/distribution/agreements.csv'

/** What data.europa.eu gives at least, each file counted alike. */
const MEAN_POINTS = 390

/** The values of a property of a thing. */
function valuesOf(
  quads: readonly Quad[],
  subject: string,
  property: Parameters<typeof expanded>[0],
): string[] {
  return quads
    .filter((each) => each.subject.value === subject && each.predicate.value === expanded(property))
    .map(({ object }) => object.value)
}

/** The graph without the values of a property of a thing, or with another value in their place. */
function broken(
  subject: string,
  property: Parameters<typeof expanded>[0],
  ...others: Quad['object'][]
): Quad[] {
  const kept = graphs.published.filter(
    (each) => each.subject.value !== subject || each.predicate.value !== expanded(property),
  )
  if (kept.length === graphs.published.length && others.length === 0)
    throw new Error(`${subject} has no ${property}`)
  return [...kept, ...others.map((other) => quad(namedNode(subject), namedNode(expanded(property)), other))]
}

/** The errors found in addition to the known ones. */
function besides(faults: readonly string[], known: readonly RegExp[]): string[] {
  return faults.filter((fault) => !known.some((pattern) => pattern.test(fault)))
}

describe.each(['published', 'local'] as const)('a %s catalogue', (which) => {
  const graph = graphs[which]

  test.each(['dcat-ap-SHACL', 'shapes', 'range', 'deprecateduris'])(
    'is without fault by the shapes %s of DCAT-AP',
    async (shapes) => expect(await faultsByShapes(graph, shapes)).toEqual([]),
  )

  test('has values of the controlled lists', async () => {
    const known = [
      // The list of corporate bodies is one of institutions of the Union.
      /^Warning \S+ publisher publisher .*CorporateBodyRestriction/,
    ]
    const faults = await faultsByShapes(graph, 'mdr-vocabularies.shape')
    expect(besides(faults, known)).toEqual([])
  })

  test('has what DCAT-AP recommends, as far as it is known', async () => {
    const known = [
      // Nobody has noted the day on which the catalogue was first to be seen.
      / catalog issued Less than/,
      // How long the data will be there, only the publisher can promise.
      / availability Less than/,
      // A country is described by the list of countries.
      /SWE (bbox|centroid) Less than/,
      ...(which === 'local' ? [/ contactPoint Less than/] : []),
    ]
    const faults = await faultsByShapes(graph, 'shapes_recommended')
    expect(besides(faults, known)).toEqual([])
    for (const pattern of known)
      expect(
        faults.some((fault) => pattern.test(fault)),
        `${pattern}`,
      ).toBe(true)
  })

  test('is as the template of DCAT-AP-SE has it', () => {
    const known = [
      // The template takes a media type as text, which DCAT-AP refuses: see docs/decisions.
      /: format \w+ is no literal$/,
      ...(which === 'local' ? [/^there is no dcat:contactPoint$/] : []),
    ]
    expect(besides(faultsByTemplate(graph), known)).toEqual([])
  })

  test('has no blank node, and absolute addresses without anything that an IRI cannot hold', () => {
    for (const { subject, object } of graph) {
      for (const term of [subject, object]) {
        expect(['NamedNode', 'Literal']).toContain(term.termType)
        if (term.termType === 'NamedNode')
          expect(term.value).toMatch(/^(https?:\/\/|mailto:)[^\s<>"{}|\\^`]+$/)
      }
    }
  })

  test('says the same as RDF/XML, Turtle and JSON-LD', async () => {
    expect(isomorphic(graph, fromTurtle(await turtle(graph)))).toBe(true)
    expect(isomorphic(graph, await fromRdfXml(rdfXml(graph)))).toBe(true)
    expect(isomorphic(graph, await fromJsonLd(await jsonLd(graph)))).toBe(true)
  })
})

describe('faults are found', () => {
  const anything = literal('x')
  test.each([
    [
      'dcat-ap-SHACL',
      'a catalogue without a title',
      'https://data.example.se/id/catalog',
      'dcterms:title',
      [],
    ],
    ['shapes', 'a distribution without an address', CSV, 'dcat:accessURL', []],
    ['range', 'a publisher that is none', AGREEMENTS, 'dcterms:publisher', [namedNode(CSV)]],
    [
      'mdr-vocabularies.shape',
      'a theme of no list',
      AGREEMENTS,
      'dcat:theme',
      [namedNode('http://x.example/y')],
    ],
    ['deprecateduris', 'a list that is no more', CSV, 'http://www.w3.org/ns/adms#status', [anything]],
    ['shapes_recommended', 'a dataset without keywords', AGREEMENTS, 'dcat:keyword', []],
  ] as const)('by %s: %s', async (shapes, _what, subject, property, others) => {
    const graph = property.startsWith('http')
      ? [...graphs.published, ...others.map((other) => quad(namedNode(subject), namedNode(property), other))]
      : // A property that isn't written out has its prefix.
        broken(subject, property as Parameters<typeof expanded>[0], ...others)
    const before = await faultsByShapes(graphs.published, shapes)
    expect((await faultsByShapes(graph, shapes)).length).toBeGreaterThan(before.length)
  })

  test.each([
    [
      'a contact without an address',
      'https://data.example.se/id/contact',
      'vcard:hasEmail',
      [],
      'contact: hasEmail stands 0 times, not 1',
    ],
    [
      'two publishers',
      AGREEMENTS,
      'dcterms:publisher',
      ['https://data.example.se/id/publisher', 'https://data.example.se/id/contact'].map((iri) =>
        namedNode(iri),
      ),
      'agreements: publisher stands 2 times, not at most 1',
    ],
    [
      'a publisher of no type',
      'https://data.example.se/id/publisher',
      'dcterms:type',
      [namedNode('http://x.example/y')],
      'publisher: type y is none of the choices',
    ],
    [
      'an address that is text',
      CSV,
      'dcat:accessURL',
      [literal('agreements.csv')],
      'agreements.csv: accessURL agreements.csv is no IRI',
    ],
    [
      'a day that is text',
      AGREEMENTS,
      'dcterms:modified',
      [literal('today')],
      'agreements: modified today is of type string',
    ],
    [
      'a distribution without a format',
      CSV,
      'dcterms:format',
      [],
      'agreements.csv: dcat:format-group_di stands 0 times, not 1',
    ],
    ['a dataset without a title', AGREEMENTS, 'dcterms:title', [], 'agreements: title stands 0 times, not 1'],
    [
      'a publisher whose name has no language',
      'https://data.example.se/id/publisher',
      'foaf:name',
      [literal('Exempel', namedNode(expanded('xsd:integer')))],
      'publisher: name Exempel has no language',
    ],
  ] as const)('by the template: %s', (_what, subject, property, others, fault) => {
    expect(faultsByTemplate(broken(subject, property, ...others))).toContain(fault)
  })

  test('by comparing graphs', async () => {
    const other = broken(
      AGREEMENTS,
      'dcterms:modified',
      literal('2020-01-01', namedNode(expanded('xsd:date'))),
    )
    expect(isomorphic(graphs.published, await fromRdfXml(rdfXml(other)))).toBe(false)
  })
})

test('texts with signs of XML, Turtle and JSON are the same in every form', async () => {
  const graph = thing('https://data.example.se/id/a?b=1&c=2', 'dcat:Dataset', {
    'dcterms:title': { sv: '<å> & "ä" \' ö', en: 'back\\slash, tab\t, line\n, return\r, ]]>' },
    'dcterms:publisher': { iri: "https://data.example.se/it's?x=1&y=2" },
  })
  expect(isomorphic(graph, fromTurtle(await turtle(graph)))).toBe(true)
  expect(isomorphic(graph, await fromRdfXml(rdfXml(graph)))).toBe(true)
  expect(isomorphic(graph, await fromJsonLd(await jsonLd(graph)))).toBe(true)
})

describe('a catalogue', () => {
  test('of nobody in particular says that it is a local one, in both languages', () => {
    const titles = valuesOf(graphs.local, 'http://127.0.0.1:4000/id/catalog', 'dcterms:title')
    const descriptions = valuesOf(graphs.local, 'http://127.0.0.1:4000/id/catalog', 'dcterms:description')
    expect(titles.join()).toMatch(/\(lokal katalog\).*\(local catalogue\)/)
    expect(descriptions.join()).toMatch(/^Det här är en lokal katalog.*This is a local catalogue/)
    expect(valuesOf(graphs.local, 'http://127.0.0.1:4000/id/publisher', 'foaf:name')).toEqual([
      'Ingen utgivare angiven',
      'No publisher stated',
    ])
  })

  test('of a publisher says who it is and whom to ask, and nothing of being local', () => {
    const graph = catalogue(manifest, {
      url: 'https://data.example.se',
      publisher: {
        name: 'Exempel',
        url: 'http://dataportal.se/organisation/SE2021000000',
        type: 'Company',
        email: 'data@example.se',
      },
    })
    expect(valuesOf(graph, AGREEMENTS, 'dcterms:publisher')).toEqual([
      'http://dataportal.se/organisation/SE2021000000',
    ])
    expect(valuesOf(graph, 'https://data.example.se/id/contact', 'vcard:hasEmail')).toEqual([
      'mailto:data@example.se',
    ])
    expect(JSON.stringify(graph)).not.toContain('lokal katalog')
  })

  test('has the datasets that people ask for, and one of them all that the API leads to', () => {
    const datasets = valuesOf(graphs.published, 'https://data.example.se/id/catalog', 'dcat:dataset')
    expect(datasets).toEqual(
      ['medborgarloften', ...Object.keys(portal), 'changes'].map(
        (each) => `https://data.example.se/id/dataset/${each}`,
      ),
    )
    const types = graphs.published.filter(({ object }) => object.value === expanded('dcat:Dataset'))
    expect(types.map(({ subject }) => subject.value)).toEqual(datasets)
    const whole = 'https://data.example.se/id/dataset/medborgarloften'
    expect(valuesOf(graphs.published, whole, 'dcat:distribution')).toEqual([
      'https://data.example.se/id/distribution/graphql',
      'https://data.example.se/id/distribution/medborgarloften.xlsx',
      'https://data.example.se/id/distribution/medborgarloften.en.xlsx',
      'https://data.example.se/id/distribution/medborgarloften.sqlite',
      'https://data.example.se/id/distribution/datapackage.json',
      'https://data.example.se/id/distribution/medborgarloften.zip',
    ])
  })

  test('has every file of a dataset with address, size, checksum and form', () => {
    for (const { path, dataset, bytes } of manifest.files) {
      if (dataset === null || !Object.hasOwn(portal, dataset)) continue
      const iri = `https://data.example.se/id/distribution/${path}`
      const values = (property: Parameters<typeof expanded>[0]) => valuesOf(graphs.published, iri, property)
      expect(
        valuesOf(graphs.published, `https://data.example.se/id/dataset/${dataset}`, 'dcat:distribution'),
      ).toContain(iri)
      expect(values('dcat:accessURL')).toEqual([`https://data.example.se/exports/latest/${path}`])
      expect(values('dcat:downloadURL')).toEqual([
        `https://data.example.se/exports/${manifest.release}/${path}`,
      ])
      expect(values('dcat:byteSize')).toEqual([String(bytes)])
      expect(values('dcterms:license')).toEqual([
        'http://publications.europa.eu/resource/authority/licence/CC0',
      ])
    }
  })

  test('of a release that describes itself in no file names none', () => {
    const old = {
      ...manifest,
      temporal: undefined,
      files: manifest.files.filter(({ dataset }) => dataset !== null),
    }
    const graph = catalogue(old, published)
    expect(valuesOf(graph, AGREEMENTS, 'foaf:page')).toEqual([])
    expect(besides(faultsByTemplate(graph), [/: format \w+ is no literal$/])).toEqual([])
  })
})

test('a dataset that links others is listed by no portal, and every one that is listed is there', () => {
  const listed = Object.keys(portal)
  const own = tables.filter((table) => !isLinkTable(table))
  expect(own.map(({ name }) => name)).toEqual(expect.arrayContaining(listed))
  expect(listed).toHaveLength(17)
})

test('datasets have titles and keywords of their own, short enough to be read in a list', () => {
  const datasets = valuesOf(graphs.published, 'https://data.example.se/id/catalog', 'dcat:dataset')
  const titles = datasets.map((iri) => valuesOf(graphs.published, iri, 'dcterms:title'))
  expect(new Set(titles.flat()).size).toBe(datasets.length * 2)
  // The recommendations of DCAT-AP-SE: under ten words.
  for (const title of titles.flat()) expect(title.split(' ').length, title).toBeLessThan(11)
  const keywords = datasets.map((iri) => valuesOf(graphs.published, iri, 'dcat:keyword').join())
  expect(new Set(keywords).size).toBeGreaterThan(datasets.length - 2) // activities stand there twice
  for (const each of keywords) expect(each).toContain('medborgarlöften')
})

test('distributions are named for what they are', () => {
  const title = (file: string) =>
    valuesOf(graphs.published, `https://data.example.se/id/distribution/${file}`, 'dcterms:title')
  expect(title('agreements.csv')).toEqual(['CSV', 'CSV'])
  expect(title('agreements.excel.csv')).toEqual(['CSV för svenska Excel', 'CSV for Swedish Excel'])
  expect(title('medborgarloften.zip')[1]).toBe(
    'The whole release in one archive: every dataset in every format',
  )
  expect(title('en/feed.atom')[1]).toBe('New releases and what they have changed, in English (Atom)')
  const unnamed = graphs.published.filter(
    ({ predicate, object }) => predicate.value === expanded('dcterms:title') && /\.\w+$/.test(object.value),
  )
  expect(unnamed.map(({ object }) => object.value)).toEqual([])
})

test('the feed and the delta are ways to what releases changed', () => {
  const distributions = (of: Manifest) =>
    valuesOf(catalogue(of, published), 'https://data.example.se/id/dataset/changes', 'dcat:distribution')
  const feeds = ['feed.atom', 'en/feed.atom'].map((path) => `https://data.example.se/id/distribution/${path}`)
  expect(distributions(manifest)).toEqual(feeds)
  const delta = { ...(manifest.files[0] ?? expect.fail()), path: 'delta.jsonl', dataset: null }
  const packed = { ...delta, path: 'delta.jsonl.gz' }
  expect(distributions({ ...manifest, files: [...manifest.files, delta, packed] })).toEqual([
    ...feeds,
    'https://data.example.se/id/distribution/delta.jsonl',
  ])
})

test('days are those on which the content of a dataset came and changed', () => {
  const days = { issued: '2025-03-01', modified: '2025-06-30' }
  const dated = {
    ...manifest,
    datasets: manifest.datasets.map((each) => (each.name === 'agreements' ? { ...each, ...days } : each)),
  }
  const graph = catalogue(dated, published)
  for (const thing of [AGREEMENTS, CSV]) {
    expect(valuesOf(graph, thing, 'dcterms:issued')).toEqual([days.issued])
    expect(valuesOf(graph, thing, 'dcterms:modified')).toEqual([days.modified])
  }
  const whole = 'https://data.example.se/id/dataset/medborgarloften'
  expect(valuesOf(graph, whole, 'dcterms:issued')).toEqual([days.issued])
  expect(valuesOf(graph, whole, 'dcterms:modified')).toEqual([manifest.date])
})

describe('data.europa.eu gives a catalogue', () => {
  const assessed = assess(graphs.published)
  const all = INDICATORS.reduce((sum, { points }) => sum + points, COMPLIANCE_POINTS)

  test('405 points at most, all of them to a dataset by its best files', async () => {
    expect(all).toBe(405)
    const compliant = await Promise.all(
      ['dcat-ap-SHACL', 'shapes', 'range', 'deprecateduris'].map((shapes) =>
        faultsByShapes(graphs.published, shapes),
      ),
    )
    expect(compliant.flat()).toEqual([])
    for (const { dataset, best, lacking } of assessed) {
      // There is no delta before the second release, and the feed is not in the list of formats.
      if (dataset === 'changes') expect(lacking).toContain('feed.atom: machine-readable format')
      else expect(best + COMPLIANCE_POINTS, dataset).toBe(all)
    }
  })

  test('every point that its formats allow, file by file', () => {
    const lists = ['open format', 'machine-readable format']
    const known: readonly [RegExp, readonly string[]][] = [
      // The lists of formats have neither.
      [/\.(parquet|sqlite)$|feed\.atom$/, lists],
      [/\.xlsx$/, ['open format']],
      [/\.zip$/, ['machine-readable format']],
      // Nobody has registered its media type.
      [/\.jsonl$/, ['media type']],
      // An API and a feed are no files.
      [/feed\.atom$/, ['file size']],
      [/^graphql$/, ['download address', 'file size']],
    ]
    const expected = assessed.flatMap(({ lacking }) => lacking)
    const unknown = expected.filter((fault) => {
      const [name = '', indicator = ''] = fault.split(': ')
      return !known.some(([pattern, indicators]) => pattern.test(name) && indicators.includes(indicator))
    })
    expect(unknown).toEqual([])
    const mean = assessed.reduce((sum, { points }) => sum + points, 0) / assessed.length
    expect(Math.round(mean + COMPLIANCE_POINTS)).toBeGreaterThanOrEqual(MEAN_POINTS)
  })

  test('fewer where anything is missing', () => {
    const without = (property: Name) =>
      assess(graphs.published.filter(({ predicate }) => predicate.value !== expanded(property)))
    for (const property of [
      'dcat:keyword',
      'dcterms:temporal',
      'dcterms:rights',
      'dcterms:issued',
    ] as const) {
      const points = without(property).reduce((sum, each) => sum + each.best, 0)
      expect(points, property).toBeLessThan(assessed.reduce((sum, each) => sum + each.best, 0))
    }
  })
})

describe('the form of a file', () => {
  const EU = 'http://publications.europa.eu/resource/authority/file-type/'
  const IANA = 'http://www.iana.org/assignments/media-types/'
  test.each([
    ['a.csv', 'text/csv; charset=utf-8; header=present', 'CSV', 'text/csv'],
    ['a.excel.csv', 'text/csv; charset=utf-8', 'CSV', 'text/csv'],
    ['a.jsonl', 'application/jsonl', 'JSON', null],
    ['a.parquet', 'application/vnd.apache.parquet', 'PARQUET', 'application/vnd.apache.parquet'],
    ['a.sqlite', 'application/vnd.sqlite3', 'OCTET', 'application/vnd.sqlite3'],
    ['a.zip', 'application/zip', 'ZIP', 'application/zip'],
  ])('%s, %s', (path, media_type, format, mediaType) => {
    expect(fileFormOf({ path, media_type })).toEqual({
      format: `${EU}${format}`,
      mediaType: mediaType && `${IANA}${mediaType}`,
    })
  })

  test('is unknown of an ending that nobody has given one', () => {
    expect(() => fileFormOf({ path: 'a.xyz', media_type: 'text/plain' })).toThrow(/No file type for a\.xyz/)
  })
})
