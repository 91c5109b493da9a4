import { agreementId, position } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { findingBasis, findingKind } from './vocabularies/situation.ts'

export const findings = {
  name: 'findings',
  type: 'Finding',
  title: { sv: 'Lägesbilder', en: 'Findings' },
  description: {
    sv: 'Vad lägesbilden i ett transkriberat medborgarlöfte säger, och vad den bygger på.',
    en: 'What the situational picture (lägesbild) of a transcribed agreement says, and what it is based on.',
  },
  leastRows: 19,
  key: ['id'],
  label: { sv: 'text', en: 'text' },
  columns: {
    id: {
      type: 'text',
      title: { sv: 'Id', en: 'Id' },
      description: {
        sv: 'Uppgiftens id, t.ex. 0685-2020-f1.',
        en: 'The id of the finding, such as 0685-2020-f1.',
      },
    },
    agreementId,
    position,
    kind: {
      type: 'enum',
      values: findingKind,
      title: { sv: 'Typ', en: 'Kind' },
      description: {
        sv: 'Uppgift ur lägesbilden eller prioriterat område.',
        en: 'A finding or a focus area.',
      },
    },
    text: {
      type: 'text',
      title: { sv: 'Text', en: 'Text' },
      description: { sv: 'Uppgiften, ordagrant.', en: 'The finding, verbatim.' },
    },
    basis: {
      type: 'enums',
      values: findingBasis,
      title: { sv: 'Grund', en: 'Basis' },
      description: {
        sv: 'Vad uppgiften bygger på enligt källan. Tom om källan inte anger det.',
        en: 'What the finding is based on according to the source. Empty if the source does not say.',
      },
    },
    basisText: {
      type: 'text',
      title: { sv: 'Grund i källan', en: 'Basis as printed' },
      description: { sv: 'Grunden som den anges i källan.', en: 'The basis in the words of the source.' },
      absent: { sv: 'Källan anger ingen.', en: 'The source gives none.' },
    },
  },
} as const satisfies Dataset
