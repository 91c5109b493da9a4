import type { Vocabulary } from '../dataset.ts'

export const commitment = {
  name: 'Commitment',
  description: {
    sv: 'Vad någon åtar sig genom en aktivitet.',
    en: 'What an activity commits somebody to.',
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
    month: { sv: 'Per månad.', en: 'Per month.' },
    year: { sv: 'Per år.', en: 'Per year.' },
    period: { sv: 'Under hela avtalstiden.', en: 'During the whole period of the agreement.' },
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
      sv: 'I meningen som inleder listan.',
      en: 'In the sentence that introduces the list.',
    },
    heading: { sv: 'I rubriken ovanför.', en: 'In the heading above it.' },
  },
} as const satisfies Vocabulary
