import type { Vocabulary } from '../dataset.ts'

export const researchState = {
  name: 'ResearchState',
  description: {
    sv: 'Vad vi vet om en kommuns medborgarlöften.',
    en: 'What we know of the citizen promises of a municipality.',
  },
  values: {
    transcribed: {
      sv: 'Minst ett medborgarlöfte är transkriberat med ordalydelse och källhänvisningar.',
      en: 'At least one agreement is transcribed, with wording and quotes.',
    },
    catalogued: {
      sv: 'Minst ett medborgarlöfte är känt genom uppgifter och länk, inget är transkriberat.',
      en: 'At least one agreement is known by its facts and a link; none is transcribed.',
    },
    none_found: {
      sv: 'Vi har letat utan att hitta något medborgarlöfte.',
      en: 'We searched and found no agreement.',
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
      sv: 'Hela kommunen: ingen källa delar den mellan områden.',
      en: 'The whole municipality: no source divides it between areas.',
    },
    part: {
      sv: 'En del av kommunen, som är delad mellan flera områden.',
      en: 'A part of the municipality, which is divided between areas.',
    },
  },
} as const satisfies Vocabulary
