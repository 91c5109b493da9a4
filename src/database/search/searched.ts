import type { Vocabulary } from '../../datasets/dataset.ts'
import type { DatasetName } from '../../datasets/index.ts'

export const searchType = {
  name: 'SearchType',
  description: { sv: 'Vad som går att söka efter.', en: 'What can be searched for.' },
  values: {
    promise: { sv: 'Löften.', en: 'Promises.' },
    activity: { sv: 'Aktiviteter.', en: 'Activities.' },
    finding: { sv: 'Uppgifter ur lägesbilder.', en: 'Findings.' },
    agreement: {
      sv: 'Medborgarlöften, efter rubrik eller sammanfattning.',
      en: 'Agreements, by title or summary.',
    },
    municipality: { sv: 'Kommuner.', en: 'Municipalities.' },
    police_area: { sv: 'Lokalpolisområden.', en: 'Local police areas.' },
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
    alias: { sv: 'Ett annat skrivsätt.', en: 'Another spelling.' },
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
  alias: 'A',
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
  promise: { dataset: 'promises', columns: { text: 'text', heading: 'heading' }, agreement: 'agreementId' },
  activity: {
    dataset: 'activities',
    columns: { text: 'text', heading: 'heading' },
    agreement: 'agreementId',
  },
  finding: { dataset: 'findings', columns: { text: 'text' }, agreement: 'agreementId' },
  agreement: {
    dataset: 'agreements',
    columns: { title: 'title', summarySv: 'summary', place: 'place' },
    agreement: 'id',
  },
  municipality: { dataset: 'municipalities', columns: { name: 'name', officialName: 'official_name' } },
  police_area: {
    dataset: 'police_areas',
    columns: { name: 'name', officialName: 'official_name', aliases: 'alias' },
  },
  signatory: { dataset: 'signatories', columns: { name: 'name' } },
} as const satisfies { readonly [T in SearchType]: Searched }

interface Searched<N extends DatasetName = DatasetName> {
  readonly dataset: N
  readonly columns: { readonly [column: string]: SearchField }
  readonly agreement?: string
}

/** The texts of a record that are searched, in the order in which matches in them are told. */
export function textsOf(type: SearchType, row: object, municipalities: readonly string[]): FieldText[] {
  const { columns }: Searched = searched[type]
  const values: { readonly [column: string]: unknown } = { ...row }
  const own = Object.entries(columns).flatMap(([column, field]) => {
    const value = values[column]
    return (Array.isArray(value) ? value : [value]).flatMap((text: unknown) =>
      typeof text === 'string' ? [fieldText(field, text)] : [],
    )
  })
  return [...own, ...municipalities.map((name) => fieldText('municipality', name))]
}

function fieldText(field: SearchField, text: string): FieldText {
  return { field, weight: FIELD_WEIGHTS[field], text }
}
