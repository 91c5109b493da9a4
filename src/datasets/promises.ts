import { agreementId, heading, position } from './columns.ts'
import { commitmentColumns } from './commitments.ts'
import type { Dataset } from './dataset.ts'

export const promises = {
  name: 'promises',
  type: 'Promise',
  title: { sv: 'Löften', en: 'Promises' },
  description: {
    sv: 'Löften i transkriberade medborgarlöften: vad parterna åtar sig att arbeta för.',
    en: 'Promises in transcribed agreements: what the parties commit themselves to work for.',
  },
  leastRows: 9,
  key: ['id'],
  label: { sv: 'text', en: 'text' },
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
    text: {
      type: 'text',
      title: { sv: 'Text', en: 'Text' },
      description: { sv: 'Löftet, ordagrant.', en: 'The promise, verbatim.' },
    },
    heading,
    ...commitmentColumns,
  },
} as const satisfies Dataset
