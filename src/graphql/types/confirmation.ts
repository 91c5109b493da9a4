import { confirmations } from '../../datasets/confirmations.ts'
import { bilingualText } from '../../datasets/dataset.ts'
import { builder } from '../builder.ts'
import { columnFields, type FieldBuilder } from '../columns.ts'
import { link } from '../links.ts'
import { refs } from '../refs.ts'

builder.objectType(refs.confirmations, {
  description: bilingualText(confirmations.description),
  fields: (t) => ({
    ...columnFields(t as unknown as FieldBuilder<object>, confirmations),
    municipality: link(t, 'confirmations', 'municipalityCode', { sv: 'Kommunen.', en: 'The municipality.' }),
    agreement: link(t, 'confirmations', 'agreementId', {
      sv: 'Medborgarlöftet. Null: allt på kommunens sida.',
      en: 'The agreement. Null: all on the page of the municipality.',
    }),
  }),
})
