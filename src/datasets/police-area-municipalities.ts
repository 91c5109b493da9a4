import { sourceIfVerified } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { coverage } from './vocabularies/places.ts'

export const policeAreaMunicipalities = {
  name: 'police_area_municipalities',
  type: 'PoliceAreaMunicipality',
  title: { sv: 'Kommuner i lokalpolisområden', en: 'Municipalities in local police areas' },
  description: {
    sv: 'Vilka kommuner, eller delar av kommuner, som ligger i vilket lokalpolisområde, och när.',
    en: 'Which municipalities, or parts of them, lie in which local police area, and when.',
  },
  leastRows: 290,
  key: ['policeAreaId', 'municipalityCode'],
  columns: {
    policeAreaId: {
      type: 'text',
      title: { sv: 'Lokalpolisområde', en: 'Local police area' },
      description: { sv: 'Lokalpolisområdet.', en: 'The local police area.' },
      references: 'police_areas',
    },
    municipalityCode: {
      type: 'text',
      title: { sv: 'Kommun', en: 'Municipality' },
      description: { sv: 'Kommunen.', en: 'The municipality.' },
      references: 'municipalities',
    },
    coverage: {
      type: 'enum',
      values: coverage,
      title: { sv: 'Omfattning', en: 'Coverage' },
      description: {
        sv: 'Om hela kommunen eller en del av den ligger i området.',
        en: 'Whether the whole municipality or a part of it lies in the area.',
      },
    },
    validFrom: {
      type: 'month',
      title: { sv: 'Gäller från', en: 'Valid from' },
      description: {
        sv: 'Månaden då kommunen började höra till området.',
        en: 'The month in which the municipality became part of the area.',
      },
      absent: { sv: 'Ingen källa anger det.', en: 'No source states it.' },
    },
    validTo: {
      type: 'month',
      title: { sv: 'Gäller till', en: 'Valid to' },
      description: {
        sv: 'Månaden då kommunen slutade höra till området. Om den inte är känd: den första månad då en källa säger att kommunen har lämnat området.',
        en: 'The month in which the municipality left the area. If it is not known: the first month in which a source says that it has left.',
      },
      absent: { sv: 'Inte känt att det upphört.', en: 'Not known to have ended.' },
    },
    verified: {
      type: 'boolean',
      title: { sv: 'Belagt', en: 'Verified' },
      description: {
        sv: 'Falskt om uppgiften bygger på allmän kännedom utan källa. Använd den i så fall inte som en säker uppgift.',
        en: 'False if the fact is based on general knowledge without a source. In that case, do not treat it as established.',
      },
    },
    source: sourceIfVerified,
  },
} as const satisfies Dataset
