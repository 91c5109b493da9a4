import { agreementId, position } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { findingBasis, findingKind } from './vocabularies/situation.ts'

export const findings = {
  name: 'findings',
  type: 'Finding',
  title: { sv: 'Lägesbilder', en: 'Findings' },
  description: {
    sv: 'Vad transkriberade källor säger om läget, och vad det bygger på. Slaget skiljer det som lägesbilden visar från hur den har tagits fram, allmänna uttalanden och prioriterade områden.',
    en: 'What transcribed sources say of the situation, and what it is based on. The kind tells what the situational picture (lägesbild) shows from how it was worked out, general statements and focus areas.',
  },
  leastRows: 19,
  key: ['id'],
  label: { sv: 'text', en: 'text' },
  columns: {
    id: {
      type: 'text',
      title: { sv: 'Id', en: 'Id' },
      description: {
        sv: 'Uppgiftens id, t.ex. 0685-2020-f1. Det börjar med id:t för den överenskommelse vars källa den är läst i, också när den gäller en annan.',
        en: 'The id of the finding, such as 0685-2020-f1. It begins with the id of the agreement in whose source it was read, also where it is about another.',
      },
    },
    agreementId,
    position,
    kind: {
      type: 'enum',
      values: findingKind,
      title: { sv: 'Typ', en: 'Kind' },
      description: {
        sv: 'Iakttagelse ur lägesbilden, metod, allmänt uttalande eller prioriterat område.',
        en: 'An observation of the situational picture, method, a general statement or a focus area.',
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
