import { sourceIfVerified } from './columns.ts'
import type { Dataset } from './dataset.ts'

export const policeAreas = {
  name: 'police_areas',
  type: 'PoliceArea',
  title: { sv: 'Lokalpolisområden', en: 'Local police areas' },
  description: {
    sv: 'Lokalpolisområden (LPO). Listan kan inte kallas fullständig: 94 eller 95 områden anges av olika källor.',
    en: 'Local police areas (lokalpolisområden, LPO). The list cannot be called complete: sources speak of 94 or 95 areas.',
  },
  leastRows: 90,
  key: ['id'],
  label: { sv: 'name', en: 'name' },
  columns: {
    id: {
      type: 'text',
      title: { sv: 'Id', en: 'Id' },
      description: {
        sv: 'Lokalpolisområdets id, t.ex. hoglandet.',
        en: 'The id of the area, such as hoglandet.',
      },
    },
    name: {
      type: 'text',
      title: { sv: 'Namn', en: 'Name' },
      description: {
        sv: 'Namnet utan ordet Lokalpolisområde, t.ex. Höglandet.',
        en: 'The name without the word Lokalpolisområde, such as Höglandet.',
      },
    },
    officialName: {
      type: 'text',
      title: { sv: 'Fullständigt namn', en: 'Official name' },
      description: { sv: 'T.ex. Lokalpolisområde Höglandet.', en: 'Such as Lokalpolisområde Höglandet.' },
    },
    policeDistrictId: {
      type: 'text',
      title: { sv: 'Polisområde', en: 'Police district' },
      description: {
        sv: 'Polisområdet som lokalpolisområdet hör till. Om källan inte anger det, härlett ur län och läge.',
        en: 'The district of the area. Inferred from county and geography unless the source names it.',
      },
      references: 'police_districts',
    },
    policeRegionId: {
      type: 'text',
      title: { sv: 'Polisregion', en: 'Police region' },
      description: { sv: 'Regionen som lokalpolisområdet hör till.', en: 'The region of the area.' },
      references: 'police_regions',
    },
    aliases: {
      type: 'list',
      title: { sv: 'Andra skrivsätt', en: 'Aliases' },
      description: {
        sv: 'Andra skrivsätt i källor, även felskrivningar som Högländet.',
        en: 'Other spellings met in sources, misprints such as Högländet among them.',
      },
    },
    validFrom: {
      type: 'date',
      title: { sv: 'Gäller från', en: 'Valid from' },
      description: { sv: 'Dagen då området bildades.', en: 'The day on which the area was formed.' },
      absent: { sv: 'Ingen källa anger det.', en: 'No source states it.' },
    },
    validTo: {
      type: 'date',
      title: { sv: 'Gäller till', en: 'Valid to' },
      description: { sv: 'Dagen då området upphörde.', en: 'The day on which the area ended.' },
      absent: {
        sv: 'Ingen källa anger dagen. Området har upphört om replaced_by_id anger ett annat.',
        en: 'No source states the day. The area has ended if replaced_by_id names another one.',
      },
    },
    replacedById: {
      type: 'text',
      title: { sv: 'Ersatt av', en: 'Replaced by' },
      description: {
        sv: 'Området som har tagit över, t.ex. när ett område har bytt namn.',
        en: 'The area that took over, for example when an area was renamed.',
      },
      absent: { sv: 'Området är inte ersatt.', en: 'The area has not been replaced.' },
      references: 'police_areas',
    },
    verified: {
      type: 'boolean',
      title: { sv: 'Belagt', en: 'Verified' },
      description: {
        sv: 'Falskt om uppgiften vilar på allmän kännedom utan källa.',
        en: 'False where the fact rests on general knowledge without a source.',
      },
    },
    source: sourceIfVerified,
    noteSv: {
      type: 'text',
      title: { sv: 'Anmärkning', en: 'Note in Swedish' },
      description: { sv: 'Förbehåll om uppgiften.', en: 'A reservation about the fact, in Swedish.' },
      absent: { sv: 'Inga förbehåll.', en: 'No reservations.' },
    },
    noteEn: {
      type: 'text',
      title: { sv: 'Anmärkning på engelska', en: 'Note in English' },
      description: {
        sv: 'Förbehåll om uppgiften, på engelska.',
        en: 'A reservation about the fact.',
      },
      absent: { sv: 'Inga förbehåll.', en: 'No reservations.' },
    },
  },
} as const satisfies Dataset
