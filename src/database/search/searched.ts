import type { Dataset } from '../../datasets/dataset.ts'
import { type DatasetName, datasets } from '../../datasets/index.ts'
import type { SearchField, SearchType } from './vocabularies.ts'

/**
 * The weight of a word by its field. A name matters most, then a text; a heading is about more than its text, and a
 * summary is in our own words; a municipality has many other records.
 */
export const WEIGHTS = { A: 1, B: 0.8, C: 0.6, D: 0.4 } as const
export type Weight = keyof typeof WEIGHTS

const FIELD_WEIGHTS: { readonly [F in SearchField]: Weight } = {
  name: 'A',
  official_name: 'A',
  name_en: 'A',
  alias: 'A',
  code: 'A',
  key: 'B',
  keyword: 'B',
  kind: 'B',
  period: 'B',
  title: 'B',
  summary: 'C',
  gist: 'B',
  place: 'B',
  text: 'B',
  heading: 'C',
  municipality: 'D',
}

/** Whether a field with this weight is a name, in which stop words such as "vara" match too. */
export function isOfNames(weight: Weight): boolean {
  return weight === 'A' || weight === 'D'
}

/** A searchable text of a record. */
export interface FieldText {
  readonly field: SearchField
  readonly weight: Weight
  /** Whether it is the name of a place or a person, rather than ordinary words. */
  readonly isProperName: boolean
  readonly text: string
}

/** For each type: the dataset, the searchable columns, and the column that leads to municipalities. */
export const searched = {
  promise: {
    dataset: 'promises',
    columns: { text: 'text', gistSv: 'gist', place: 'place', heading: 'heading', id: 'key' },
    agreement: 'agreementId',
  },
  activity: {
    dataset: 'activities',
    columns: { text: 'text', gistSv: 'gist', place: 'place', heading: 'heading', id: 'key' },
    agreement: 'agreementId',
  },
  finding: { dataset: 'findings', columns: { text: 'text', id: 'key' }, agreement: 'agreementId' },
  agreement: {
    dataset: 'agreements',
    columns: {
      title: 'title',
      summarySv: 'summary',
      place: 'place',
      kind: 'kind',
      periodText: 'period',
      id: 'key',
    },
    agreement: 'id',
  },
  municipality: {
    dataset: 'municipalities',
    columns: { name: 'name', officialName: 'official_name', formalName: 'official_name', code: 'code' },
  },
  county: { dataset: 'counties', columns: { nameSv: 'name', nameEn: 'name_en', code: 'code' } },
  police_area: {
    dataset: 'police_areas',
    columns: { name: 'name', officialName: 'official_name', aliases: 'alias' },
  },
  police_district: {
    dataset: 'police_districts',
    columns: { name: 'name', officialName: 'official_name' },
  },
  police_region: { dataset: 'police_regions', columns: { name: 'name', officialName: 'official_name' } },
  topic: {
    dataset: 'topics',
    columns: { labelSv: 'name', labelEn: 'name_en', keywordsSv: 'keyword', definitionSv: 'text' },
  },
  signatory: { dataset: 'signatories', columns: { name: 'name' } },
} as const satisfies { readonly [T in SearchType]: Searched }

interface Searched<N extends DatasetName = DatasetName> {
  readonly dataset: N
  readonly columns: { readonly [column: string]: SearchField }
  readonly agreement?: string
}

/** The searchable texts of a record, in the order in which matches are shown; no text twice in one field. */
export function textsOf(type: SearchType, row: object, municipalities: readonly string[]): FieldText[] {
  const { columns, dataset }: Searched = searched[type]
  const values: { readonly [column: string]: unknown } = { ...row }
  const own = Object.entries(columns).flatMap(([column, field]) =>
    textsIn(datasets[dataset].columns, column, values[column]).map((text) => fieldText(type, field, text)),
  )
  const all = [...own, ...municipalities.map((name) => fieldText(type, 'municipality', name))]
  return all.filter(
    ({ field, text }, at) => all.findIndex((each) => each.field === field && each.text === text) === at,
  )
}

function textsIn(columns: Dataset['columns'], name: string, value: unknown): string[] {
  const column = columns[name]
  if (column?.type === 'enum') {
    // The description of a value begins with its name: "Samverkansöverenskommelse, som …".
    return typeof value === 'string' ? [column.values.values[value]?.sv.split(/[,.]/)[0] ?? value] : []
  }
  return (Array.isArray(value) ? value : [value]).filter((text) => typeof text === 'string')
}

function fieldText(type: SearchType, field: SearchField, text: string): FieldText {
  const isProperName = type !== 'topic' && (field === 'name' || field === 'alias')
  return { field, weight: FIELD_WEIGHTS[field], isProperName, text }
}
