import type { Vocabulary } from '../dataset.ts'

// How much of a source was seen, and how much of it is in the data.

export const extentSeen = {
  name: 'ExtentSeen',
  description: {
    sv: 'Hur mycket av en sida som lästes när den katalogiserades.',
    en: 'How much of a page was read when it was catalogued.',
  },
  values: {
    whole_page: { sv: 'Hela sidan.', en: 'The whole page.' },
    beginning: {
      sv: 'Bara sidans början: antal och ämnen kan vara ofullständiga.',
      en: 'Only the beginning of the page: counts and topics may be incomplete.',
    },
    heading: {
      sv: 'Bara en rubrik eller ett omnämnande: innehållet är inte känt.',
      en: 'Only a heading or a mention: the contents are not known.',
    },
  },
} as const satisfies Vocabulary

export const commitmentsSeen = {
  name: 'CommitmentsSeen',
  description: {
    sv: 'Hur många av ett medborgarlöftes löften och aktiviteter som finns i datamängden.',
    en: 'How many of the promises and activities of an agreement the data set holds.',
  },
  values: {
    whole_document: {
      sv: 'Alla: medborgarlöftet är transkriberat.',
      en: 'All: the agreement is transcribed.',
    },
    whole_list: { sv: 'Alla i de listor som källan ger.', en: 'All in the lists that the source gives.' },
    beginning: {
      sv: 'Minst så många: bara början av källan lästes.',
      en: 'At least as many: only the beginning of the source was read.',
    },
    none_listed: {
      sv: 'Inga: ingen har skrivit upp dem. Det säger inget om hur många de är.',
      en: 'None: nobody listed them. That says nothing of how many there are.',
    },
  },
} as const satisfies Vocabulary

export const findingsSeen = {
  name: 'FindingsSeen',
  description: {
    sv: 'Hur mycket av vad källan säger om läget som finns i datamängden.',
    en: 'How much of what the source says of the situation the data set holds.',
  },
  values: {
    all: { sv: 'Allt: medborgarlöftet är transkriberat.', en: 'All: the agreement is transcribed.' },
    some: {
      sv: 'Minst så mycket: det står i en transkriberad källa som främst gäller en annan överenskommelse.',
      en: 'At least as much: it stands in a transcribed source that is mainly about another agreement.',
    },
    none: {
      sv: 'Inget: ingen har skrivit upp det. Det säger inget om hur mycket det är.',
      en: 'None: nobody listed it. That says nothing of how much there is.',
    },
  },
} as const satisfies Vocabulary

/** The values that mean that some promises or activities are listed. */
export const listedValues = ['whole_document', 'whole_list', 'beginning'] as const
