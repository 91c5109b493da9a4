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
    description: { sv: 'Hur målets tal ska läsas.', en: 'How the number of the target is to be read.' },
    absent: { sv: 'Inget mätbart mål.', en: 'No measurable target.' },
  },
  targetValue: {
    type: 'number',
    title: { sv: 'Målets tal', en: 'Value of the target' },
    description: {
      sv: 'Målets tal. Bara tal med samma enhet och tid går att lägga ihop.',
      en: 'The number of the target. Only numbers of the same unit and time can be added.',
    },
    absent: { sv: 'Inget mätbart mål.', en: 'No measurable target.' },
  },
  targetUnit: {
    type: 'text',
    title: { sv: 'Målets enhet', en: 'Unit of the target' },
    description: {
      sv: 'Vad som räknas, med källans ord.',
      en: 'What is counted, in the words of the source.',
    },
    absent: { sv: 'Inget mätbart mål.', en: 'No measurable target.' },
  },
  targetPer: {
    type: 'enum',
    values: targetPer,
    title: { sv: 'Målets tid', en: 'Time of the target' },
    description: { sv: 'Den tid som talet gäller.', en: 'The time that the number is for.' },
    absent: {
      sv: 'Inget mål, eller källan anger ingen tid.',
      en: 'No target, or the source gives no time.',
    },
  },
  deadlineOn: {
    type: 'date',
    title: { sv: 'Senast', en: 'Deadline' },
    description: {
      sv: 'Dagen då det senast ska vara gjort.',
      en: 'The day by which it is to be done.',
    },
    absent: { sv: 'Källan anger ingen dag.', en: 'The source gives no day.' },
  },
  targetGroup: {
    type: 'text',
    title: { sv: 'Målgrupp', en: 'Target group' },
    description: {
      sv: 'De som det riktas till eller gäller, med källans ord.',
      en: 'Whom it is for or about, in the words of the source.',
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
    description: { sv: 'Aktören med källans ord.', en: 'The actor in the words of the source.' },
  },
} as const satisfies { readonly [name: string]: Column }
