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
      sv: 'Medborgarlöften, efter slag, rubrik, period eller sammanfattning.',
      en: 'Agreements, by kind, title, period or summary.',
    },
    promise: { sv: 'Löften.', en: 'Promises.' },
    activity: { sv: 'Aktiviteter.', en: 'Activities.' },
    finding: { sv: 'Uppgifter ur lägesbilder.', en: 'Findings.' },
  },
} as const satisfies Vocabulary

export type SearchType = keyof typeof searchType.values

/** All types, in the order of equally good hits: the few that have names come before the many that speak of them. */
export const searchTypes: readonly SearchType[] = valuesOf(searchType)

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
