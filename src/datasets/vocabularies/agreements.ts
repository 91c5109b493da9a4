import type { Vocabulary } from '../dataset.ts'

export const extent = {
  name: 'Extent',
  description: {
    sv: 'Hur mycket av ett medborgarlöfte som finns i datamängden.',
    en: 'How much of an agreement is in the data set.',
  },
  values: {
    transcribed: {
      sv: 'Transkriberat: ordalydelse, löften, aktiviteter och undertecknare med citat ur källan.',
      en: 'Transcribed: wording, promises, activities and signatories, with quotes from the source.',
    },
    catalogued: {
      sv: 'Katalogiserat: bara vissa uppgifter och en länk; ingen ordalydelse och inga undertecknare.',
      en: 'Catalogued: only some facts and a link; no wording and no signatories.',
    },
  },
} as const satisfies Vocabulary

export const reviewState = {
  name: 'ReviewState',
  description: {
    sv: 'Om en transkription har granskats mot källan.',
    en: 'Whether a transcription has been checked against the source.',
  },
  values: {
    reviewed: {
      sv: 'Granskad: varje uppgift har jämförts med källan; vem som har gjort det står i reviewed_by.',
      en: 'Reviewed: every value has been compared with the source; reviewed_by says by whom.',
    },
    draft: {
      sv: 'Utkast: framtaget av ett program och inte granskat. Uppgifter kan vara fel eller saknas, och id:n kan ändras.',
      en: 'Draft: extracted by a program and not reviewed. Values may be wrong or missing, and ids may change.',
    },
  },
} as const satisfies Vocabulary

export const agreementKind = {
  name: 'AgreementKind',
  description: { sv: 'Typ av överenskommelse.', en: 'The kind of agreement.' },
  values: {
    citizen_promise: { sv: 'Medborgarlöfte.', en: 'Citizen promise (medborgarlöfte).' },
    cooperation_agreement: {
      sv: 'Samverkansöverenskommelse, som medborgarlöften sluts under.',
      en: 'Cooperation agreement (samverkansöverenskommelse), under which citizen promises are made.',
    },
    action_plan: {
      sv: 'Åtgärdsplan, med det som ska göras (lag 2023:196 kräver en sedan den 1 juli 2023).',
      en: 'Action plan (åtgärdsplan) with what is to be done; required by law 2023:196 since 1 July 2023.',
    },
    situational_picture: {
      sv: 'Lägesbild, av brott och otrygghet i kommunen.',
      en: 'Situational picture (lägesbild) of crime and lack of safety in the municipality.',
    },
    safety_agreement: {
      sv: 'Trygghetsöverenskommelse.',
      en: 'Safety agreement (trygghetsöverenskommelse).',
    },
  },
} as const satisfies Vocabulary

export const agreementStage = {
  name: 'AgreementStage',
  description: {
    sv: 'Hur långt ett medborgarlöfte har kommit, enligt källan.',
    en: 'How far an agreement has come, according to its source.',
  },
  values: {
    agreed: {
      sv: 'Ingånget: källan återger medborgarlöftet eller beskriver det.',
      en: 'Agreed: the source reproduces or describes the agreement.',
    },
    announced: {
      sv: 'Bara aviserat: källan säger att det ska komma. Vi vet inte om det blev av.',
      en: 'Only announced: the source says that it will come. We do not know whether it did.',
    },
  },
} as const satisfies Vocabulary

export const datePrecision = {
  name: 'DatePrecision',
  description: {
    sv: 'Hur exakt källan anger ett datum. Ett år eller en månad lagras som den första eller sista dagen.',
    en: 'How precisely the source gives a date. A year or a month is stored as its first or last day.',
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
      sv: 'Källan, eller den del av den som har lästs, anger det inte.',
      en: 'The source, or the part of it that was read, does not state it.',
    },
    unreadable: {
      sv: 'Källan anger det, men det går inte att läsa.',
      en: 'The source states it, but it cannot be read.',
    },
    open_ended: {
      sv: 'Källan säger att det gäller tills vidare.',
      en: 'The source says that it is valid until further notice.',
    },
  },
} as const satisfies Vocabulary

export const lifecycle = {
  name: 'Lifecycle',
  description: {
    sv: 'Om ett medborgarlöfte gäller en viss dag.',
    en: 'Whether an agreement is in force on a given day.',
  },
  values: {
    upcoming: { sv: 'Gäller ännu inte.', en: 'Not yet in force.' },
    active: { sv: 'Gäller.', en: 'In force.' },
    ended: { sv: 'Gäller inte längre.', en: 'No longer in force.' },
    unknown: {
      sv: 'Källan säger inte tillräckligt om perioden, eller så är medborgarlöftet bara aviserat.',
      en: 'The source does not say enough about the period, or the agreement has only been announced.',
    },
  },
} as const satisfies Vocabulary

