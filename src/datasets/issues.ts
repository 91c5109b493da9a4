import { agreementId } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { issueKind } from './vocabularies/situation.ts'

export const issues = {
  name: 'issues',
  type: 'Issue',
  title: { sv: 'Brister', en: 'Issues' },
  description: {
    sv: 'Brister i källorna: sådant som inte går att läsa, är oklart eller motsäger sig självt.',
    en: 'Problems in the sources: what cannot be read, is unclear or contradicts itself.',
  },
  leastRows: 50,
  key: ['id'],
  label: { sv: 'explanationSv', en: 'explanationEn' },
  columns: {
    id: {
      type: 'text',
      title: { sv: 'Id', en: 'Id' },
      description: {
        sv: 'Bristens id, t.ex. 0685-2020-i1.',
        en: 'The id of the issue, such as 0685-2020-i1.',
      },
    },
    agreementId,
    position: {
      type: 'integer',
      title: { sv: 'Ordning', en: 'Position' },
      description: {
        sv: 'Ordningen bland medborgarlöftets brister, från 1.',
        en: 'The order among the issues of the agreement, from 1.',
      },
    },
    kind: {
      type: 'enum',
      values: issueKind,
      title: { sv: 'Typ', en: 'Kind' },
      description: { sv: 'Typ av brist.', en: 'The kind of issue.' },
    },
    recordId: {
      type: 'text',
      title: { sv: 'Berör', en: 'Concerns' },
      description: {
        sv: 'Id för det löfte, den aktivitet eller annan rad som berörs.',
        en: 'The id of the promise, activity or other row that it concerns.',
      },
      absent: { sv: 'Medborgarlöftet självt.', en: 'The agreement itself.' },
    },
    text: {
      type: 'text',
      title: { sv: 'Text', en: 'Text' },
      description: { sv: 'Källans ord.', en: 'The words of the source.' },
      absent: {
        sv: 'Bristen gäller något som inte står i källan.',
        en: 'The issue is about something that the source does not say.',
      },
    },
    explanationSv: {
      type: 'text',
      title: { sv: 'Förklaring', en: 'Explanation in Swedish' },
      description: {
        sv: 'Vad bristen består i och hur vi har hanterat den.',
        en: 'What the issue is and how we have handled it, in Swedish.',
      },
    },
    explanationEn: {
      type: 'text',
      title: { sv: 'Förklaring på engelska', en: 'Explanation in English' },
      description: {
        sv: 'Vad bristen består i och hur vi har hanterat den, på engelska.',
        en: 'What the issue is and how we have handled it.',
      },
    },
  },
} as const satisfies Dataset
