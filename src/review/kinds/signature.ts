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
        sv: 'Följer av namnet. Skriv -2 efter för en namne.',
        en: 'Follows from the name. Write -2 after it for a namesake.',
      },
    },
  ),
  read: (answers) => {
    const { words: named } = answers.words('name')
    const stem = slugOf(named)
    const id = answers.maybeText('signatory') ?? stem
    if (named !== '' && !isIdOf(id, named)) {
      const message = {
        sv: `Skriv ${stem}, eller ${stem}-2 för en namne.`,
        en: `Write ${stem}, or ${stem}-2 for a namesake.`,
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
      { hint: { sv: 'För den som företräder en kommun.', en: 'For one who represents a municipality.' } },
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
      { hint: { sv: 'För den som företräder polisen.', en: 'For one who represents the police.' } },
    ),
    read: (answers) =>
      answers.choice('organisation', organisationKind) === 'police' ? answers.maybeText('policeArea') : null,
  },
  asPrinted: maybeWords('asPrinted', {
    sv: 'Organisation, med dokumentets ord',
    en: 'Organisation, in its words',
  }),
})

export const signature = kindOfValue({
  label: { sv: 'Underskrift', en: 'Signature' },
  slot: listItem('signatures'),
  form: formOf<Omit<Signature, 'id'>>({
    name,
    role: choice('role', { sv: 'Roll', en: 'Role' }, role),
    roleAsPrinted: words('roleAsPrinted', { sv: 'Roll, med dokumentets ord', en: 'Role, in its words' }),
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
