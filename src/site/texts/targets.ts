import type { In } from '../language.ts'
import type { TargetParts } from '../queries/fragments.graphql.ts'

interface TargetTexts {
  readonly operators: { readonly [O in TargetParts['operator']]: string }
  readonly per: { readonly [P in NonNullable<TargetParts['per']>]: string }
  /** What the mark of a target is called. */
  readonly measurable: string
}

/** How targets are written. */
export const targetTexts: In<TargetTexts> = {
  sv: {
    operators: { AT_LEAST: 'minst', AT_MOST: 'högst', EXACTLY: 'precis' },
    per: {
      DAY: 'per dygn',
      WEEK: 'i veckan',
      MONTH: 'i månaden',
      YEAR: 'per år',
      PERIOD: 'under perioden',
    },
    measurable: 'Mätbart mål',
  },
  en: {
    operators: { AT_LEAST: 'at least', AT_MOST: 'at most', EXACTLY: 'exactly' },
    per: { DAY: 'a day', WEEK: 'a week', MONTH: 'a month', YEAR: 'a year', PERIOD: 'over the period' },
    measurable: 'Measurable target',
  },
}
