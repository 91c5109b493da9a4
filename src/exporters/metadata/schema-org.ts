import { bilingualText, bilingualTitle, type Text } from '../../datasets/dataset.ts'
import {
  authority,
  country,
  description,
  keywords,
  licence,
  name,
  title,
} from '../../datasets/publication.ts'
import type { Manifest, ReleasedFile } from '../manifest.ts'
import { wholeSetFiles } from './files.ts'
import { type CataloguePlace, iris, isPerson, type Publisher } from './place.ts'

/**
 * A release as a schema.org Dataset, which search engines read. Without a place, files are named relative
 * to the description, which is beside them.
 */
export function schemaOrgDataset(manifest: Manifest, place?: CataloguePlace): object {
  const folder = place ? `${place.url}/exports/${manifest.release}/` : ''
  const { start, end } = manifest.temporal ?? {}
  const common = {
    license: licence.url,
    isAccessibleForFree: true,
    inLanguage: ['sv', 'en'],
    version: manifest.release,
    dateModified: manifest.date,
    ...agentsOf(place?.publisher ?? manifest.publisher ?? null, place),
  }
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    ...(place
      ? { '@id': iris.dataset(place, name), url: `${place.url}/exports/` }
      : manifest.address && { url: manifest.address }),
    ...namedTexts(title, description),
    ...common,
    keywords: [...keywords.sv, ...keywords.en],
    spatialCoverage: { '@type': 'Place', name: bilingualTitle(country), sameAs: authority.spatial },
    ...((start || end) && { temporalCoverage: `${start ?? '..'}/${end ?? '..'}` }),
    distribution: wholeSetFiles(manifest.files).map((file) => dataDownload(file, folder)),
    hasPart: manifest.datasets.map((dataset) => ({
      '@type': 'Dataset',
      ...(place && { '@id': iris.dataset(place, dataset.name), url: `${place.url}/exports/` }),
      ...namedTexts(dataset.title, dataset.description),
      ...common,
      distribution: manifest.files
        .filter((file) => file.dataset === dataset.name)
        .map((file) => dataDownload(file, folder)),
    })),
  }
}

function namedTexts(titles: Text, descriptions: Text): object {
  return { name: bilingualTitle(titles), description: bilingualText(descriptions) }
}

function dataDownload({ path, media_type, bytes, sha256 }: ReleasedFile, folder: string): object {
  return {
    '@type': 'DataDownload',
    name: path,
    encodingFormat: media_type.split(';')[0],
    contentUrl: `${folder}${path}`,
    contentSize: `${bytes} B`,
    sha256,
  }
}

function agentsOf(publisher: Publisher | null, place: CataloguePlace | undefined): object {
  if (!publisher) return {}
  const id = place ? iris.publisher(place) : publisher.url
  const agent = {
    '@type': isPerson(publisher) ? 'Person' : 'Organization',
    ...(id !== null && { '@id': id }),
    name: publisher.name,
    email: publisher.email,
  }
  return { creator: agent, publisher: agent }
}
