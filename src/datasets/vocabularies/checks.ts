import type { Vocabulary } from '../dataset.ts'

export const checkOutcome = {
  name: 'CheckOutcome',
  description: { sv: 'Vad en kontroll ledde till.', en: 'What a check came to.' },
  values: {
    released: { sv: 'En ny utgåva publicerades.', en: 'A new release was published.' },
    unchanged: {
      sv: 'Data var oförändrade sedan förra utgåvan.',
      en: 'The data had not changed since the release before.',
    },
    refused: {
      sv: 'Data höll inte vad de lovar, och publicerades inte.',
      en: 'The data did not hold what they promise, and were not published.',
    },
    failed: { sv: 'Kontrollen misslyckades.', en: 'The check failed.' },
  },
} as const satisfies Vocabulary

export const checkTrigger = {
  name: 'CheckTrigger',
  description: { sv: 'Vad som satte igång en kontroll.', en: 'What set off a check.' },
  values: {
    start: { sv: 'En server startade.', en: 'A server started.' },
    schedule: { sv: 'Det var dags enligt schemat.', en: 'It was due by the schedule.' },
    command: { sv: 'Någon körde npm run export.', en: 'Somebody ran npm run export.' },
  },
} as const satisfies Vocabulary
