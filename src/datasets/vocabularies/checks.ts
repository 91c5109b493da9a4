import type { Vocabulary } from '../dataset.ts'

export const checkOutcome = {
  name: 'CheckOutcome',
  description: { sv: 'Resultatet av en kontroll.', en: 'The outcome of a check.' },
  values: {
    released: { sv: 'En ny utgåva publicerades.', en: 'A new release was published.' },
    unchanged: {
      sv: 'Data var oförändrade sedan förra utgåvan.',
      en: 'The data had not changed since the previous release.',
    },
    refused: {
      sv: 'Data uppfyllde inte kraven och publicerades inte.',
      en: 'The data did not meet the requirements and were not published.',
    },
    failed: { sv: 'Kontrollen misslyckades.', en: 'The check failed.' },
  },
} as const satisfies Vocabulary

export const checkTrigger = {
  name: 'CheckTrigger',
  description: { sv: 'Vad som startade en kontroll.', en: 'What triggered a check.' },
  values: {
    start: { sv: 'En server startade.', en: 'A server started.' },
    schedule: { sv: 'Det var dags enligt schemat.', en: 'It was due according to the schedule.' },
    command: { sv: 'Någon körde npm run export.', en: 'Someone ran npm run export.' },
  },
} as const satisfies Vocabulary
