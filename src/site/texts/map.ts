import type { In } from '../language.ts'

const sv = {
  notKnown: 'Vad vi inte vet',
}

/** What maps say. */
export const mapTexts: In<typeof sv> = { sv, en: { notKnown: 'What we do not know' } }
