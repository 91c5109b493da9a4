import { sourceIfVerified } from './columns.ts'
import type { Dataset } from './dataset.ts'

export const policeAreas = {
  name: 'police_areas',
  type: 'PoliceArea',
  title: { sv: 'Lokalpolisområden', en: 'Local police areas' },
  description: {
    sv: 'Lokalpolisområden (LPO). Vi vet inte om listan är fullständig: olika källor anger 94 eller 95 områden.',
    en: 'Local police areas (lokalpolisområden, LPO). It is not known whether the list is complete: sources give 94 or 95 areas.',
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
        sv: 'Polisområdet som lokalpolisområdet hör till. Om källan inte anger det är det härlett ur län och läge.',
        en: 'The police district that the area belongs to. If the source does not name it, it is inferred from county and location.',
      },
      references: 'police_districts',
    },
    policeRegionId: {
      type: 'text',
      title: { sv: 'Polisregion', en: 'Police region' },
      description: {
        sv: 'Regionen som lokalpolisområdet hör till.',
        en: 'The police region that the area belongs to.',
      },
      references: 'police_regions',
    },
    aliases: {
      type: 'list',
      title: { sv: 'Andra stavningar', en: 'Aliases' },
      description: {
        sv: 'Andra stavningar i källor, även felskrivningar som Högländet.',
        en: 'Other spellings found in sources, including misprints such as Högländet.',
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
      description: { sv: 'Dagen då området upphörde.', en: 'The day on which the area ceased to exist.' },
      absent: {
        sv: 'Ingen källa anger dagen. Området har upphört om replaced_by_id anger ett annat område.',
        en: 'No source states the day. The area no longer exists if replaced_by_id names another one.',
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
        sv: 'Falskt om uppgiften bygger på allmän kännedom utan källa.',
        en: 'False if the fact is based on general knowledge without a source.',
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
