import type { Text } from './dataset.ts'
import type { DatasetName } from './index.ts'
import type { ViewName } from './views/index.ts'

/** What a portal, which has thousands of other datasets, shows of a dataset. */
export interface PortalEntry {
  /** Its title, for readers who do not know the whole data set. */
  readonly title: Text
  /** Keywords, besides those of the whole data set. */
  readonly keywords: { readonly [L in keyof Text]: readonly string[] }
}

/**
 * The datasets that portals list separately, those that people look for, in order. The others link these or explain
 * their values, and are in the files with all datasets.
 */
export const portal: { readonly [N in DatasetName | ViewName]?: PortalEntry } = {
  agreements_flat: {
    title: {
      sv: 'Medborgarlöften med kommun, polis, ämnen och period',
      en: 'Swedish citizen promises with municipality, police, topics and period',
    },
    keywords: {
      sv: ['överenskommelser', 'samverkansöverenskommelser', 'perioder'],
      en: ['agreements', 'cooperation agreements', 'periods'],
    },
  },
  promises_flat: {
    title: {
      sv: 'Löften i medborgarlöften, med kommun, polis och ämne',
      en: 'Promises of Swedish citizen promises, with municipality, police and topic',
    },
    keywords: {
      sv: ['löften', 'åtaganden', 'mål', 'ansvariga'],
      en: ['promises', 'commitments', 'targets', 'responsible actors'],
    },
  },
  activities_flat: {
    title: {
      sv: 'Aktiviteter i medborgarlöften, med kommun, polis och ämne',
      en: 'Activities of Swedish citizen promises, with municipality, police and topic',
    },
    keywords: {
      sv: ['aktiviteter', 'åtgärder', 'mål', 'ansvariga'],
      en: ['activities', 'measures', 'targets', 'responsible actors'],
    },
  },
  reports_flat: {
    title: {
      sv: 'Redovisningar av medborgarlöften, med kommun och län',
      en: 'Reports on Swedish citizen promises, with municipality and county',
    },
    keywords: { sv: ['redovisning', 'uppföljning', 'resultat'], en: ['reports', 'follow-up', 'results'] },
  },
  agreements_by_year: {
    title: {
      sv: 'Medborgarlöften år för år och kommun för kommun',
      en: 'Swedish citizen promises by year and municipality',
    },
    keywords: { sv: ['tidsserier', 'år', 'kommuner'], en: ['time series', 'years', 'municipalities'] },
  },
  agreements: {
    title: { sv: 'Medborgarlöften i Sveriges kommuner', en: 'Citizen promises of Swedish municipalities' },
    keywords: {
      sv: ['överenskommelser', 'samverkansöverenskommelser', 'lokalpolisområden'],
      en: ['agreements', 'cooperation agreements', 'local police areas'],
    },
  },
  promises: {
    title: { sv: 'Löften i medborgarlöften', en: 'Single promises of Swedish citizen promises' },
    keywords: { sv: ['löften', 'åtaganden', 'mål'], en: ['promises', 'commitments', 'targets'] },
  },
  activities: {
    title: { sv: 'Aktiviteter i medborgarlöften', en: 'Activities of Swedish citizen promises' },
    keywords: { sv: ['aktiviteter', 'åtgärder', 'mål'], en: ['activities', 'measures', 'targets'] },
  },
  findings: {
    title: { sv: 'Lägesbilder i medborgarlöften', en: 'Local findings behind Swedish citizen promises' },
    keywords: {
      sv: ['lägesbilder', 'trygghetsmätningar', 'medborgardialog'],
      en: ['situational pictures', 'safety surveys', 'citizen dialogue'],
    },
  },
  follow_ups: {
    title: { sv: 'Uppföljning av medborgarlöften', en: 'Follow-up of Swedish citizen promises' },
    keywords: { sv: ['uppföljning', 'redovisning'], en: ['follow-up', 'reporting'] },
  },
  outcomes: {
    title: {
      sv: 'Vad som har redovisats av medborgarlöften',
      en: 'What was reported of Swedish citizen promises',
    },
    keywords: { sv: ['utfall', 'redovisning', 'resultat'], en: ['outcomes', 'reporting', 'results'] },
  },
  signatories: {
    title: { sv: 'Undertecknare av medborgarlöften', en: 'Signatories of Swedish citizen promises' },
    keywords: { sv: ['undertecknare', 'företrädare'], en: ['signatories', 'representatives'] },
  },
  signatures: {
    title: { sv: 'Underskrifter på medborgarlöften', en: 'Signatures of Swedish citizen promises' },
    keywords: { sv: ['underskrifter', 'roller'], en: ['signatures', 'roles'] },
  },
  municipalities: {
    title: {
      sv: 'Kommuner och deras medborgarlöften',
      en: 'Swedish municipalities and their citizen promises',
    },
    keywords: {
      sv: ['kommunkoder', 'folkmängd', 'kartor'],
      en: ['municipality codes', 'population', 'maps'],
    },
  },
  police_areas: {
    title: { sv: 'Lokalpolisområden', en: 'Swedish local police areas' },
    keywords: {
      sv: ['lokalpolisområden', 'polisens organisation'],
      en: ['local police areas', 'police organisation'],
    },
  },
  topics: {
    title: { sv: 'Ämnen i medborgarlöften', en: 'Topics of Swedish citizen promises' },
    keywords: { sv: ['ämnen', 'begrepp', 'klassificering'], en: ['topics', 'concepts', 'classification'] },
  },
  documents: {
    title: { sv: 'Källor till medborgarlöften', en: 'Sources of Swedish citizen promises' },
    keywords: { sv: ['källor', 'dokument', 'webbsidor'], en: ['sources', 'documents', 'web pages'] },
  },
}
