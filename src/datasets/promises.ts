import { agreementId, heading, position } from './columns.ts'
import { commitmentColumns, wordingColumns } from './commitments.ts'
import type { Dataset } from './dataset.ts'

export const promises = {
  name: 'promises',
  type: 'Promise',
  title: { sv: 'Löften', en: 'Promises' },
  description: {
    sv: 'Löften: vad parterna åtar sig att arbeta för. Ur transkriberade medborgarlöften ordagrant, ur katalogiserade med våra egna ord.',
    en: 'Promises: what the parties commit themselves to work for. Of transcribed agreements verbatim, of catalogued ones in our own words.',
  },
  leastRows: 2300,
  key: ['id'],
  label: { sv: 'gistSv', en: 'gistEn' },
  columns: {
    id: {
      type: 'text',
      title: { sv: 'Id', en: 'Id' },
      description: {
        sv: 'Löftets id, t.ex. 0685-2020-p1.',
        en: 'The id of the promise, such as 0685-2020-p1.',
      },
    },
    agreementId,
    position,
    ...wordingColumns,
    heading,
    ...commitmentColumns,
  },
} as const satisfies Dataset
