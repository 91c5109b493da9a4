import { type Vocabulary, valuesOf } from '../../datasets/dataset.ts'

export const searchType = {
  name: 'SearchType',
  description: { sv: 'Vad som går att söka efter.', en: 'What can be searched for.' },
  values: {
    municipality: { sv: 'Kommuner.', en: 'Municipalities.' },
    county: { sv: 'Län.', en: 'Counties.' },
    police_area: { sv: 'Lokalpolisområden.', en: 'Local police areas.' },
    police_district: { sv: 'Polisområden.', en: 'Police districts.' },
    police_region: { sv: 'Polisregioner.', en: 'Police regions.' },
    signatory: { sv: 'Undertecknare.', en: 'Signatories.' },
    topic: { sv: 'Ämnen.', en: 'Topics.' },
    agreement: {
      sv: 'Medborgarlöften, efter typ, rubrik, period eller sammanfattning.',
      en: 'Agreements, by kind, title, period or summary.',
    },
    promise: { sv: 'Löften.', en: 'Promises.' },
    activity: { sv: 'Aktiviteter.', en: 'Activities.' },
    finding: { sv: 'Uppgifter ur lägesbilder.', en: 'Findings.' },
  },
} as const satisfies Vocabulary

export type SearchType = keyof typeof searchType.values

/** All types, in the order of equally good hits: first the few that have names, then the many that mention them. */
export const searchTypes: readonly SearchType[] = valuesOf(searchType)

export const searchField = {
  name: 'SearchField',
  description: {
    sv: 'Var i en träff sökordet finns.',
    en: 'Where in the row found the words of the search query are.',
  },
  values: {
    name: { sv: 'Namnet.', en: 'The name.' },
    official_name: { sv: 'Det fullständiga namnet.', en: 'The official name.' },
    name_en: { sv: 'Namnet på engelska.', en: 'The name in English.' },
    alias: { sv: 'En annan stavning.', en: 'Another spelling.' },
    code: { sv: 'Koden, t.ex. 0685.', en: 'The code, such as 0685.' },
    key: {
      sv: 'Id, t.ex. 0685-2020: kommunens kod och första året.',
      en: 'The key, such as 0685-2020: the code of the municipality and the first year.',
    },
    keyword: {
      sv: 'Ett ord som visar att en text handlar om ämnet.',
      en: 'A word that indicates the topic.',
    },
    kind: { sv: 'Typen av överenskommelse.', en: 'The kind of agreement.' },
    period: { sv: 'Perioden som den anges i källan.', en: 'The period in the words of the source.' },
    title: { sv: 'Medborgarlöftets rubrik.', en: 'The title of the agreement.' },
    summary: { sv: 'Sammanfattningen på svenska.', en: 'The summary in Swedish.' },
    gist: { sv: 'Det som lovas, i korthet.', en: 'What is promised, in short.' },
    place: {
      sv: 'Platsen, eller den del av kommunen, som avses.',
      en: 'The place, or the part of the municipality, that is meant.',
    },
    text: { sv: 'Texten.', en: 'The text.' },
    heading: { sv: 'Rubriken ovanför texten.', en: 'The heading above the text.' },
    municipality: {
      sv: 'Namnet på en kommun som träffen hör till.',
      en: 'The name of a municipality that the row belongs to.',
    },
  },
} as const satisfies Vocabulary

export type SearchField = keyof typeof searchField.values
