import type { Dataset } from './dataset.ts'
import { copyKind } from './vocabularies/agreements.ts'
import { yearState } from './vocabularies/places.ts'

export const municipalityYears = {
  name: 'municipality_years',
  type: 'MunicipalityYear',
  title: { sv: 'Kommuner år för år', en: 'Municipalities by year' },
  description: {
    sv: 'För varje kommun och år: om ett medborgarlöfte är känt, om vi har letat utan att hitta något, eller om vi inte har letat. Att inget är känt betyder inte att inget fanns.',
    en: 'For each municipality and year: whether a citizen promise is known, whether we searched and found none, or whether we have not searched. That none is known does not mean that there was none.',
  },
  leastRows: 3000,
  key: ['municipalityCode', 'year'],
  columns: {
    municipalityCode: {
      type: 'text',
      title: { sv: 'Kommun', en: 'Municipality' },
      description: { sv: 'Kommunen.', en: 'The municipality.' },
      references: 'municipalities',
    },
    year: {
      type: 'integer',
      title: { sv: 'År', en: 'Year' },
      description: { sv: 'Året.', en: 'The year.' },
    },
    state: {
      type: 'enum',
      values: yearState,
      title: { sv: 'Vad vi vet', en: 'What we know' },
      description: { sv: 'Vad vi vet om året.', en: 'What we know of the year.' },
    },
    readOn: {
      type: 'date',
      title: { sv: 'Läst', en: 'Read on' },
      description: {
        sv: 'Den senaste dagen då vi läste någon källa om kommunen.',
        en: 'The latest day on which we read any source on the municipality.',
      },
      absent: { sv: 'Inte antecknat.', en: 'Not recorded.' },
    },
    copyKind: {
      type: 'enum',
      values: copyKind,
      title: { sv: 'Läst som', en: 'Read as' },
      description: {
        sv: 'Om sidan själv eller en kopia lästes då.',
        en: 'Whether the page itself or a copy was read then.',
      },
      absent: { sv: 'Inte antecknat.', en: 'Not recorded.' },
    },
  },
} as const satisfies Dataset
