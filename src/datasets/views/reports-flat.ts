import { reportId } from '../columns.ts'
import { counties } from '../counties.ts'
import type { Dataset } from '../dataset.ts'
import { municipalities } from '../municipalities.ts'
import { reports } from '../reports.ts'
import { listColumn } from './agreement-parts.ts'

const { id: _, municipalityCode, ...own } = reports.columns
/** Columns of the report itself. */
export const ownReportColumns = own

export const reportsFlat = {
  name: 'reports_flat',
  title: { sv: 'Redovisningar med alla benämningar', en: 'Reports with all their labels' },
  description: {
    sv: 'En rad per offentlig uppföljning, med kommun, län och de medborgarlöften den gäller. Svarar på vad som har redovisats, av vem och när. Det är alltid redovisat av någon, aldrig bedömt av oss.',
    en: 'A row for each public follow-up, with municipality, county and the agreements that it is of. It answers what was reported, by whom and when. It is always reported by somebody, never judged by us.',
  },
  leastRows: reports.leastRows,
  key: ['reportId'],
  columns: {
    reportId,
    municipalityCode,
    municipalityName: {
      ...municipalities.columns.name,
      title: { sv: 'Kommunens namn', en: 'Name of the municipality' },
    },
    countyCode: { ...municipalities.columns.countyCode, title: { sv: 'Länskod', en: 'County code' } },
    countyNameSv: { ...counties.columns.nameSv, title: { sv: 'Län', en: 'County in Swedish' } },
    countyNameEn: { ...counties.columns.nameEn, title: { sv: 'Län på engelska', en: 'County' } },
    agreementIds: listColumn(
      { sv: 'Medborgarlöften', en: 'Agreements' },
      { sv: 'Medborgarlöftena som redovisningen gäller.', en: 'The agreements that the report is of.' },
    ),
    outcomes: {
      type: 'integer',
      title: { sv: 'Utfall', en: 'Outcomes' },
      description: {
        sv: 'Hur många utfall som har lästs ur redovisningen; de står i outcomes.',
        en: 'How many outcomes were read from the report; they are in outcomes.',
      },
    },
    ...own,
  },
} as const satisfies Dataset
