import type { In } from '../language.ts'

const sv = { copy: 'Kopiera texten' }

/** What stands beside the sentences at the head of a page. */
export const sayTexts: In<typeof sv> = { sv, en: { copy: 'Copy the text' } }
