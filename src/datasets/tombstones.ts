import type { Dataset } from './dataset.ts'

export const tombstones = {
  name: 'tombstones',
  title: { sv: 'Tillbakadragna rader', en: 'Tombstones' },
  description: {
    sv: 'Id:n som har funnits och dragits tillbaka. Ett id används aldrig igen.',
    en: 'Ids that have existed and been withdrawn. An id is never reused.',
  },
  leastRows: 0,
  key: ['dataset', 'recordId'],
  columns: {
    dataset: {
      type: 'text',
      title: { sv: 'Datamängd', en: 'Dataset' },
      description: { sv: 'Datamängden som raden fanns i.', en: 'The dataset that the row was in.' },
    },
    recordId: {
      type: 'text',
      title: { sv: 'Id', en: 'Id' },
      description: { sv: 'Radens id.', en: 'The id of the row.' },
    },
    withdrawnOn: {
      type: 'date',
      title: { sv: 'Dag', en: 'Withdrawn on' },
      description: { sv: 'Dagen då raden drogs tillbaka.', en: 'The day on which the row was withdrawn.' },
    },
    reasonSv: {
      type: 'text',
      title: { sv: 'Skäl', en: 'Reason in Swedish' },
      description: { sv: 'Varför raden drogs tillbaka.', en: 'Why the row was withdrawn, in Swedish.' },
    },
    reasonEn: {
      type: 'text',
      title: { sv: 'Skäl på engelska', en: 'Reason in English' },
      description: { sv: 'Varför raden drogs tillbaka, på engelska.', en: 'Why the row was withdrawn.' },
    },
  },
} as const satisfies Dataset
