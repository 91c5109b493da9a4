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
    operators: { AT_LEAST: 'minst', AT_MOST: 'högst', EXACTLY: 'precis', ABOUT: 'ungefär', BETWEEN: 'från' },
    per: {
      DAY: 'per dygn',
      WEEK: 'i veckan',
      MONTH: 'i månaden',
      YEAR: 'per år',
      PERIOD: 'under perioden',
      TWO_WEEKS: 'varannan vecka',
      THREE_WEEKS: 'var tredje vecka',
      QUARTER: 'i kvartalet',
      FOUR_MONTHS: 'per tertial',
      HALF_YEAR: 'per halvår',
      TWO_YEARS: 'vartannat år',
      EACH_SCHOOL: 'för varje skola',
      EACH_AREA: 'för varje område',
      EACH_TOWN: 'för varje ort',
      EACH_MUNICIPALITY: 'för varje kommun',
      EACH_WALK: 'för varje vandring',
      EACH_CASE: 'för varje ärende',
    },
    measurable: 'Mätbart mål',
  },
  en: {
    operators: {
      AT_LEAST: 'at least',
      AT_MOST: 'at most',
      EXACTLY: 'exactly',
      ABOUT: 'about',
      BETWEEN: 'from',
    },
    per: {
      DAY: 'a day',
      WEEK: 'a week',
      TWO_WEEKS: 'every two weeks',
      THREE_WEEKS: 'every three weeks',
      MONTH: 'a month',
      QUARTER: 'a quarter',
      FOUR_MONTHS: 'in four months',
      HALF_YEAR: 'a half-year',
      YEAR: 'a year',
      TWO_YEARS: 'every two years',
      PERIOD: 'over the period',
      EACH_SCHOOL: 'for each school',
      EACH_AREA: 'for each area',
      EACH_TOWN: 'for each town',
      EACH_MUNICIPALITY: 'for each municipality',
      EACH_WALK: 'for each walk',
      EACH_CASE: 'for each case',
    },
    measurable: 'Measurable target',
  },
}
