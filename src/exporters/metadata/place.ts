import type { PublisherType } from '../../datasets/publication.ts'

/** Who publishes the data, and whom to ask about them. */
export interface Publisher {
  readonly name: string
  /** What identifies the publisher wherever it is named, if it has such an address. */
  readonly url: string | null
  readonly type: PublisherType
  readonly email: string
}

/** Whether a publisher is a person, and no organisation. */
export function isPerson({ type }: Publisher): boolean {
  return type === 'PrivateIndividual(s)'
}

/** Where the data are served, and by whom. */
export interface CataloguePlace {
  /** The address of the server, without a slash at its end. */
  readonly url: string
  /** Null where nobody has said who publishes the data: then it is a local server. */
  readonly publisher: Publisher | null
}

/** The persistent identifiers of what a catalogue describes. */
export const iris = {
  catalogue: ({ url }: CataloguePlace) => `${url}/id/catalog`,
  dataset: ({ url }: CataloguePlace, name: string) => `${url}/id/dataset/${name}`,
  distribution: ({ url }: CataloguePlace, file: string) => `${url}/id/distribution/${file}`,
  api: ({ url }: CataloguePlace) => `${url}/id/service/graphql`,
  publisher: ({ url, publisher }: CataloguePlace) => publisher?.url ?? `${url}/id/publisher`,
  contact: ({ url }: CataloguePlace) => `${url}/id/contact`,
  /** What belongs to another thing and has no identifier that anybody would ask for: `…/id/dataset/topics#provenance`. */
  part: (of: string, name: string) => `${of}#${name}`,
} as const
