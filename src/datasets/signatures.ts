import { agreementId, position } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { capacity, organisationKind, role } from './vocabularies/signatures.ts'

export const signatures = {
  name: 'signatures',
  type: 'Signature',
  title: { sv: 'Underskrifter', en: 'Signatures' },
  description: {
    sv: 'En persons undertecknande eller presentation av ett medborgarlöfte, i en roll.',
    en: 'The signing or presentation of one agreement by one person, in a role.',
  },
  leastRows: 11,
  key: ['id'],
  label: { sv: 'roleAsPrinted', en: 'roleAsPrinted' },
  columns: {
    id: {
      type: 'text',
      title: { sv: 'Id', en: 'Id' },
      description: {
        sv: 'Underskriftens id, t.ex. 0685-2020-s2.',
        en: 'The id of the signature, such as 0685-2020-s2.',
      },
    },
    agreementId,
    position,
    signatoryId: {
      type: 'text',
      title: { sv: 'Person', en: 'Signatory' },
      description: { sv: 'Personen.', en: 'The person.' },
      references: 'signatories',
    },
    role: {
      type: 'enum',
      values: role,
      title: { sv: 'Roll', en: 'Role' },
      description: { sv: 'Rollen i enhetlig form.', en: 'The role in uniform wording.' },
    },
    roleAsPrinted: {
      type: 'text',
      title: { sv: 'Roll i källan', en: 'Role as printed' },
      description: { sv: 'Rollen som den anges i källan.', en: 'The role in the words of the source.' },
    },
    acting: {
      type: 'boolean',
      title: { sv: 'Tillförordnad', en: 'Acting' },
      description: {
        sv: 'Sant om personen är tillförordnad.',
        en: 'True if the person is acting (tillförordnad) in the role.',
      },
    },
    organisationKind: {
      type: 'enum',
      values: organisationKind,
      title: { sv: 'Typ av organisation', en: 'Kind of organisation' },
      description: { sv: 'Den sida personen företräder.', en: 'The side that the person represents.' },
    },
    organisationAsPrinted: {
      type: 'text',
      title: { sv: 'Organisation i källan', en: 'Organisation as printed' },
      description: {
        sv: 'Organisationen som den anges i källan.',
        en: 'The organisation in the words of the source.',
      },
      absent: { sv: 'Källan namnger ingen.', en: 'The source names none.' },
    },
    municipalityCode: {
      type: 'text',
      title: { sv: 'Kommun', en: 'Municipality' },
      description: {
        sv: 'Kommunen som personen företräder.',
        en: 'The municipality that the person represents.',
      },
      absent: { sv: 'Personen företräder ingen kommun.', en: 'The person represents no municipality.' },
      references: 'municipalities',
    },
    policeAreaId: {
      type: 'text',
      title: { sv: 'Lokalpolisområde', en: 'Local police area' },
      description: {
        sv: 'Lokalpolisområdet som personen företräder.',
        en: 'The local police area that the person represents.',
      },
      absent: { sv: 'Källan anger inget för personen.', en: 'The source names none for the person.' },
      references: 'police_areas',
    },
    capacity: {
      type: 'enum',
      values: capacity,
      title: { sv: 'Egenskap', en: 'Capacity' },
      description: {
        sv: 'Om personen har undertecknat eller presenterat medborgarlöftet.',
        en: 'Whether the person signed or presented the agreement.',
      },
    },
    signedOn: {
      type: 'date',
      title: { sv: 'Dag', en: 'Date' },
      description: { sv: 'Dagen då personen undertecknade.', en: 'The day on which the person signed.' },
      absent: {
        sv: 'Dagen är okänd, eller så har personen inte undertecknat.',
        en: 'The day is unknown, or the person did not sign.',
      },
    },
    place: {
      type: 'text',
      title: { sv: 'Ort', en: 'Place' },
      description: {
        sv: 'Orten för undertecknandet, som den anges i källan.',
        en: 'The place of signing, in the words of the source.',
      },
      absent: { sv: 'Källan anger ingen.', en: 'The source gives none.' },
    },
  },
} as const satisfies Dataset
