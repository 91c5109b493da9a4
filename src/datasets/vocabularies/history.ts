import type { Vocabulary } from '../dataset.ts'

export const changeKind = {
  name: 'ChangeKind',
  description: { sv: 'Slag av ändring.', en: 'The kind of change.' },
  values: {
    added: { sv: 'Tillagd.', en: 'Added.' },
    changed: { sv: 'Ändrad.', en: 'Changed.' },
    removed: { sv: 'Borttagen.', en: 'Removed.' },
  },
} as const satisfies Vocabulary

export const reasonUnknown = {
  name: 'ReasonUnknown',
  description: {
    sv: 'Varför skälet till att en rad försvann inte anges.',
    en: 'Why the reason for the removal of a row is not stated.',
  },
  values: {
    no_tombstone: {
      sv: 'Raden står inte bland de tillbakadragna; ingen har angett något skäl.',
      en: 'The row is not among the withdrawn ones; nobody has stated a reason.',
    },
    combined: {
      sv: 'Raden var sammansatt av andra rader, som försvann eller ändrades.',
      en: 'The row was put together from other rows, which were removed or changed.',
    },
    key_changed: {
      sv: 'Datamängden har fått en annan nyckel; alla rader anges på nytt.',
      en: 'The dataset has another key; all its rows are given anew.',
    },
    dataset_removed: {
      sv: 'Datamängden ges inte längre ut.',
      en: 'The dataset is not released any more.',
    },
  },
} as const satisfies Vocabulary

export const withheld = {
  name: 'Withheld',
  description: {
    sv: 'Varför en delta inte återger vad en rad innehöll före.',
    en: 'Why a delta does not tell what a row held before.',
  },
  values: {
    withdrawn_name: {
      sv: 'Raden hade ett personnamn som har dragits tillbaka och inte ges ut igen.',
      en: 'The row had the name of a person that was withdrawn and is not released again.',
    },
  },
} as const satisfies Vocabulary
