import type { In } from '../language.ts'

const sv = { copy: 'Kopiera texten' }

/** The texts beside the sentences at the top of a page. */
export const sayTexts: In<typeof sv> = { sv, en: { copy: 'Copy the text' } }
