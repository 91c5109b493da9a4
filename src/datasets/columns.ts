import type { Column } from './dataset.ts'

// Columns of several datasets.

export const activityId = {
  type: 'text',
  title: { sv: 'Aktivitet', en: 'Activity' },
  description: { sv: 'Aktiviteten.', en: 'The activity.' },
  references: 'activities',
} as const satisfies Column

export const agreementId = {
  type: 'text',
  title: { sv: 'Medborgarlöfte', en: 'Agreement' },
  description: { sv: 'Det medborgarlöfte som raden hör till.', en: 'The agreement that the row belongs to.' },
  references: 'agreements',
} as const satisfies Column

export const heading = {
  type: 'text',
  title: { sv: 'Rubrik', en: 'Heading' },
  description: { sv: 'Rubriken närmast ovanför, ordagrant.', en: 'The nearest heading above it, verbatim.' },
  absent: {
    sv: 'Ingen rubrik, eller ordalydelsen finns inte här.',
    en: 'No heading, or the wording is not held.',
  },
} as const satisfies Column

export const position = {
  type: 'integer',
  title: { sv: 'Ordning', en: 'Position' },
  description: { sv: 'Ordningen i källan, från 1.', en: 'The order in the source, from 1.' },
} as const satisfies Column

export const promiseId = {
  type: 'text',
  title: { sv: 'Löfte', en: 'Promise' },
  description: { sv: 'Löftet.', en: 'The promise.' },
  references: 'promises',
} as const satisfies Column

export const reportId = {
  type: 'text',
  title: { sv: 'Redovisning', en: 'Report' },
  description: { sv: 'Redovisningen.', en: 'The report.' },
  references: 'reports',
} as const satisfies Column

export const sourceIfVerified = {
  type: 'text',
  title: { sv: 'Källa', en: 'Source' },
  description: {
    sv: 'Sidan eller förteckningen där uppgiften finns, ofta med år.',
    en: 'The page or list where the fact is found, often with its year.',
  },
  absent: { sv: 'Ingen källa har hittats.', en: 'No source was found.' },
} as const satisfies Column

export const source = {
  type: 'text',
  title: { sv: 'Källa', en: 'Source' },
  description: {
    sv: 'Sidan eller förteckningen där uppgiften finns, ofta med år.',
    en: 'The page or list where the fact is found, often with its year.',
  },
} as const satisfies Column

export const topicId = {
  type: 'text',
  title: { sv: 'Ämne', en: 'Topic' },
  description: { sv: 'Ämnet.', en: 'The topic.' },
  references: 'topics',
} as const satisfies Column
