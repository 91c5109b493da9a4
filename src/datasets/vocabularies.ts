import type { Vocabulary } from './dataset.ts'

export const researchState = {
  name: 'ResearchState',
  description: {
    sv: 'Vad vi vet om en kommuns medborgarlöften.',
    en: 'What we know of the citizen promises of a municipality.',
  },
  values: {
    transcribed: {
      sv: 'Minst ett medborgarlöfte är avskrivet med ordalydelse och källhänvisningar.',
      en: 'At least one agreement is transcribed, with wording and quotes.',
    },
    catalogued: {
      sv: 'Minst ett medborgarlöfte är känt genom uppgifter och länk, inget är avskrivet.',
      en: 'At least one agreement is known by its facts and a link; none is transcribed.',
    },
    none_found: {
      sv: 'Vi har letat utan att hitta något medborgarlöfte.',
      en: 'We searched and found no agreement.',
    },
    not_researched: { sv: 'Vi har inte letat.', en: 'We have not searched.' },
  },
} as const satisfies Vocabulary

export const extent = {
  name: 'Extent',
  description: {
    sv: 'Hur mycket av ett medborgarlöfte datamängden innehåller.',
    en: 'How much of an agreement the data set holds.',
  },
  values: {
    transcribed: {
      sv: 'Avskrivet: ordalydelse, löften, aktiviteter och undertecknare med citat ur källan.',
      en: 'Transcribed: wording, promises, activities and signatories, with quotes from the source.',
    },
    catalogued: {
      sv: 'Katalogiserat: känt genom uppgifter och länk; ingen ordalydelse, inga undertecknare.',
      en: 'Catalogued: known by facts and a link alone; no wording and no signatories.',
    },
  },
} as const satisfies Vocabulary

