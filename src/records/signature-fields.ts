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
        sv: 'Bildas av namnet. Lägg till -2 om det är en annan person med samma namn.',
        en: 'Made from the name. Add -2 for another person of the same name.',
      },
    },
  ),
  name: labelled(quote, { sv: 'Namn', en: 'Name' }),
  role: labelled(oneOf(role), { sv: 'Roll', en: 'Role' }),
  roleAsPrinted: labelled(quote, { sv: 'Roll, som i dokumentet', en: 'Role, in the words of the document' }),
  acting: labelled(z.boolean(), { sv: 'Tillförordnad', en: 'Acting' }),
  organisation: z.strictObject({
    kind: labelled(oneOf(organisationKind), { sv: 'Företräder', en: 'Represents' }),
    municipality: labelled(
      maybe(keyOf('municipalities')),
      { sv: 'Kommun', en: 'Municipality' },
      {
        hint: { sv: 'Om personen företräder en kommun.', en: 'If the person represents a municipality.' },
      },
    ),
    policeArea: labelled(
      maybe(keyOf('policeAreas')),
      { sv: 'Lokalpolisområde', en: 'Local police area' },
      {
        hint: { sv: 'Om personen företräder polisen.', en: 'If the person represents the police.' },
      },
    ),
    asPrinted: labelled(maybe(quote), {
      sv: 'Organisation, som i dokumentet',
      en: 'Organisation, in the words of the document',
    }),
  }),
  capacity: labelled(oneOf(capacity), { sv: 'Egenskap', en: 'Capacity' }, { preset: 'signed' }),
})
