import { agreementId, position } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { dueTime, followUpFrequency, reportState } from './vocabularies/situation.ts'

export const followUps = {
  name: 'follow_ups',
  type: 'FollowUp',
  title: { sv: 'Uppföljningar', en: 'Follow-ups' },
  description: {
    sv: 'Vad ett transkriberat medborgarlöfte lovar om uppföljning, och om en redovisning är känd.',
    en: 'What a transcribed agreement promises about follow-up, and whether a report is known.',
  },
  leastRows: 6,
  key: ['id'],
  label: { sv: 'text', en: 'text' },
  columns: {
    id: {
      type: 'text',
      title: { sv: 'Id', en: 'Id' },
      description: {
        sv: 'Uppföljningens id, t.ex. 0685-2020-u1.',
        en: 'The id of the follow-up, such as 0685-2020-u1.',
      },
    },
    agreementId,
    position,
    text: {
      type: 'text',
      title: { sv: 'Text', en: 'Text' },
      description: { sv: 'Det som lovas, ordagrant.', en: 'What is promised, verbatim.' },
    },
    frequency: {
      type: 'enum',
      values: followUpFrequency,
      title: { sv: 'Hur ofta', en: 'Frequency' },
      description: { sv: 'Hur ofta uppföljning lovas.', en: 'How often follow-up is promised.' },
      absent: { sv: 'Källan anger det inte.', en: 'The source does not state it.' },
    },
    dueOn: {
      type: 'date',
      title: { sv: 'Senast', en: 'Due on' },
      description: {
        sv: 'Den dag då redovisningen senast ska lämnas.',
        en: 'The day by which the report is due.',
      },
      absent: { sv: 'Källan anger ingen dag.', en: 'The source gives no day.' },
    },
    dueTimes: {
      type: 'enums',
      values: dueTime,
      title: { sv: 'Tider på året', en: 'Due times' },
      description: {
        sv: 'Månader eller årstider då uppföljningen ska lämnas, om källan anger sådana i stället för en dag. Tom om den inte gör det.',
        en: 'Months or seasons in which the follow-up is due, where the source gives these and no day. Empty if it does not.',
      },
    },
    dueText: {
      type: 'text',
      title: { sv: 'Tid i källan', en: 'Due as printed' },
      description: {
        sv: 'Tiden för redovisningen som den anges i källan.',
        en: 'The time of the report in the words of the source.',
      },
      absent: { sv: 'Källan anger ingen.', en: 'The source gives none.' },
    },
    channel: {
      type: 'text',
      title: { sv: 'Kanal', en: 'Channel' },
      description: {
        sv: 'Var eller i vilken form uppföljningen redovisas, som det anges i källan.',
        en: 'Where or in what form the follow-up is reported, in the words of the source.',
      },
      absent: { sv: 'Källan anger ingen.', en: 'The source gives none.' },
    },
    body: {
      type: 'text',
      title: { sv: 'Organ', en: 'Body' },
      description: {
        sv: 'Vem uppföljningen redovisas för eller görs av, som det anges i källan.',
        en: 'To whom the follow-up is reported, or by whom it is made, in the words of the source.',
      },
      absent: { sv: 'Källan anger inget.', en: 'The source gives none.' },
    },
    reportState: {
      type: 'enum',
      values: reportState,
      title: { sv: 'Redovisning', en: 'Report' },
      description: { sv: 'Om en redovisning är känd.', en: 'Whether a report is known.' },
    },
    reportUrl: {
      type: 'text',
      title: { sv: 'Redovisningens adress', en: 'Address of the report' },
      description: { sv: 'Sidan med redovisningen.', en: 'The page with the report.' },
      absent: { sv: 'Ingen redovisning är känd.', en: 'No report is known.' },
    },
  },
} as const satisfies Dataset
