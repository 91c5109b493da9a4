import type { Dataset } from './dataset.ts'

export const actors = {
  name: 'actors',
  type: 'Actor',
  title: { sv: 'Aktörer', en: 'Actors' },
  description: {
    sv: 'De som ska göra något enligt källorna: polisen, kommunen, skolor och andra.',
    en: 'Those who are to do something according to the sources: the police, the municipality, schools and others.',
  },
  leastRows: 12,
  key: ['id'],
  label: { sv: 'labelSv', en: 'labelEn' },
  columns: {
    id: {
      type: 'text',
      title: { sv: 'Id', en: 'Id' },
      description: { sv: 'Aktörens id, t.ex. police.', en: 'The id of the actor, such as police.' },
    },
    labelSv: {
      type: 'text',
      title: { sv: 'Benämning', en: 'Label in Swedish' },
      description: { sv: 'Aktörens namn på svenska.', en: 'The name of the actor in Swedish.' },
    },
    labelEn: {
      type: 'text',
      title: { sv: 'Benämning på engelska', en: 'Label in English' },
      description: { sv: 'Aktörens namn på engelska.', en: 'The name of the actor in English.' },
    },
    descriptionSv: {
      type: 'text',
      title: { sv: 'Beskrivning', en: 'Description in Swedish' },
      description: {
        sv: 'Vilka ord i källorna som hör till den här aktören.',
        en: 'Which words in the sources belong to this actor, in Swedish.',
      },
    },
    descriptionEn: {
      type: 'text',
      title: { sv: 'Beskrivning på engelska', en: 'Description in English' },
      description: {
        sv: 'Vilka ord i källorna som hör till den här aktören, på engelska.',
        en: 'Which words in the sources belong to this actor.',
      },
    },
  },
} as const satisfies Dataset
