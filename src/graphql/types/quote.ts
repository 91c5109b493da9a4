import { bilingualText } from '../../datasets/dataset.ts'
import { quotes } from '../../datasets/quotes.ts'
import { builder } from '../builder.ts'
import { columnFields, type FieldBuilder } from '../columns.ts'
import { link } from '../links.ts'
import { refs } from '../refs.ts'

builder.objectType(refs.quotes, {
  description: bilingualText(quotes.description),
  fields: (t) => ({
    ...columnFields(t as unknown as FieldBuilder<object>, quotes),
    document: link(t, 'quotes', 'documentId', {
      sv: 'Dokumentet som orden finns i.',
      en: 'The document that contains the words.',
    }),
    agreement: link(t, 'quotes', 'agreementId', {
      sv: 'Medborgarlöftet som värdet hör till.',
      en: 'The agreement that the value belongs to.',
    }),
  }),
})
