import type { Vocabulary } from '../dataset.ts'

export const researchState = {
  name: 'ResearchState',
  description: {
    sv: 'Vad vi vet om en kommuns medborgarlöften.',
    en: 'What we know about the citizen promises of a municipality.',
  },
  values: {
    transcribed: {
      sv: 'Minst ett medborgarlöfte är transkriberat med ordalydelse och källhänvisningar.',
      en: 'At least one agreement is transcribed, with its wording and quotes.',
    },
    catalogued: {
      sv: 'Minst ett medborgarlöfte är katalogiserat, men inget är transkriberat.',
      en: 'At least one agreement is catalogued, but none is transcribed.',
    },
    none_found: {
      sv: 'Vi har letat utan att hitta något medborgarlöfte.',
      en: 'We have searched but found no agreement.',
    },
    not_researched: { sv: 'Vi har inte letat.', en: 'We have not searched.' },
  },
} as const satisfies Vocabulary

export const yearState = {
  name: 'YearState',
  description: {
    sv: 'Vad vi vet om en kommuns medborgarlöften ett år.',
    en: 'What we know of the citizen promises of a municipality in a year.',
  },
  values: {
    known: {
      sv: 'Minst ett medborgarlöfte gäller någon dag under året.',
      en: 'At least one citizen promise covers a day of the year.',
    },
    series_incomplete: {
      sv: 'Inget är känt för året, men kommunen har ett medborgarlöfte vars period är okänd och som kan gälla då.',
      en: 'None is known for the year, but the municipality has a citizen promise whose period is unknown and which may cover it.',
    },
    none_found: {
      sv: 'Vi har letat i kommunen utan att hitta något för året.',
      en: 'We searched the municipality and found none for the year.',
    },
    not_researched: { sv: 'Vi har inte letat.', en: 'We have not searched.' },
  },
} as const satisfies Vocabulary

export const coverage = {
  name: 'Coverage',
  description: {
    sv: 'Om ett lokalpolisområde omfattar hela kommunen.',
    en: 'Whether a local police area covers the whole municipality.',
  },
  values: {
    whole: {
      sv: 'Hela kommunen: enligt källorna är den inte delad mellan flera områden.',
      en: 'The whole municipality: according to the sources it is not divided between areas.',
    },
    part: {
      sv: 'En del av kommunen, som är delad mellan flera områden.',
      en: 'A part of the municipality, which is divided between several areas.',
    },
  },
} as const satisfies Vocabulary
