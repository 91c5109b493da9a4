import { z } from 'zod'
import { capacity, organisationKind, role } from '../datasets/vocabularies/signatures.ts'
import { keyOf, labelled, maybe, oneOf, quote, text } from './field.ts'

/** What a record says of each signature. */
export const signature = z.strictObject({
  id: text,
  signatory: labelled(
    text,
    { sv: 'Personens id', en: 'Id of the person' },
    {
      hint: {
        sv: 'Följer av namnet. Skriv -2 efter för en namne.',
        en: 'Follows from the name. Write -2 after it for a namesake.',
      },
    },
  ),
  name: labelled(quote, { sv: 'Namn', en: 'Name' }),
  role: labelled(oneOf(role), { sv: 'Roll', en: 'Role' }),
  roleAsPrinted: labelled(quote, { sv: 'Roll, med dokumentets ord', en: 'Role, in its words' }),
  acting: labelled(z.boolean(), { sv: 'Tillförordnad', en: 'Acting' }),
  organisation: z.strictObject({
    kind: labelled(oneOf(organisationKind), { sv: 'Företräder', en: 'Represents' }),
    municipality: labelled(
      maybe(keyOf('municipalities')),
      { sv: 'Kommun', en: 'Municipality' },
      {
        hint: { sv: 'För den som företräder en kommun.', en: 'For one who represents a municipality.' },
      },
    ),
    policeArea: labelled(
      maybe(keyOf('policeAreas')),
      { sv: 'Lokalpolisområde', en: 'Local police area' },
      {
        hint: { sv: 'För den som företräder polisen.', en: 'For one who represents the police.' },
      },
    ),
    asPrinted: labelled(maybe(quote), {
      sv: 'Organisation, med dokumentets ord',
      en: 'Organisation, in its words',
    }),
  }),
  capacity: labelled(oneOf(capacity), { sv: 'Egenskap', en: 'Capacity' }, { preset: 'signed' }),
})
