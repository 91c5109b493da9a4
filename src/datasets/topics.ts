import { source } from './columns.ts'
import type { Dataset } from './dataset.ts'

export const topics = {
  name: 'topics',
  type: 'Topic',
  title: { sv: 'Ämnen', en: 'Topics' },
  description: {
    sv: 'Ämnen för löften och aktiviteter: ett begreppsschema i två nivåer.',
    en: 'Topics of promises and activities: a concept scheme with two levels.',
  },
  leastRows: 15,
  key: ['id'],
  label: { sv: 'labelSv', en: 'labelEn' },
  columns: {
    id: {
      type: 'text',
      title: { sv: 'Id', en: 'Id' },
      description: {
        sv: 'Ämnets id, t.ex. traffic-safety.',
        en: 'The id of the topic, such as traffic-safety.',
      },
    },
    labelSv: {
      type: 'text',
      title: { sv: 'Benämning', en: 'Label in Swedish' },
      description: { sv: 'Ämnets namn på svenska.', en: 'The name of the topic in Swedish.' },
    },
    labelEn: {
      type: 'text',
      title: { sv: 'Benämning på engelska', en: 'Label in English' },
      description: { sv: 'Ämnets namn på engelska.', en: 'The name of the topic in English.' },
    },
    definitionSv: {
      type: 'text',
      title: { sv: 'Definition', en: 'Definition in Swedish' },
      description: { sv: 'Vad som hör till ämnet.', en: 'What belongs to the topic, in Swedish.' },
    },
    definitionEn: {
      type: 'text',
      title: { sv: 'Definition på engelska', en: 'Definition in English' },
      description: { sv: 'Vad som hör till ämnet, på engelska.', en: 'What belongs to the topic.' },
    },
    keywordsSv: {
      type: 'list',
      title: { sv: 'Sökord', en: 'Keywords in Swedish' },
      description: {
        sv: 'Svenska ord och ordstammar som visar att en text handlar om ämnet.',
        en: 'Swedish words and word stems that indicate the topic.',
      },
    },
    broaderId: {
      type: 'text',
      title: { sv: 'Överordnat ämne', en: 'Broader topic' },
      description: {
        sv: 'Det bredare ämne som ämnet hör till.',
        en: 'The broader topic that this one belongs to.',
      },
      absent: { sv: 'Ämnet är på den översta nivån.', en: 'The topic is at the top level.' },
      references: 'topics',
    },
    source,
  },
} as const satisfies Dataset
