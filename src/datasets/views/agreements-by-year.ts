import { agreementId } from '../columns.ts'
import { counties } from '../counties.ts'
import type { Dataset } from '../dataset.ts'
import { municipalities } from '../municipalities.ts'
import { municipalityYears } from '../municipality-years.ts'
import { agreementParts, topicParts } from './agreement-parts.ts'
import { countColumns } from './agreements-flat.ts'

const {
  agreementTitle,
  agreementExtent,
  agreementKind,
  policeAreaId,
  policeAreaName,
  periodStart,
  periodEnd,
} = agreementParts

export const agreementsByYear = {
  name: 'agreements_by_year',
  title: { sv: 'Medborgarlöften år för år', en: 'Agreements by year' },
  description: {
    sv: 'En rad per medborgarlöfte, kommun och år som det gäller, så att ett diagram inte behöver räkna fram åren. Svarar på hur många kommuner som hade ett löfte vilket år. Löften med okänd period är inte med; ett som gäller tills vidare är med till och med året för datamängden.',
    en: 'A row for each agreement, municipality and year that it covers, so that a chart needs no expanding. It answers how many municipalities had an agreement in which year. Agreements of unknown period are left out; an open-ended one is there to the year of the data set.',
  },
  leastRows: 1000,
  key: ['agreementId', 'municipalityCode', 'year'],
  columns: {
    agreementId,
    municipalityCode: municipalityYears.columns.municipalityCode,
    year: municipalityYears.columns.year,
    municipalityName: {
      ...municipalities.columns.name,
      title: { sv: 'Kommunens namn', en: 'Name of the municipality' },
    },
    countyCode: { ...municipalities.columns.countyCode, title: { sv: 'Länskod', en: 'County code' } },
    countyNameSv: { ...counties.columns.nameSv, title: { sv: 'Län', en: 'County in Swedish' } },
    countyNameEn: { ...counties.columns.nameEn, title: { sv: 'Län på engelska', en: 'County' } },
    ...{
      agreementTitle,
      agreementExtent,
      agreementKind,
      policeAreaId,
      policeAreaName,
      periodStart,
      periodEnd,
    },
    ...topicParts,
    ...countColumns,
  },
} as const satisfies Dataset
