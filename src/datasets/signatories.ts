import type { Dataset } from './dataset.ts'

export const signatories = {
  name: 'signatories',
  type: 'Signatory',
  title: { sv: 'Undertecknare', en: 'Signatories' },
  description: {
    sv: 'Personer som i en offentlig roll har undertecknat eller presenterat medborgarlöften. Varje person finns med en gång.',
    en: 'People who have signed or presented agreements in a public role. Each person is listed once.',
  },
  leastRows: 10,
  key: ['id'],
  label: { sv: 'name', en: 'name' },
  columns: {
    id: {
      type: 'text',
      title: { sv: 'Id', en: 'Id' },
      description: {
        sv: 'Personens id, t.ex. jonas-lindell.',
        en: 'The id of the person, such as jonas-lindell.',
      },
    },
    name: {
      type: 'text',
      title: { sv: 'Namn', en: 'Name' },
      description: { sv: 'Personens namn.', en: 'The name of the person.' },
      isPersonName: true,
    },
  },
} as const satisfies Dataset
