import type { Text } from '../datasets/dataset.ts'
import { catalogue } from '../exporters/metadata/dcat.ts'
import type { CataloguePlace } from '../exporters/metadata/place.ts'
import { jsonLd, rdfXml, turtle } from '../exporters/metadata/rdf.ts'
import type { ReleaseStore } from '../exporters/stores/store.ts'
import { problem } from './problems.ts'
import { revalidated } from './revalidated.ts'
import type { Route } from './route.ts'

/** The formats of the catalogue. */
const FORMS = [
  { ending: 'rdf', name: 'RDF/XML', mediaType: 'application/rdf+xml', write: rdfXml },
  { ending: 'ttl', name: 'Turtle', mediaType: 'text/turtle', write: turtle },
  { ending: 'jsonld', name: 'JSON-LD', mediaType: 'application/ld+json', write: jsonLd },
] as const

/** The routes of the catalogue of the newest release, in DCAT-AP-SE. */
export function catalogueRoutes(
  store: ReleaseStore,
  place: CataloguePlace,
  newest: () => Promise<string | null>,
  answers: { found: Text; unchanged: Text; noRelease: Text },
): Route[] {
  return FORMS.map(({ ending, name, mediaType, write }) => ({
    path: `/catalog.${ending}`,
    methods: ['GET', 'HEAD'],
    summary: {
      sv: `Katalogen enligt DCAT-AP-SE 3.0.1, i formatet ${name}.`,
      en: `The catalogue according to DCAT-AP-SE 3.0.1, as ${name}.`,
    },
    answers: {
      200: answers.found,
      304: answers.unchanged,
      503: answers.noRelease,
    },
    mediaType,
    handle: async (request) => {
      const release = await newest()
      const manifest = release === null ? null : await store.manifest(release)
      if (!manifest) {
        return problem(request, 503, {
          sv: 'Det finns ingen utgåva ännu, och därför ingen katalog',
          en: 'There is no release yet, so the catalogue is empty',
        })
      }
      const text = await write(catalogue(manifest, place))
      return revalidated(request, text, mediaType)
    },
  }))
}
