import type { Vocabulary } from '../dataset.ts'

export const extent = {
  name: 'Extent',
  description: {
    sv: 'Hur mycket av ett medborgarlöfte datamängden innehåller.',
    en: 'How much of an agreement the data set holds.',
  },
  values: {
    transcribed: {
      sv: 'Transkriberat: ordalydelse, löften, aktiviteter och undertecknare med citat ur källan.',
      en: 'Transcribed: wording, promises, activities and signatories, with quotes from the source.',
    },
    catalogued: {
      sv: 'Katalogiserat: känt genom uppgifter och länk; ingen ordalydelse, inga undertecknare.',
      en: 'Catalogued: known by facts and a link alone; no wording and no signatories.',
    },
  },
} as const satisfies Vocabulary

export const reviewState = {
  name: 'ReviewState',
  description: {
    sv: 'Om någon granskat en transkription mot källan.',
    en: 'Whether somebody has checked a transcription against the source.',
  },
  values: {
    reviewed: {
      sv: 'Granskad: en människa har jämfört varje uppgift med källan.',
      en: 'Reviewed: a person has compared every value with the source.',
    },
    draft: {
      sv: 'Utkast: läst av ett program, inte granskat. Uppgifter kan vara fel eller saknas, och dess id:n är inte bestående.',
      en: 'Draft: read by a program, not reviewed. Values may be wrong or missing, and its ids are not yet lasting.',
    },
  },
} as const satisfies Vocabulary

export const agreementKind = {
  name: 'AgreementKind',
  description: { sv: 'Slag av överenskommelse.', en: 'The kind of agreement.' },
  values: {
    citizen_promise: { sv: 'Medborgarlöfte.', en: 'Citizen promise (medborgarlöfte).' },
    cooperation_agreement: {
      sv: 'Samverkansöverenskommelse, som medborgarlöften sluts under.',
      en: 'Cooperation agreement (samverkansöverenskommelse), under which citizen promises are made.',
    },
  },
} as const satisfies Vocabulary

export const agreementStage = {
  name: 'AgreementStage',
  description: {
    sv: 'Hur långt ett medborgarlöfte kommit, enligt källan.',
    en: 'How far an agreement has come, by its source.',
  },
  values: {
    agreed: {
      sv: 'Ingånget: källan återger det eller berättar om det.',
      en: 'Agreed: the source gives it or tells of it.',
    },
    announced: {
      sv: 'Bara aviserat: källan säger att det ska komma. Om det blev av är inte känt.',
      en: 'Only announced: the source says that it is to come. Whether it came about is not known.',
    },
  },
} as const satisfies Vocabulary

export const datePrecision = {
  name: 'DatePrecision',
  description: {
    sv: 'Hur noga källan anger ett datum. Ett år eller en månad lagras som sin första eller sista dag.',
    en: 'How precisely the source gives a date. A year or month is stored as its first or last day.',
  },
  values: {
    day: { sv: 'Dagen är angiven.', en: 'The day is stated.' },
    month: { sv: 'Bara månaden är angiven.', en: 'Only the month is stated.' },
    year: { sv: 'Bara året är angivet.', en: 'Only the year is stated.' },
  },
} as const satisfies Vocabulary

export const unknownReason = {
  name: 'UnknownReason',
  description: { sv: 'Varför ett värde saknas.', en: 'Why a value is missing.' },
  values: {
    not_stated: {
      sv: 'Källan, eller den del av den som lästs, anger det inte.',
      en: 'The source, or the part of it that was read, does not state it.',
    },
    unreadable: {
      sv: 'Källan anger det, men det går inte att läsa.',
      en: 'The source states it, but it cannot be read.',
    },
    open_ended: {
      sv: 'Källan säger att det gäller tills vidare.',
      en: 'The source says that it holds until further notice.',
    },
  },
} as const satisfies Vocabulary

export const lifecycle = {
  name: 'Lifecycle',
  description: {
    sv: 'Vad ett medborgarlöfte är en viss dag.',
    en: 'What an agreement is on a given day.',
  },
  values: {
    upcoming: { sv: 'Gäller ännu inte.', en: 'Not yet in force.' },
    active: { sv: 'Gäller.', en: 'In force.' },
    ended: { sv: 'Gäller inte längre.', en: 'No longer in force.' },
    unknown: {
      sv: 'Källan säger inte tillräckligt om perioden, eller aviserar bara medborgarlöftet.',
      en: 'The source does not say enough about the period, or only announces the agreement.',
    },
  },
} as const satisfies Vocabulary

export const publisherKind = {
  name: 'PublisherKind',
  description: { sv: 'Vem som publicerat källan.', en: 'Who published the source.' },
  values: {
    police: { sv: 'Polisen (polisen.se).', en: 'The police (polisen.se).' },
    municipality: { sv: 'En kommun.', en: 'A municipality.' },
    news: { sv: 'En tidning eller nyhetstjänst.', en: 'A newspaper or news service.' },
    other: { sv: 'Någon annan.', en: 'Somebody else.' },
  },
} as const satisfies Vocabulary

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
      en: 'Only its beginning: counts and topics may be incomplete.',
    },
  },
} as const satisfies Vocabulary

export const followUpPromised = {
  name: 'FollowUpPromised',
  description: {
    sv: 'Om källan lovar en uppföljning.',
    en: 'Whether the source promises a follow-up.',
  },
  values: {
    yes: { sv: 'Ja.', en: 'Yes.' },
    no: {
      sv: 'Nej. Känt bara om transkriberade: vid katalogiseringen letade ingen efter det.',
      en: 'No. Known of transcribed ones alone: nobody looked for it in cataloguing.',
    },
    unclear: { sv: 'Framgår inte av det som lästs.', en: 'Not clear from what was read.' },
  },
} as const satisfies Vocabulary

export const relation = {
  name: 'Relation',
  description: {
    sv: 'Hur ett medborgarlöfte förhåller sig till en annan överenskommelse.',
    en: 'How an agreement relates to another.',
  },
  values: {
    extends: {
      sv: 'Förlänger den andra: samma löften en tid till.',
      en: 'Extends the other: the same promises for a further period.',
    },
    renews: { sv: 'Förnyar eller ersätter den andra.', en: 'Renews or replaces the other.' },
    follows: {
      sv: 'Kommer efter den andra, utan att källan säger att den förnyas.',
      en: 'Comes after the other; the source does not say that it is renewed.',
    },
    stands_under: {
      sv: 'Är slutet under den andra, en samverkansöverenskommelse.',
      en: 'Is made under the other, a cooperation agreement.',
    },
  },
} as const satisfies Vocabulary

export const topicBasis = {
  name: 'TopicBasis',
  description: {
    sv: 'Hur ett medborgarlöfte fått sitt ämne.',
    en: 'How an agreement came by its topic.',
  },
  values: {
    transcription: {
      sv: 'Ämnet hör till något av dess transkriberade löften eller aktiviteter.',
      en: 'One of its transcribed promises or activities has the topic.',
    },
    catalogue: {
      sv: 'Bedömt av den som katalogiserade sidan.',
      en: 'Judged by the reader who catalogued the page.',
    },
  },
} as const satisfies Vocabulary
