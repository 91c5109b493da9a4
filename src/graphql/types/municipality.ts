import { isNull } from 'drizzle-orm'
import { tables } from '../../database/tables/index.ts'
import { childConnection, rootConnection } from '../connections.ts'
import { link, linkList } from '../links.ts'
import { nodeType, rootField } from '../nodes.ts'

nodeType('municipalities', (t) => ({
  county: link(t, 'municipalities', 'countyCode', {
    sv: 'Länet som kommunen ligger i.',
    en: 'The county that the municipality lies in.',
  }),
  policeAreas: linkList(t, 'code', {
    name: 'Municipality.policeAreas',
    description:
      'The local police areas that the municipality, or part of it, is in, according to current information.',
    dataset: 'police_areas',
    via: {
      dataset: 'police_area_municipalities',
      parent: 'municipalityCode',
      child: 'policeAreaId',
      where: isNull(tables.police_area_municipalities.validTo),
    },
    order: ['id'],
  }),
  coverage: linkList(t, 'code', {
    name: 'Municipality.coverage',
    description: 'Each local police area that the municipality is or has been in, with dates and source.',
    dataset: 'police_area_municipalities',
    parent: 'municipalityCode',
    order: ['policeAreaId'],
  }),
  years: linkList(t, 'code', {
    name: 'Municipality.years',
    description: 'What we know of its citizen promises, year by year.',
    dataset: 'municipality_years',
    parent: 'municipalityCode',
    order: ['year'],
  }),
  confirmations: linkList(t, 'code', {
    name: 'Municipality.confirmations',
    description:
      'When the municipality or the police said that our facts are right. Empty: nobody has said so, or was asked.',
    dataset: 'confirmations',
    parent: 'municipalityCode',
    order: ['number'],
  }),
  agreements: childConnection(t, 'code', {
    name: 'Municipality.agreements',
    description:
      'The agreements that the municipality is a party to, ordered by first year. Joint agreements are included.',
    dataset: 'agreements',
    via: { dataset: 'agreement_municipalities', parent: 'municipalityCode', child: 'agreementId' },
    order: ['id'],
  }),
  signatures: childConnection(t, 'code', {
    name: 'Municipality.signatures',
    description: 'The signatures on behalf of the municipality.',
    dataset: 'signatures',
    parent: 'municipalityCode',
    order: ['agreementId', 'position', 'id'],
  }),
}))

rootField('municipality', 'municipalities', { description: 'A municipality by its code.', example: '0685' })

rootConnection('municipalities', {
  description: 'The municipalities, ordered by code.',
  dataset: 'municipalities',
  order: ['code'],
})
