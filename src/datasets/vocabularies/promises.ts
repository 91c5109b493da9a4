import type { Vocabulary } from '../dataset.ts'

export const commitment = {
  name: 'Commitment',
  description: {
    sv: 'Vad ett löfte eller en aktivitet förbinder någon till.',
    en: 'What a promise or an activity commits somebody to.',
  },
  values: {
    action: { sv: 'Att göra något.', en: 'To do something.' },
    outcome: { sv: 'Att uppnå ett tillstånd eller resultat.', en: 'To achieve a state or a result.' },
  },
} as const satisfies Vocabulary

export const targetOperator = {
  name: 'TargetOperator',
  description: {
    sv: 'Hur ett måls tal ska tolkas.',
    en: 'How to interpret the number of a target.',
  },
  values: {
    at_least: { sv: 'Minst så många.', en: 'At least this many.' },
    exactly: { sv: 'Exakt så många.', en: 'Exactly this many.' },
    at_most: { sv: 'Högst så många.', en: 'At most this many.' },
    about: { sv: 'Ungefär så många.', en: 'About this many.' },
    between: { sv: 'Mellan detta tal och ett andra.', en: 'Between this number and a second one.' },
  },
} as const satisfies Vocabulary

export const targetPer = {
  name: 'TargetPer',
  description: {
    sv: 'Den tid som ett måls tal gäller.',
    en: 'The time that the number of a target refers to.',
  },
  values: {
    day: { sv: 'Per dygn.', en: 'Per day.' },
    week: { sv: 'Per vecka.', en: 'Per week.' },
    two_weeks: { sv: 'Varannan vecka.', en: 'Every two weeks.' },
    three_weeks: { sv: 'Var tredje vecka.', en: 'Every three weeks.' },
    month: { sv: 'Per månad.', en: 'Per month.' },
    quarter: { sv: 'Per kvartal.', en: 'Per quarter.' },
    four_months: { sv: 'Per tertial, fyra månader.', en: 'Per four months.' },
    half_year: { sv: 'Per halvår eller termin.', en: 'Per half-year or school term.' },
    year: { sv: 'Per år.', en: 'Per year.' },
    two_years: { sv: 'Vartannat år.', en: 'Every two years.' },
    period: { sv: 'Under hela avtalstiden.', en: 'Over the whole period of the agreement.' },
    each_school: { sv: 'För varje skola.', en: 'For each school.' },
    each_area: { sv: 'För varje område.', en: 'For each area.' },
    each_town: { sv: 'För varje ort.', en: 'For each town.' },
    each_municipality: { sv: 'För varje kommun.', en: 'For each municipality.' },
    each_walk: { sv: 'För varje vandring.', en: 'For each walk.' },
    each_case: { sv: 'För varje ärende.', en: 'For each case.' },
  },
} as const satisfies Vocabulary

export const perYearUnknown = {
  name: 'PerYearUnknown',
  description: {
    sv: 'Varför ett måls tal per år inte går att räkna ut.',
    en: 'Why the number of a target per year cannot be worked out.',
  },
  values: {
    per_not_stated: {
      sv: 'Källan anger ingen tid för talet.',
      en: 'The source gives no time for the number.',
    },
    per_occasion: {
      sv: 'Talet gäller för varje skola, område eller tillfälle; hur många de är framgår inte.',
      en: 'The number is for each school, area or occasion; how many there are is not known.',
    },
    period_unknown: {
      sv: 'Talet gäller hela avtalstiden, som inte är känd.',
      en: 'The number is for the whole period of the agreement, which is not known.',
    },
    not_a_count: {
      sv: 'Talet är en andel, ett belopp eller en tidsgräns.',
      en: 'The number is a share, a sum of money or a time limit.',
    },
  },
} as const satisfies Vocabulary

export const textUnknown = {
  name: 'TextUnknown',
  description: { sv: 'Varför ordalydelsen saknas.', en: 'Why the wording is missing.' },
  values: {
    not_held: {
      sv: 'Medborgarlöftet är katalogiserat: vi har lästa uppgifter med egna ord, inte ordalydelsen.',
      en: 'The agreement is catalogued: we hold facts in our own words, not the wording.',
    },
  },
} as const satisfies Vocabulary

export const certainty = {
  name: 'Certainty',
  description: {
    sv: 'Hur säker läsaren var på en uppgift.',
    en: 'How sure the reader was of a row.',
  },
  values: {
    high: { sv: 'Säker.', en: 'Sure.' },
    medium: { sv: 'Ganska säker: något är tolkat.', en: 'Fairly sure: something is interpreted.' },
    low: { sv: 'Osäker.', en: 'Unsure.' },
  },
} as const satisfies Vocabulary

export const sourceSeen = {
  name: 'SourceSeen',
  description: {
    sv: 'Hur mycket av källan som lästes för en uppgift.',
    en: 'How much of the source was read for a row.',
  },
  values: {
    whole_document: { sv: 'Hela dokumentet, transkriberat.', en: 'The whole document, transcribed.' },
    whole_list: { sv: 'Hela listan som uppgiften står i.', en: 'The whole list that the row stands in.' },
    beginning: {
      sv: 'Bara början: källan kan innehålla mer än det som finns här.',
      en: 'Only the beginning: the source may hold more than is listed here.',
    },
  },
} as const satisfies Vocabulary

export const dueBasis = {
  name: 'DueBasis',
  description: {
    sv: 'Varför något ska vara gjort en viss dag.',
    en: 'Why something is due on a day.',
  },
  values: {
    stated: { sv: 'Källan anger dagen eller månaden.', en: 'The source states the day or month.' },
    period_end: {
      sv: 'Beräknad: källan anger ingen dag, så den sista dagen i avtalets period.',
      en: 'Reckoned: the source states no day, so the last day of the period of the agreement.',
    },
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
      sv: 'I källan hör aktiviteten till löftet.',
      en: 'In the source, the activity belongs to the promise.',
    },
    by_topic: {
      sv: 'De har ett ämne gemensamt, men källan anger inget samband.',
      en: 'They share a topic, but the source does not state a link.',
    },
    whole_list: {
      sv: 'Källan säger att alla aktiviteter i listan är till för löftena, men inte vilken som är till för vilket.',
      en: 'The source says that the whole list of activities serves the promises, but not which serves which.',
    },
  },
} as const satisfies Vocabulary

export const actorBasis = {
  name: 'ActorBasis',
  description: { sv: 'Var källan namnger aktören.', en: 'Where the source names the actor.' },
  values: {
    stated: {
      sv: 'I aktivitetens eller löftets egen text.',
      en: 'In the words of the activity or promise itself.',
    },
    lead_in: {
      sv: 'I meningen som inleder listan. För katalogiserade också läst av arbetets slag.',
      en: 'In the sentence that leads into the list. Of catalogued ones also read from the kind of work.',
    },
    heading: { sv: 'I rubriken ovanför.', en: 'In the heading above it.' },
  },
} as const satisfies Vocabulary
