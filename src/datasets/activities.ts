import { agreementId, heading, position } from './columns.ts'
import { commitmentColumns, wordingColumns } from './commitments.ts'
import type { Dataset } from './dataset.ts'

export const activities = {
  name: 'activities',
  type: 'Activity',
  title: { sv: 'Aktiviteter', en: 'Activities' },
  description: {
    sv: 'Aktiviteter: vad någon ska göra för att hålla ett löfte. Ur transkriberade medborgarlöften ordagrant, ur katalogiserade med våra egna ord.',
    en: 'Activities: what somebody is to do to keep a promise. Of transcribed agreements verbatim, of catalogued ones in our own words.',
  },
  leastRows: 1350,
  key: ['id'],
  label: { sv: 'gistSv', en: 'gistEn' },
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
    ...wordingColumns,
    heading,
    ...commitmentColumns,
  },
} as const satisfies Dataset