export const publisherKind = {
  name: 'PublisherKind',
  description: { sv: 'Vem som har publicerat källan.', en: 'Who published the source.' },
  values: {
    police: { sv: 'Polisen (polisen.se).', en: 'The police (polisen.se).' },
    municipality: { sv: 'En kommun.', en: 'A municipality.' },
    news: { sv: 'En tidning eller nyhetstjänst.', en: 'A newspaper or news service.' },
    other: { sv: 'Någon annan.', en: 'Somebody else.' },
  },
} as const satisfies Vocabulary

export const confirmer = {
  name: 'Confirmer',
  description: {
    sv: 'Vem som har sagt att uppgifterna stämmer.',
    en: 'Who has said that the facts are right.',
  },
  values: {
    municipality: { sv: 'Kommunen.', en: 'The municipality.' },
    police: { sv: 'Polisen.', en: 'The police.' },
  },
} as const satisfies Vocabulary

export const urlUnknown = {
  name: 'UrlUnknown',
  description: { sv: 'Varför en källas adress saknas.', en: 'Why the address of a document is missing.' },
  values: {
    not_found: {
      sv: 'Vi har letat efter sidan utan att hitta den.',
      en: 'We have looked for the page and not found it.',
    },
    not_recorded: {
      sv: 'Adressen antecknades inte när källan samlades in.',
      en: 'The address was not recorded when the source was collected.',
    },
  },
} as const satisfies Vocabulary

export const copyKind = {
  name: 'CopyKind',
  description: { sv: 'Vad som lästes av en sida.', en: 'What of a page was read.' },
  values: {
    stored_copy: {
      sv: 'En sparad kopia, vars ålder inte är känd.',
      en: 'A stored copy, whose age is not known.',
    },
    archived_copy: {
      sv: 'En kopia i ett webbarkiv, från dagen i copied_on.',
      en: 'A copy in a web archive, of the day in copied_on.',
    },
  },
} as const satisfies Vocabulary

export const partyKind = {
  name: 'PartyKind',
  description: {
    sv: 'Slag av part, utöver kommunen och polisen.',
    en: 'The kind of a party besides the municipality and the police.',
  },
  values: {
    region: { sv: 'En region.', en: 'A region.' },
    state_authority: { sv: 'En statlig myndighet.', en: 'A state authority.' },
    rescue_service: { sv: 'Räddningstjänsten.', en: 'The fire and rescue service.' },
    transport: { sv: 'Ett trafikföretag eller trafikverk.', en: 'A transport company or authority.' },
    housing_company: { sv: 'Ett bostadsföretag.', en: 'A housing company.' },
    property_owners: { sv: 'Fastighetsägare.', en: 'Property owners.' },
    business: {
      sv: 'Ett företag eller en företagsförening.',
      en: 'A business, or an association of businesses.',
    },
    association: { sv: 'En förening.', en: 'An association.' },
    unnamed: {
      sv: 'Flera parter som källan inte namnger.',
      en: 'Several parties that the source does not name.',
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
      sv: 'Nej. Anges bara för transkriberade medborgarlöften, eftersom det inte undersöktes vid katalogiseringen.',
      en: 'No. Given only for transcribed agreements, since it was not examined during cataloguing.',
    },
    unclear: { sv: 'Det framgår inte av det som har lästs.', en: 'It is not clear from what was read.' },
  },
} as const satisfies Vocabulary

export const relation = {
  name: 'Relation',
  description: {
    sv: 'Vilket samband ett medborgarlöfte har med en annan överenskommelse.',
    en: 'How an agreement relates to another.',
  },
  values: {
    extends: {
      sv: 'Förlänger den andra: samma löften gäller under ytterligare en period.',
      en: 'Extends the other: the same promises for a further period.',
    },
    renews: { sv: 'Förnyar eller ersätter den andra.', en: 'Renews or replaces the other.' },
    follows: {
      sv: 'Kommer efter den andra, men källan säger inte att den förnyas.',
      en: 'Comes after the other, but the source does not say that it renews it.',
    },
    stands_under: {
      sv: 'Har slutits under den andra, som är en samverkansöverenskommelse.',
      en: 'Is made under the other, which is a cooperation agreement.',
    },
  },
} as const satisfies Vocabulary

export const topicBasis = {
  name: 'TopicBasis',
  description: {
    sv: 'Hur ett medborgarlöfte har fått sitt ämne.',
    en: 'How the topic of an agreement was established.',
  },
  values: {
    transcription: {
      sv: 'Ämnet hör till något av dess transkriberade löften eller aktiviteter.',
      en: 'One of its transcribed promises or activities has the topic.',
    },
    catalogue: {
      sv: 'Bedömt av den som katalogiserade sidan.',
      en: 'Assessed by the person who catalogued the page.',
    },
  },
} as const satisfies Vocabulary
