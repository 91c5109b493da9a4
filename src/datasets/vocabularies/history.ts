import type { Vocabulary } from '../dataset.ts'

export const changeKind = {
  name: 'ChangeKind',
  description: { sv: 'Typ av ändring.', en: 'The kind of change.' },
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
      sv: 'Raden finns inte bland de tillbakadragna; ingen har angett något skäl.',
      en: 'The row is not among the withdrawn ones; nobody has stated a reason.',
    },
    combined: {
      sv: 'Raden var sammanställd av andra rader, som har tagits bort eller ändrats.',
      en: 'The row was compiled from other rows, which have been removed or changed.',
    },
    key_changed: {
      sv: 'Datamängden har fått en annan nyckel; alla rader anges på nytt.',
      en: 'The dataset has a new key; all its rows are given again.',
    },
    dataset_removed: {
      sv: 'Datamängden ges inte längre ut.',
      en: 'The dataset is no longer released.',
    },
  },
} as const satisfies Vocabulary

export const withheld = {
  name: 'Withheld',
  description: {
    sv: 'Varför en delta inte återger vad en rad innehöll tidigare.',
    en: 'Why a delta does not give the previous contents of a row.',
  },
  values: {
    withdrawn_name: {
      sv: 'Raden hade ett personnamn som har dragits tillbaka och inte publiceras igen.',
      en: 'The row contained the name of a person that has been withdrawn and is not published again.',
    },
  },
} as const satisfies Vocabulary
