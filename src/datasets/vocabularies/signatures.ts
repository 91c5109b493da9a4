import type { Vocabulary } from '../dataset.ts'

export const capacity = {
  name: 'Capacity',
  description: {
    sv: 'På vilket sätt en person nämns i källan.',
    en: 'In which capacity the source names a person.',
  },
  values: {
    signed: {
      sv: 'Undertecknar medborgarlöftet, eller finns med bland underskrifterna.',
      en: 'Signs the agreement, or is listed in the signature block.',
    },
    presented: {
      sv: 'Presenterar medborgarlöftet; källan säger inte vem som har undertecknat det.',
      en: 'Presents the agreement; the source does not say who signed it.',
    },
  },
} as const satisfies Vocabulary

export const role = {
  name: 'Role',
  description: {
    sv: 'Roll i enhetlig form. Källans ordalydelse finns i `role_as_printed`.',
    en: 'A role in uniform wording. The wording of the source is in `role_as_printed`.',
  },
  values: {
    municipal_board_chair: {
      sv: 'Kommunstyrelsens ordförande.',
      en: 'Chair of the municipal executive board.',
    },
    municipal_chief_executive: {
      sv: 'Kommunchef eller kommundirektör.',
      en: 'Chief executive of the municipality.',
    },
    municipal_head_of_security: {
      sv: 'Kommunens säkerhetschef.',
      en: 'Head of security of the municipality.',
    },
    local_police_area_chief: {
      sv: 'Chef för ett lokalpolisområde.',
      en: 'Chief of a local police area.',
    },
    municipal_commissioner: {
      sv: 'Kommunalråd eller borgarråd.',
      en: 'Full-time elected commissioner of the municipality (kommunalråd, borgarråd).',
    },
    opposition_commissioner: {
      sv: 'Oppositionsråd.',
      en: 'Elected commissioner of the opposition (oppositionsråd).',
    },
    regional_director: {
      sv: 'Regiondirektör.',
      en: 'Chief executive of a region (regiondirektör).',
    },
    municipal_police_officer: {
      sv: 'Kommunpolis.',
      en: 'Police officer responsible for work with the municipality (kommunpolis).',
    },
    other: {
      sv: 'Annan roll, med källans ord.',
      en: 'Another role, in the words of the source.',
    },
  },
} as const satisfies Vocabulary

export const organisationKind = {
  name: 'OrganisationKind',
  description: {
    sv: 'Typ av organisation som en undertecknare företräder.',
    en: 'The kind of organisation that a signatory represents.',
  },
  values: {
    police: { sv: 'Polisen.', en: 'The police.' },
    municipality: { sv: 'Kommunen.', en: 'The municipality.' },
    other: { sv: 'En annan part.', en: 'Another party.' },
  },
} as const satisfies Vocabulary
