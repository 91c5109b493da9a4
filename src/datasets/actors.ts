import type { Dataset } from './dataset.ts'

export const actors = {
  name: 'actors',
  type: 'Actor',
  title: { sv: 'Aktörer', en: 'Actors' },
  description: {
    sv: 'De som enligt källorna ska göra något: polis, kommun, skola och andra.',
    en: 'Those who are to do something, according to the sources: police, municipality, school and others.',
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
        sv: 'Vilka ord i källorna som räknas hit.',
        en: 'Which words of the sources are counted here, in Swedish.',
      },
    },
    descriptionEn: {
      type: 'text',
      title: { sv: 'Beskrivning på engelska', en: 'Description in English' },
      description: {
        sv: 'Vilka ord i källorna som räknas hit, på engelska.',
        en: 'Which words of the sources are counted here.',
      },
    },
  },
} as const satisfies Dataset
