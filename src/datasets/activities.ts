import { agreementId, heading, position } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { commitment, targetOperator, targetPer } from './vocabularies/promises.ts'

export const activities = {
  name: 'activities',
  type: 'Activity',
  title: { sv: 'Aktiviteter', en: 'Activities' },
  description: {
    sv: 'Aktiviteter ur transkriberade medborgarlöften: vad någon ska göra för att hålla ett löfte.',
    en: 'Activities of transcribed agreements: what somebody is to do to keep a promise.',
  },
  leastRows: 24,
  key: ['id'],
  label: { sv: 'text', en: 'text' },
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
    text: {
      type: 'text',
      title: { sv: 'Text', en: 'Text' },
      description: { sv: 'Aktiviteten, ordagrant.', en: 'The activity, verbatim.' },
    },
    heading,
    commitment: {
      type: 'enum',
      values: commitment,
      title: { sv: 'Åtagande', en: 'Commitment' },
      description: {
        sv: 'Om aktiviteten är en handling eller ett resultat.',
        en: 'Whether the activity is an action or an outcome.',
      },
    },
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
      description: { sv: 'Målets tal.', en: 'The number of the target.' },
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
        sv: 'Dagen då aktiviteten senast ska vara gjord.',
        en: 'The day by which the activity is to be done.',
      },
      absent: { sv: 'Källan anger ingen dag.', en: 'The source gives no day.' },
    },
    targetGroup: {
      type: 'text',
      title: { sv: 'Målgrupp', en: 'Target group' },
      description: {
        sv: 'De som aktiviteten riktas till eller gäller, med källans ord.',
        en: 'Whom the activity is for or about, in the words of the source.',
      },
      absent: { sv: 'Källan namnger ingen.', en: 'The source names none.' },
    },
  },
} as const satisfies Dataset
