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
