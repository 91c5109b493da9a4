import { agreementParties } from '../../datasets/agreement-parties.ts'
import { bilingualText } from '../../datasets/dataset.ts'
import { builder } from '../builder.ts'
import { columnFields, type FieldBuilder } from '../columns.ts'
import { link } from '../links.ts'
import { refs } from '../refs.ts'

builder.objectType(refs.agreement_parties, {
  description: bilingualText(agreementParties.description),
  fields: (t) => ({
    ...columnFields(t as unknown as FieldBuilder<object>, agreementParties),
    agreement: link(t, 'agreement_parties', 'agreementId', {
      sv: 'Medborgarlöftet.',
      en: 'The agreement.',
    }),
  }),
})
