import type { In } from '../language.ts'

const sv = { narrow: 'Välj ut', remove: 'valt, ta bort', clear: 'Visa alla' }

/** The texts of filters. */
export const facetTexts: In<typeof sv> = {
  sv,
  en: { narrow: 'Narrow the list', remove: 'chosen, remove', clear: 'Show all' },
}
