import type { FieldBuilder } from './columns.ts'
import { linkList } from './links.ts'

/** The field of a row with the position of each of its values in the document. */
export function quotesOf<R extends { id: string }>(t: FieldBuilder<R>) {
  return linkList(t, 'id', {
    name: 'quotes',
    description: {
      sv: 'Var i källan radens uppgifter finns: lägen och ord, per kolumn.',
      en: 'Where in the document the values of this row are found: offsets and words, by column.',
    },
    dataset: 'quotes',
    parent: 'recordId',
    order: ['columnName', 'position'],
  })
}
