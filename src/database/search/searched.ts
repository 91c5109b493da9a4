import type { Dataset, Vocabulary } from '../../datasets/dataset.ts'
import { type DatasetName, datasets } from '../../datasets/index.ts'

export const searchType = {
  name: 'SearchType',
  description: { sv: 'Vad som går att söka efter.', en: 'What can be searched for.' },
  values: {
    promise: { sv: 'Löften.', en: 'Promises.' },
    activity: { sv: 'Aktiviteter.', en: 'Activities.' },
    finding: { sv: 'Uppgifter ur lägesbilder.', en: 'Findings.' },
    agreement: {
      sv: 'Medborgarlöften, efter slag, rubrik, period eller sammanfattning.',
      en: 'Agreements, by kind, title, period or summary.',
    },
    municipality: { sv: 'Kommuner.', en: 'Municipalities.' },
    county: { sv: 'Län.', en: 'Counties.' },
    police_area: { sv: 'Lokalpolisområden.', en: 'Local police areas.' },
    police_district: { sv: 'Polisområden.', en: 'Police districts.' },
    police_region: { sv: 'Polisregioner.', en: 'Police regions.' },
    topic: { sv: 'Ämnen.', en: 'Topics.' },
    signatory: { sv: 'Undertecknare.', en: 'Signatories.' },
  },
} as const satisfies Vocabulary

export type SearchType = keyof typeof searchType.values

export const searchField = {
  name: 'SearchField',
  description: {
    sv: 'Var i en träff som sökordet står.',
    en: 'Where in what was found the words searched for stand.',
  },
  values: {
    name: { sv: 'Namnet.', en: 'The name.' },
    official_name: { sv: 'Det fullständiga namnet.', en: 'The official name.' },
    name_en: { sv: 'Namnet på engelska.', en: 'The name in English.' },
    alias: { sv: 'Ett annat skrivsätt.', en: 'Another spelling.' },
    code: { sv: 'Koden, t.ex. 0685.', en: 'The code, such as 0685.' },
    key: {
      sv: 'Id, t.ex. 0685-2020: kommunens kod och första året.',
      en: 'The key, such as 0685-2020: the code of the municipality and the first year.',
    },
    keyword: { sv: 'Ett ord som utmärker ämnet.', en: 'A word that marks the topic.' },
    kind: { sv: 'Slaget av överenskommelse.', en: 'The kind of agreement.' },
    period: { sv: 'Perioden med källans ord.', en: 'The period in the words of the source.' },
    title: { sv: 'Medborgarlöftets rubrik.', en: 'The title of the agreement.' },
    summary: { sv: 'Sammanfattningen på svenska.', en: 'The summary in Swedish.' },
    place: { sv: 'Den del av kommunen som avses.', en: 'The part of the municipality that is meant.' },
    text: { sv: 'Texten.', en: 'The text.' },
    heading: { sv: 'Rubriken som texten står under.', en: 'The heading that the text stands under.' },
    municipality: {
      sv: 'Namnet på en kommun som det funna hör till.',
      en: 'The name of a municipality that it belongs to.',
    },
  },
} as const satisfies Vocabulary

export type SearchField = keyof typeof searchField.values

/**
 * What a word counts for by where it stands, in hundredths, under PostgreSQL's labels of weight: a name is what
 * was meant; a text speaks of it; a heading stands over more than this text, and a summary is in our own words;
 * a municipality has much else.
 */
export const WEIGHTS = { A: 100, B: 80, C: 60, D: 40 } as const
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
  place: 'B',
  text: 'B',
  heading: 'C',
  municipality: 'D',
}

/** Whether a field of this weight is a name: in those, words such as "vara" may be meant too. */
export function isOfNames(weight: Weight): boolean {
  return weight === 'A' || weight === 'D'
}

/** One text of a record that is searched. */
export interface FieldText {
  readonly field: SearchField
  readonly weight: Weight
  readonly text: string
}

/** For each type the dataset, the columns that are searched, and the column that leads to municipalities. */
export const searched = {
  promise: {
    dataset: 'promises',
    columns: { text: 'text', heading: 'heading', id: 'key' },
    agreement: 'agreementId',
  },
  activity: {
    dataset: 'activities',
    columns: { text: 'text', heading: 'heading', id: 'key' },
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

/** The texts of a record that are searched, in the order in which matches in them are told; none twice in one field. */
export function textsOf(type: SearchType, row: object, municipalities: readonly string[]): FieldText[] {
  const { columns, dataset }: Searched = searched[type]
  const values: { readonly [column: string]: unknown } = { ...row }
  const own = Object.entries(columns).flatMap(([column, field]) =>
    textsIn(datasets[dataset].columns, column, values[column]).map((text) => fieldText(field, text)),
  )
  const all = [...own, ...municipalities.map((name) => fieldText('municipality', name))]
  return all.filter(
    ({ field, text }, at) => all.findIndex((each) => each.field === field && each.text === text) === at,
  )
}

function textsIn(columns: Dataset['columns'], name: string, value: unknown): string[] {
  const column = columns[name]
  if (column?.type === 'enum') {
    // What a value says of itself begins with its name: "Samverkansöverenskommelse, som …".
    return typeof value === 'string' ? [column.values.values[value]?.sv.split(/[,.]/)[0] ?? value] : []
  }
  return (Array.isArray(value) ? value : [value]).filter((text) => typeof text === 'string')
}

function fieldText(field: SearchField, text: string): FieldText {
  return { field, weight: FIELD_WEIGHTS[field], text }
}
