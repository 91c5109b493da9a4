import type { Language, Text } from './dataset.ts'
import type { DatasetName, Row } from './index.ts'
import { slugOf } from './slug.ts'

/** The beginning of the addresses of each kind of row, in each language. The rest identifies the row. */
export const pageBeginnings = {
  municipality: { sv: '/kommun/', en: '/en/municipality/' },
  county: { sv: '/lan/', en: '/en/county/' },
  police: { sv: '/polis/', en: '/en/police/' },
  policeDistrict: { sv: '/polis/omrade/', en: '/en/police/district/' },
  policeRegion: { sv: '/polis/region/', en: '/en/police/region/' },
  agreement: { sv: '/lofte/', en: '/en/agreement/' },
  topic: { sv: '/amne/', en: '/en/topic/' },
  actor: { sv: '/aktor/', en: '/en/actor/' },
  person: { sv: '/person/', en: '/en/person/' },
  source: { sv: '/kalla/', en: '/en/source/' },
  report: { sv: '/redovisning/', en: '/en/report/' },
} as const satisfies { readonly [kind: string]: Text }

/** The page of a row: its kind, and the columns that its address is made of. */
interface PublicPage<R> {
  readonly kind: keyof typeof pageBeginnings
  readonly columns: readonly (keyof R & string)[]
  /** The rest of the address. */
  readonly rest: (row: R) => string
}

const byId = (kind: keyof typeof pageBeginnings) =>
  ({ kind, columns: ['id'], rest: ({ id }: { readonly id: string }) => `${id}/` }) as const

/** The parts of an agreement have an anchor on its page. */
const inAgreement = {
  kind: 'agreement',
  columns: ['agreementId', 'id'],
  rest: ({ agreementId, id }: { readonly agreementId: string; readonly id: string }) =>
    `${agreementId}/#${id}`,
} as const

/** The pages of all datasets whose rows have a page, or an anchor on one. */
const pages = {
  police_regions: byId('policeRegion'),
  counties: {
    kind: 'county',
    columns: ['code', 'nameSv'],
    // Jönköpings län gives 06-jonkoping.
    rest: ({ code, nameSv }) => `${code}-${slugOf(nameSv.replace(/s? län$/, ''))}/`,
  },
  municipalities: {
    kind: 'municipality',
    columns: ['code', 'name'],
    // Code and name: Habo and Håbo would both be "habo".
    rest: ({ code, name }) => `${code}-${slugOf(name)}/`,
  },
  police_districts: byId('policeDistrict'),
  police_areas: byId('police'),
  topics: byId('topic'),
  actors: byId('actor'),
  documents: byId('source'),
  agreements: byId('agreement'),
  agreement_relations: inAgreement,
  promises: inAgreement,
  activities: inAgreement,
  signatories: byId('person'),
  signatures: inAgreement,
  findings: inAgreement,
  follow_ups: inAgreement,
  issues: inAgreement,
  reports: byId('report'),
  outcomes: inAgreement,
} as const satisfies { readonly [N in DatasetName]?: PublicPage<Row<N>> }

/** The datasets whose rows have a page, or an anchor on one. */
export type PageDataset = keyof typeof pages

export const pageDatasets = Object.keys(pages) as PageDataset[] // Object.keys gives string[]

/** The columns that are needed for the address of a row's page. */
export function pageColumns(dataset: PageDataset): readonly string[] {
  return pages[dataset].columns
}

/**
 * The address of the page of a row, from the root of the server: the municipality Vetlanda is at /kommun/0685-vetlanda/,
 * a promise at /lofte/0685-2020/#0685-2020-p1. The row has at least its `pageColumns`.
 */
export function pageAddress(dataset: PageDataset, row: object, language: Language = 'sv'): string {
  const { kind, rest } = pages[dataset] as PublicPage<never> // each for the rows of its name
  return `${pageBeginnings[kind][language]}${rest(row as never)}`
}
