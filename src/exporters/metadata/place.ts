import type { PublisherType } from '../../datasets/publication.ts'

/** The publisher of the data, and the contact. */
export interface Publisher {
  readonly name: string
  /** The IRI of the publisher, if it has one. */
  readonly url: string | null
  readonly type: PublisherType
  readonly email: string
}

/** Whether a publisher is a person rather than an organisation. */
export function isPerson({ type }: Publisher): boolean {
  return type === 'PrivateIndividual(s)'
}

/** Where the data are served, and by whom. */
export interface CataloguePlace {
  /** The address of the server, without a slash at its end. */
  readonly url: string
  /** Null if the publisher is not set: then it is a local server. */
  readonly publisher: Publisher | null
}

/** The persistent identifiers of the things in a catalogue. */
export const iris = {
  catalogue: ({ url }: CataloguePlace) => `${url}/id/catalog`,
  dataset: ({ url }: CataloguePlace, name: string) => `${url}/id/dataset/${name}`,
  distribution: ({ url }: CataloguePlace, file: string) => `${url}/id/distribution/${file}`,
  api: ({ url }: CataloguePlace) => `${url}/id/service/graphql`,
  publisher: ({ url, publisher }: CataloguePlace) => publisher?.url ?? `${url}/id/publisher`,
  contact: ({ url }: CataloguePlace) => `${url}/id/contact`,
  /** A part of another thing, which needs no identifier of its own: `…/id/dataset/topics#provenance`. */
  part: (of: string, name: string) => `${of}#${name}`,
} as const
