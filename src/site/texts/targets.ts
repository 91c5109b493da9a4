import type { In } from '../language.ts'
import type { TargetParts } from '../queries/fragments.graphql.ts'

interface TargetTexts {
  readonly operators: { readonly [O in TargetParts['operator']]: string }
}

/** The wordings of targets. */
export const targetTexts: In<TargetTexts> = {
  sv: {
    operators: {
      AT_LEAST: 'minst',
      AT_MOST: 'högst',
      EXACTLY: 'precis',
      ABOUT: 'ungefär',
      BETWEEN: 'mellan',
    },
  },
  en: {
    operators: {
      AT_LEAST: 'at least',
      AT_MOST: 'at most',
      EXACTLY: 'exactly',
      ABOUT: 'about',
      BETWEEN: 'between',
    },
  },
}
