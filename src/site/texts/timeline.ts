import type { In } from '../language.ts'

const sv = { label: 'Tidslinje', today: 'i dag' }

/** The texts of a timeline. */
export const timelineTexts: In<typeof sv> = { sv, en: { label: 'Timeline', today: 'today' } }
