import { agreementId, heading, position } from './columns.ts'
import { commitmentColumns } from './commitments.ts'
import type { Dataset } from './dataset.ts'
import { commitment } from './vocabularies/promises.ts'

export const activities = {
  name: 'activities',
  type: 'Activity',
  title: { sv: 'Aktiviteter', en: 'Activities' },
  description: {
    sv: 'Aktiviteter i transkriberade medborgarlöften: vad någon ska göra för att hålla ett löfte.',
    en: 'Activities in transcribed agreements: what someone is to do to keep a promise.',
  },
  leastRows: 24,
  key: ['id'],
  label: { sv: 'text', en: 'text' },
  columns: {
    id: {
      type: 'text',
      title: { sv: 'Id', en: 'Id' },
      description: {
        sv: 'Aktivitetens id, t.ex. 0685-2020-a2.',
        en: 'The id of the activity, such as 0685-2020-a2.',
      },
    },
    agreementId,
    position,
    text: {
      type: 'text',
      title: { sv: 'Text', en: 'Text' },
      description: { sv: 'Aktiviteten, ordagrant.', en: 'The activity, verbatim.' },
    },
    heading,
    commitment: {
      type: 'enum',
      values: commitment,
      title: { sv: 'Åtagande', en: 'Commitment' },
      description: {
        sv: 'Om aktiviteten är en handling eller ett resultat.',
        en: 'Whether the activity is an action or an outcome.',
      },
    },
    ...commitmentColumns,
  },
} as const satisfies Dataset
