import { bilingualText } from '../../datasets/dataset.ts'
import { policeAreaMunicipalities } from '../../datasets/police-area-municipalities.ts'
import { builder } from '../builder.ts'
import { columnFields, type FieldBuilder } from '../columns.ts'
import { link } from '../links.ts'
import { refs } from '../refs.ts'

builder.objectType(refs.police_area_municipalities, {
  description: bilingualText(policeAreaMunicipalities.description),
  fields: (t) => ({
    ...columnFields(t as unknown as FieldBuilder<object>, policeAreaMunicipalities),
    policeArea: link(t, 'police_area_municipalities', 'policeAreaId', {
      sv: 'Lokalpolisområdet.',
      en: 'The local police area.',
    }),
    municipality: link(t, 'police_area_municipalities', 'municipalityCode', {
      sv: 'Kommunen.',
      en: 'The municipality.',
    }),
  }),
})
