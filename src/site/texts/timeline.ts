import type { In } from '../language.ts'

const sv = { label: 'Tidslinje', today: 'i dag' }

/** What a timeline says. */
export const timelineTexts: In<typeof sv> = { sv, en: { label: 'Timeline', today: 'today' } }
