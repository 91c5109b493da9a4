import { slugOf } from '../../datasets/slug.ts'
import { capacity, organisationKind, role } from '../../datasets/vocabularies/signatures.ts'
import { isIdOf } from '../../records/identifiers.ts'
import type { Unfinished } from '../record/unfinished.ts'
import { labelOf } from './fields.ts'
import { choice, type Form, formOf, maybeOption, maybeText, maybeWords, words, yes } from './form.ts'
import { kindOfValue } from './kind.ts'
import { nameOf } from './reference.ts'
import { listItem } from './slot.ts'

type Signature = Unfinished['signatures'][number]

/** The words of a name, which are those that were marked. */
const name: Form<Signature['name']> = {
  ...words('name', { sv: 'Namn', en: 'Name' }),
  fields: (now, context) => words('name', { sv: 'Namn', en: 'Name' }).fields(context.marked ?? now, context),
}

/** The id of the person follows from the name, but for namesakes. */
const signatory: Form<string> = {
  ...maybeText(
    'signatory',
    { sv: 'Personens id', en: 'Id of the person' },
    {
      hint: {
        sv: 'Bildas av namnet. Lägg till -2 om det är en annan person med samma namn.',
        en: 'Made from the name. Add -2 for another person of the same name.',
      },
    },
  ),
  read: (answers) => {
    const { words: named } = answers.words('name')
    const stem = slugOf(named)
    const id = answers.maybeText('signatory') ?? stem
    if (named !== '' && !isIdOf(id, named)) {
      const message = {
        sv: `Skriv ${stem}, eller ${stem}-2 om det är en annan person med samma namn.`,
        en: `Write ${stem}, or ${stem}-2 for another person of the same name.`,
      }
      answers.wrong.push({ field: 'signatory', message })
    }
    return id
  },
}

const KIND = { sv: 'Företräder', en: 'Represents' }

const organisation: Form<Signature['organisation']> = formOf({
  kind: choice('organisation', KIND, organisationKind),
  municipality: {
    ...maybeOption(
      'municipality',
      { sv: 'Kommun', en: 'Municipality' },
      ({ reference }) => reference.municipalities,
      { hint: { sv: 'Om personen företräder en kommun.', en: 'If the person represents a municipality.' } },
    ),
    read: (answers) =>
      answers.choice('organisation', organisationKind) === 'municipality'
        ? answers.text('municipality')
        : null,
  },
  policeArea: {
    ...maybeOption(
      'policeArea',
      { sv: 'Lokalpolisområde', en: 'Local police area' },
      ({ reference }) => reference.policeAreas,
      { hint: { sv: 'Om personen företräder polisen.', en: 'If the person represents the police.' } },
    ),
    read: (answers) =>
      answers.choice('organisation', organisationKind) === 'police' ? answers.maybeText('policeArea') : null,
  },
  asPrinted: maybeWords('asPrinted', {
    sv: 'Organisation, som i dokumentet',
    en: 'Organisation, in the words of the document',
  }),
})

export const signature = kindOfValue({
  label: { sv: 'Underskrift', en: 'Signature' },
  slot: listItem('signatures'),
  form: formOf<Omit<Signature, 'id'>>({
    name,
    role: choice('role', { sv: 'Roll', en: 'Role' }, role),
    roleAsPrinted: words('roleAsPrinted', {
      sv: 'Roll, som i dokumentet',
      en: 'Role, in the words of the document',
    }),
    acting: yes('acting', { sv: 'Tillförordnad', en: 'Acting' }),
    organisation,
    capacity: choice('capacity', { sv: 'Egenskap', en: 'Capacity' }, capacity, 'signed'),
    signatory,
  }),
  says: (
    { role: held, acting, capacity: how, organisation: { kind, municipality, policeArea } },
    reference,
  ) => {
    const whose =
      municipality !== null
        ? nameOf(reference.municipalities, municipality)
        : policeArea !== null
          ? nameOf(reference.policeAreas, policeArea)
          : labelOf(organisationKind, kind)
    const said = (language: 'sv' | 'en') =>
      [
        labelOf(role, held)[language],
        whose[language],
        ...(acting ? [{ sv: 'tillförordnad', en: 'acting' }[language]] : []),
        ...(how === 'presented' ? [{ sv: 'presenterar', en: 'presents' }[language]] : []),
      ].join(', ')
    return { sv: said('sv'), en: said('en') }
  },
})
