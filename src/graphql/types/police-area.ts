import { isNull } from 'drizzle-orm'
import { findPoliceArea } from '../../database/police-areas.ts'
import { tables } from '../../database/tables/index.ts'
import { bilingualText } from '../../datasets/dataset.ts'
import { builder } from '../builder.ts'
import { childConnection, rootConnection } from '../connections.ts'
import { link, linkList } from '../links.ts'
import { keyFrom, nodeType } from '../nodes.ts'
import { refs } from '../refs.ts'

nodeType('police_areas', (t) => ({
  policeDistrict: link(t, 'police_areas', 'policeDistrictId', {
    sv: 'Polisområdet som lokalpolisområdet hör till.',
    en: 'The police district that the area belongs to.',
  }),
  policeRegion: link(t, 'police_areas', 'policeRegionId', {
    sv: 'Polisregionen som lokalpolisområdet hör till.',
    en: 'The police region that the area belongs to.',
  }),
  replacedBy: link(t, 'police_areas', 'replacedById', {
    sv: 'Området som har ersatt detta.',
    en: 'The area that has replaced this one.',
  }),
  municipalities: childConnection(t, 'id', {
    name: 'PoliceArea.municipalities',
    description: {
      sv: 'Kommunerna som helt eller delvis ligger i området enligt aktuella uppgifter.',
      en: 'The municipalities that are entirely or partly in the area, according to current information.',
    },
    dataset: 'municipalities',
    via: {
      dataset: 'police_area_municipalities',
      parent: 'policeAreaId',
      child: 'municipalityCode',
      where: isNull(tables.police_area_municipalities.validTo),
    },
    order: ['code'],
  }),
  coverage: linkList(t, 'id', {
    name: 'PoliceArea.coverage',
    description: {
      sv: 'Varje kommun som ligger eller har legat i området, med datum och källa.',
      en: 'Each municipality that is or has been in the area, with dates and source.',
    },
    dataset: 'police_area_municipalities',
    parent: 'policeAreaId',
    order: ['municipalityCode'],
  }),
  agreements: childConnection(t, 'id', {
    name: 'PoliceArea.agreements',
    description: {
      sv: 'De medborgarlöften vars källa namnger området.',
      en: 'The agreements whose source names the area.',
    },
    dataset: 'agreements',
    parent: 'policeAreaId',
    order: ['id'],
  }),
  signatures: childConnection(t, 'id', {
    name: 'PoliceArea.signatures',
    description: { sv: 'Underskrifterna för områdets räkning.', en: 'The signatures on behalf of the area.' },
    dataset: 'signatures',
    parent: 'policeAreaId',
    order: ['agreementId', 'position', 'id'],
  }),
}))

builder.queryField('policeArea', (t) =>
  t.field({
    type: refs.police_areas,
    nullable: true,
    description: bilingualText({
      sv: 'Ett lokalpolisområde efter id, namn eller en annan stavning som finns i källorna. Null om det inte finns.',
      en: 'A local police area by its key, its name or another spelling found in sources. Null if it does not exist.',
    }),
    args: {
      id: t.arg.id({
        required: true,
        description: bilingualText({
          sv: 'T.ex. "hoglandet", "Höglandet" eller felstavningen "Högländet".',
          en: 'Such as "hoglandet", "Höglandet" or the misprint "Högländet".',
        }),
      }),
    },
    resolve: (_root, { id }, { db }) => findPoliceArea(db, keyFrom('police_areas', id)),
  }),
)

rootConnection('policeAreas', {
  description: { sv: 'Lokalpolisområdena, ordnade efter id.', en: 'The local police areas, ordered by key.' },
  dataset: 'police_areas',
  order: ['id'],
})
