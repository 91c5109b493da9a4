import { position } from './columns.ts'
import type { Column } from './dataset.ts'
import { actorBasis, targetOperator, targetPer } from './vocabularies/promises.ts'

// What a promise and an activity say alike, since a document that only lists what is to be done makes a promise of
// each item: said once for both.

/** The measurable target, the deadline and the target group. */
export const commitmentColumns = {
  targetOperator: {
    type: 'enum',
    values: targetOperator,
    title: { sv: 'Målets operator', en: 'Operator of the target' },
    description: { sv: 'Hur målets tal ska tolkas.', en: 'How to interpret the number of the target.' },
    absent: { sv: 'Inget mätbart mål.', en: 'No measurable target.' },
  },
  targetValue: {
    type: 'number',
    title: { sv: 'Målets tal', en: 'Value of the target' },
    description: {
      sv: 'Målets tal. Bara tal med samma enhet och tid går att lägga ihop.',
      en: 'The number of the target. Only numbers with the same unit and time can be added together.',
    },
    absent: { sv: 'Inget mätbart mål.', en: 'No measurable target.' },
  },
  targetUnit: {
    type: 'text',
    title: { sv: 'Målets enhet', en: 'Unit of the target' },
    description: {
      sv: 'Vad som räknas, som det anges i källan.',
      en: 'What is counted, in the words of the source.',
    },
    absent: { sv: 'Inget mätbart mål.', en: 'No measurable target.' },
  },
  targetPer: {
    type: 'enum',
    values: targetPer,
    title: { sv: 'Målets tid', en: 'Time of the target' },
    description: { sv: 'Den tid som talet gäller.', en: 'The time that the number refers to.' },
    absent: {
      sv: 'Inget mål, eller källan anger ingen tid.',
      en: 'No target, or the source gives no time.',
    },
  },
  deadlineOn: {
    type: 'date',
    title: { sv: 'Senast', en: 'Deadline' },
    description: {
      sv: 'Den dag då det senast ska vara gjort.',
      en: 'The day by which it is to be completed.',
    },
    absent: { sv: 'Källan anger ingen dag.', en: 'The source gives no day.' },
  },
  targetGroup: {
    type: 'text',
    title: { sv: 'Målgrupp', en: 'Target group' },
    description: {
      sv: 'De som det riktar sig till eller handlar om, som det anges i källan.',
      en: 'Who it is for or about, in the words of the source.',
    },
    absent: { sv: 'Källan namnger ingen.', en: 'The source names none.' },
  },
} as const satisfies { readonly [name: string]: Column }

/** An actor of a promise or an activity, beside the column that says of which. */
export const actorColumns = {
  actorId: {
    type: 'text',
    title: { sv: 'Aktör', en: 'Actor' },
    description: { sv: 'Aktören.', en: 'The actor.' },
    references: 'actors',
  },
  position,
  basis: {
    type: 'enum',
    values: actorBasis,
    title: { sv: 'Grund', en: 'Basis' },
    description: { sv: 'Var aktören är namngiven.', en: 'Where the actor is named.' },
  },
  text: {
    type: 'text',
    title: { sv: 'Text', en: 'Text' },
    description: { sv: 'Aktören som den anges i källan.', en: 'The actor in the words of the source.' },
  },
} as const satisfies { readonly [name: string]: Column }
