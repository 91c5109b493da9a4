import { agreementId } from './columns.ts'
import type { Dataset } from './dataset.ts'

export const quotes = {
  name: 'quotes',
  type: 'Quote',
  title: { sv: 'Citat', en: 'Quotes' },
  description: {
    sv: 'Var i källan ett värde finns: läget och orden. Lägen räknas i Unicode-tecken (kodpunkter) från 0; slutet är läget efter det sista tecknet.',
    en: 'Where in the document a value is found: offsets and words. Offsets are counted in Unicode code points from 0; the end is the offset after the last one.',
  },
  leastRows: 250,
  key: ['recordId', 'columnName', 'position'],
  columns: {
    recordId: {
      type: 'text',
      title: { sv: 'Rad', en: 'Record' },
      description: {
        sv: 'Id för den rad som värdet finns i. För aktörer: aktivitetens eller löftets id.',
        en: 'The id of the row that has the value. For actors: the id of the activity or promise.',
      },
    },
    columnName: {
      type: 'text',
      title: { sv: 'Kolumn', en: 'Column' },
      description: {
        sv: 'Kolumnen som värdet finns i. För medborgarlöftets kommuner och lokalpolisområde: municipality_code och police_area_id. För aktörer: actor_id. För mål: target_value. För en undertecknares namn: name, tillsammans med underskriftens id.',
        en: 'The column of the value. For the municipalities and the local police area of an agreement: municipality_code and police_area_id. For actors: actor_id. For targets: target_value. For the name of a signatory: name, together with the id of the signature.',
      },
    },
    position: {
      type: 'integer',
      title: { sv: 'Ordning', en: 'Position' },
      description: {
        sv: 'Ordningen bland citaten för samma värde, från 1.',
        en: 'The order among the quotes of the same value, from 1.',
      },
    },
    agreementId,
    documentId: {
      type: 'text',
      title: { sv: 'Källa', en: 'Document' },
      description: { sv: 'Källan som citatet finns i.', en: 'The document that contains the quote.' },
      references: 'documents',
    },
    startOffset: {
      type: 'integer',
      title: { sv: 'Början', en: 'Start' },
      description: {
        sv: 'Läget för citatets första tecken.',
        en: 'The offset of the first character of the quote.',
      },
    },
    endOffset: {
      type: 'integer',
      title: { sv: 'Slut', en: 'End' },
      description: {
        sv: 'Läget efter citatets sista tecken.',
        en: 'The offset after the last character of the quote.',
      },
    },
    words: {
      type: 'text',
      title: { sv: 'Ord', en: 'Words' },
      description: {
        sv: 'Orden på platsen, tecken för tecken.',
        en: 'The words at that place, character by character.',
      },
    },
  },
} as const satisfies Dataset
