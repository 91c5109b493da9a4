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
    description: {
      sv: 'Lokalpolisområdena som kommunen, eller en del av den, ligger i enligt aktuella uppgifter.',
      en: 'The local police areas that the municipality, or part of it, is in, according to current information.',
    },
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
    description: {
      sv: 'Varje lokalpolisområde som kommunen ligger eller har legat i, med datum och källa.',
      en: 'Each local police area that the municipality is or has been in, with dates and source.',
    },
    dataset: 'police_area_municipalities',
    parent: 'municipalityCode',
    order: ['policeAreaId'],
  }),
  years: linkList(t, 'code', {
    name: 'Municipality.years',
    description: {
      sv: 'Vad vi vet om dess medborgarlöften, år för år.',
      en: 'What we know about its citizen promises, year by year.',
    },
    dataset: 'municipality_years',
    parent: 'municipalityCode',
    order: ['year'],
  }),
  confirmations: linkList(t, 'code', {
    name: 'Municipality.confirmations',
    description: {
      sv: 'När kommunen eller polisen sade att våra uppgifter stämmer. Tom: ingen har sagt det, eller ingen har frågat.',
      en: 'When the municipality or the police said that our facts are right. Empty: nobody has said so, or nobody was asked.',
    },
    dataset: 'confirmations',
    parent: 'municipalityCode',
    order: ['number'],
  }),
  agreements: childConnection(t, 'code', {
    name: 'Municipality.agreements',
    description: {
      sv: 'De medborgarlöften som kommunen är part i, ordnade efter första år. Även gemensamma medborgarlöften.',
      en: 'The agreements that the municipality is a party to, ordered by first year. Joint agreements are included.',
    },
    dataset: 'agreements',
    via: { dataset: 'agreement_municipalities', parent: 'municipalityCode', child: 'agreementId' },
    order: ['id'],
  }),
  signatures: childConnection(t, 'code', {
    name: 'Municipality.signatures',
    description: {
      sv: 'Underskrifterna för kommunens räkning.',
      en: 'The signatures on behalf of the municipality.',
    },
    dataset: 'signatures',
    parent: 'municipalityCode',
    order: ['agreementId', 'position', 'id'],
  }),
}))

rootField('municipality', 'municipalities', {
  description: { sv: 'En kommun efter kod.', en: 'A municipality by its code.' },
  example: '0685',
})

rootConnection('municipalities', {
  description: { sv: 'Kommunerna, ordnade efter kod.', en: 'The municipalities, ordered by code.' },
  dataset: 'municipalities',
  order: ['code'],
})