export const agreementKind = {
  name: 'AgreementKind',
  description: { sv: 'Slag av överenskommelse.', en: 'The kind of agreement.' },
  values: {
    citizen_promise: { sv: 'Medborgarlöfte.', en: 'Citizen promise (medborgarlöfte).' },
    cooperation_agreement: {
      sv: 'Samverkansöverenskommelse, som medborgarlöften slöts under.',
      en: 'Cooperation agreement (samverkansöverenskommelse), under which citizen promises are made.',
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
    no: { sv: 'Nej.', en: 'No.' },
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
      en: 'Extends the other: the same promises for a further time.',
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

export const commitment = {
  name: 'Commitment',
  description: {
    sv: 'Vad en aktivitet förbinder någon till.',
    en: 'What an activity commits somebody to.',
  },
  values: {
    action: { sv: 'Att göra något.', en: 'To do something.' },
    outcome: { sv: 'Att uppnå ett tillstånd eller resultat.', en: 'To reach a state or result.' },
  },
} as const satisfies Vocabulary

export const targetOperator = {
  name: 'TargetOperator',
  description: {
    sv: 'Hur ett måls tal ska läsas.',
    en: 'How the number of a target is to be read.',
  },
  values: {
    at_least: { sv: 'Minst så många.', en: 'At least so many.' },
    exactly: { sv: 'Så många.', en: 'So many.' },
    at_most: { sv: 'Högst så många.', en: 'At most so many.' },
  },
} as const satisfies Vocabulary

export const targetPer = {
  name: 'TargetPer',
  description: {
    sv: 'Den tid som ett måls tal gäller.',
    en: 'The time that the number of a target is for.',
  },
  values: {
    day: { sv: 'Per dygn.', en: 'A day.' },
    week: { sv: 'Per vecka.', en: 'A week.' },
    month: { sv: 'Per månad.', en: 'A month.' },
    year: { sv: 'Per år.', en: 'A year.' },
    period: { sv: 'Under hela avtalstiden.', en: 'In the whole period of the agreement.' },
  },
} as const satisfies Vocabulary

export const linkBasis = {
  name: 'LinkBasis',
  description: {
    sv: 'Varför en aktivitet hör till ett löfte.',
    en: 'Why an activity belongs to a promise.',
  },
  values: {
    stated: {
      sv: 'Källan ställer aktiviteten under löftet.',
      en: 'The source sets the activity under the promise.',
    },
    by_topic: {
      sv: 'De har ett ämne gemensamt; källan säger inget om saken.',
      en: 'They share a topic; the source does not say.',
    },
  },
} as const satisfies Vocabulary

export const actorBasis = {
  name: 'ActorBasis',
  description: { sv: 'Var källan namnger aktören.', en: 'Where the source names the actor.' },
  values: {
    stated: { sv: 'I aktivitetens egen text.', en: 'In the words of the activity itself.' },
    lead_in: {
      sv: 'I meningen som inleder listan.',
      en: 'In the sentence that leads into the list.',
    },
    heading: { sv: 'I rubriken ovanför.', en: 'In the heading above it.' },
  },
} as const satisfies Vocabulary

export const capacity = {
  name: 'Capacity',
  description: {
    sv: 'I vilken egenskap en person står i källan.',
    en: 'In which capacity the source names a person.',
  },
  values: {
    signed: {
      sv: 'Undertecknar, eller står i underskriftsblocket.',
      en: 'Signs, or stands in the signature block.',
    },
    presented: {
      sv: 'Presenterar medborgarlöftet; källan säger inte vem som undertecknat.',
      en: 'Presents the agreement; the source does not say who signed.',
    },
  },
} as const satisfies Vocabulary

export const role = {
  name: 'Role',
  description: {
    sv: 'Roll, i enhetlig form. Ordalydelsen står i `role_as_printed`.',
    en: 'A role in uniform wording. The words of the source stand in `role_as_printed`.',
  },
  values: {
    municipal_board_chair: {
      sv: 'Kommunstyrelsens ordförande.',
      en: 'Chair of the municipal executive board.',
    },
    municipal_chief_executive: {
      sv: 'Kommunchef eller kommundirektör.',
      en: 'Chief executive of the municipality.',
    },
    municipal_head_of_security: {
      sv: 'Kommunens säkerhetschef.',
      en: 'Head of security of the municipality.',
    },
    local_police_area_chief: {
      sv: 'Chef för ett lokalpolisområde.',
      en: 'Chief of a local police area.',
    },
    municipal_police_officer: {
      sv: 'Kommunpolis.',
      en: 'Police officer responsible for work with the municipality (kommunpolis).',
    },
  },
} as const satisfies Vocabulary

export const organisationKind = {
  name: 'OrganisationKind',
  description: {
    sv: 'Slag av organisation som en undertecknare företräder.',
    en: 'The kind of organisation that a signatory speaks for.',
  },
  values: {
    police: { sv: 'Polisen.', en: 'The police.' },
    municipality: { sv: 'Kommunen.', en: 'The municipality.' },
    other: { sv: 'En annan part.', en: 'Another party.' },
  },
} as const satisfies Vocabulary

export const findingKind = {
  name: 'FindingKind',
  description: { sv: 'Slag av uppgift i lägesbilden.', en: 'The kind of a finding.' },
  values: {
    finding: {
      sv: 'Vad lägesbilden visar.',
      en: 'What the situational picture shows.',
    },
    focus_area: {
      sv: 'Ett område som parterna prioriterar utan att lova något särskilt.',
      en: 'An area that the parties give priority without promising anything in particular.',
    },
  },
} as const satisfies Vocabulary

export const findingBasis = {
  name: 'FindingBasis',
  description: { sv: 'Vad en uppgift i lägesbilden bygger på.', en: 'What a finding rests on.' },
  values: {
    survey: { sv: 'Undersökning bland invånarna.', en: 'A survey of residents.' },
    staff_survey: { sv: 'Undersökning bland medarbetare.', en: 'A survey of staff.' },
    dialogue: { sv: 'Samtal och kontakter med invånare.', en: 'Dialogue and contacts with residents.' },
    staff: { sv: 'Medarbetares erfarenheter.', en: 'The experience of staff.' },
    intelligence: { sv: 'Polisens underrättelsebild.', en: 'Police intelligence.' },
    crime_statistics: { sv: 'Analys av brottsutvecklingen.', en: 'Analysis of crime trends.' },
    representatives: {
      sv: 'Uppgifter till kommunens företrädare.',
      en: 'Information given to representatives of the municipality.',
    },
  },
} as const satisfies Vocabulary

export const followUpFrequency = {
  name: 'FollowUpFrequency',
  description: { sv: 'Hur ofta uppföljning lovas.', en: 'How often follow-up is promised.' },
  values: {
    continuous: { sv: 'Kontinuerligt.', en: 'Continuously.' },
    monthly: { sv: 'Varje månad.', en: 'Every month.' },
    quarterly: { sv: 'Varje kvartal.', en: 'Every quarter.' },
    twice_a_year: { sv: 'Två gånger om året.', en: 'Twice a year.' },
    yearly: { sv: 'Varje år.', en: 'Every year.' },
    once: { sv: 'En gång.', en: 'Once.' },
  },
} as const satisfies Vocabulary

export const reportState = {
  name: 'ReportState',
  description: {
    sv: 'Om en redovisning av uppföljningen finns. Att ingen hittats betyder inte att den inte gjorts.',
    en: 'Whether a report of the follow-up is known. That none was found does not mean that none was made.',
  },
  values: {
    not_researched: { sv: 'Vi har inte letat.', en: 'We have not searched.' },
    none_found: { sv: 'Vi har letat utan att hitta någon.', en: 'We searched and found none.' },
    found: { sv: 'En redovisning har hittats.', en: 'A report was found.' },
  },
} as const satisfies Vocabulary

export const issueKind = {
  name: 'IssueKind',
  description: { sv: 'Slag av brist i en källa.', en: 'The kind of fault in a source.' },
  values: {
    unreadable: { sv: 'Går inte att läsa.', en: 'Cannot be read.' },
    contradiction: {
      sv: 'Källan motsäger sig själv eller en annan källa.',
      en: 'The source contradicts itself or another source.',
    },
    misprint: { sv: 'Felskrivning.', en: 'A misprint.' },
    not_stated: { sv: 'Något väntat står inte i källan.', en: 'Something expected is not stated.' },
    ambiguous: { sv: 'Kan läsas på flera sätt.', en: 'Can be read in several ways.' },
    possible_duplicate: {
      sv: 'Kan vara samma medborgarlöfte som ett annat i datamängden.',
      en: 'May be the same agreement as another in the data set.',
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
      sv: 'Ämnet hör till något av dess avskrivna löften eller aktiviteter.',
      en: 'One of its transcribed promises or activities has the topic.',
    },
    catalogue: {
      sv: 'Bedömt av den som katalogiserade sidan.',
      en: 'Judged by the reader who catalogued the page.',
    },
  },
} as const satisfies Vocabulary

export const coverage = {
  name: 'Coverage',
  description: {
    sv: 'Om ett lokalpolisområde omfattar hela kommunen.',
    en: 'Whether a local police area covers the whole municipality.',
  },
  values: {
    whole: {
      sv: 'Hela kommunen: ingen källa delar den mellan områden.',
      en: 'The whole municipality: no source divides it between areas.',
    },
    part: {
      sv: 'En del av kommunen, som är delad mellan flera områden.',
      en: 'A part of the municipality, which is divided between areas.',
    },
  },
} as const satisfies Vocabulary

export const changeKind = {
  name: 'ChangeKind',
  description: { sv: 'Slag av ändring.', en: 'The kind of change.' },
  values: {
    added: { sv: 'Tillagd.', en: 'Added.' },
    changed: { sv: 'Ändrad.', en: 'Changed.' },
    removed: { sv: 'Borttagen.', en: 'Removed.' },
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
      sv: 'Källan anger inte tillräckligt om tiden.',
      en: 'The source does not state enough of the period.',
    },
  },
} as const satisfies Vocabulary
