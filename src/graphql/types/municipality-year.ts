import { bilingualText } from '../../datasets/dataset.ts'
import { municipalityYears } from '../../datasets/municipality-years.ts'
import { builder } from '../builder.ts'
import { columnFields, type FieldBuilder } from '../columns.ts'
import { link } from '../links.ts'
import { refs } from '../refs.ts'

builder.objectType(refs.municipality_years, {
  description: bilingualText(municipalityYears.description),
  fields: (t) => ({
    ...columnFields(t as unknown as FieldBuilder<object>, municipalityYears),
    municipality: link(t, 'municipality_years', 'municipalityCode', {
      sv: 'Kommunen.',
      en: 'The municipality.',
    }),
  }),
})
