import { z } from 'zod'
import { capacity, organisationKind, role } from '../datasets/vocabularies/signatures.ts'
import { keyOf, labelled, maybe, oneOf, quote, text, withDependences } from './field.ts'

const organisation = withDependences(
  z.strictObject({
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
  {
    municipality: {
      need: ({ kind }) => (kind === 'municipality' ? 'needed' : 'empty'),
      message: {
        en: 'give municipality (its code) if kind is municipality, otherwise omit it',
        sv: 'Ange kommunen bara om den som skriver under företräder en kommun.',
      },
    },
    policeArea: {
      need: ({ kind }) => (kind === 'police' ? 'optional' : 'empty'),
      message: {
        en: 'give policeArea only if kind is police',
        sv: 'Ange lokalpolisområde bara om den som skriver under företräder polisen.',
      },
    },
  },
)

/** The fields of a signature. */
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
  organisation,
  capacity: labelled(oneOf(capacity), { sv: 'Egenskap', en: 'Capacity' }, { preset: 'signed' }),
})
