import { slugOf } from '../../datasets/slug.ts'
import { capacity, organisationKind, role } from '../../datasets/vocabularies/signatures.ts'
import { isIdOf } from '../../records/identifiers.ts'
import type { Place } from '../record/places.ts'
import type { Unfinished } from '../record/unfinished.ts'
import type { Answers } from './answers.ts'
import { choiceField, labelOf, optionsOf, textField, wordsField, yesField } from './fields.ts'
import { type Kind, markedIn, type Spot } from './kind.ts'
import { nameOf } from './reference.ts'

type Signature = Unfinished['signatures'][number]

function signatureIn(record: Unfinished, { item }: Place | Spot): Signature | undefined {
  return record.signatures.find(({ id }) => id === item)
}

function answered(answers: Answers, id: string): Signature {
  const name = answers.words('name')
  const kind = answers.choice('organisation', organisationKind)
  const signatory = answers.maybeText('signatory') ?? slugOf(name.words)
  if (name.words !== '' && !isIdOf(signatory, name.words)) {
    const stem = slugOf(name.words)
    answers.wrong.push({
      field: 'signatory',
      message: {
        sv: `Skriv ${stem}, eller ${stem}-2 för en namne.`,
        en: `Write ${stem}, or ${stem}-2 for a namesake.`,
      },
    })
  }
  return {
    id,
    signatory,
    name,
    role: answers.choice('role', role),
    roleAsPrinted: answers.words('roleAsPrinted'),
    acting: answers.yes('acting'),
    organisation: {
      kind,
      municipality: kind === 'municipality' ? answers.text('municipality') : null,
      policeArea: kind === 'police' ? answers.maybeText('policeArea') : null,
      asPrinted: answers.maybeWords('asPrinted'),
    },
    capacity: answers.choice('capacity', capacity),
  }
}

export const signature: Kind = {
  label: { sv: 'Underskrift', en: 'Signature' },
  says: (record, at, { municipalities, policeAreas }) => {
    const now = signatureIn(record, at)
    if (!now) return null
    const { kind, municipality, policeArea } = now.organisation
    const said = (language: 'sv' | 'en') => {
      const whose =
        municipality !== null
          ? nameOf(municipalities, municipality)
          : policeArea !== null
            ? nameOf(policeAreas, policeArea)
            : labelOf(organisationKind, kind)
      const acting = { sv: 'tillförordnad', en: 'acting' }[language]
      const presented = { sv: 'presenterar', en: 'presents' }[language]
      return [
        labelOf(role, now.role)[language],
        whose[language],
        ...(now.acting ? [acting] : []),
        ...(now.capacity === 'presented' ? [presented] : []),
      ].join(', ')
    }
    return { sv: said('sv'), en: said('en') }
  },
  fields: (record, at, { municipalities, policeAreas }) => {
    const now = 'marked' in at ? undefined : signatureIn(record, at)
    const { kind = null, municipality = null, policeArea = null, asPrinted = null } = now?.organisation ?? {}
    return [
      wordsField('name', { sv: 'Namn', en: 'Name' }, now?.name ?? markedIn(at)),
      choiceField('role', { sv: 'Roll', en: 'Role' }, optionsOf(role), now?.role ?? null),
      wordsField(
        'roleAsPrinted',
        { sv: 'Roll, med dokumentets ord', en: 'Role, in its words' },
        now?.roleAsPrinted ?? null,
      ),
      yesField('acting', { sv: 'Tillförordnad', en: 'Acting' }, now?.acting ?? false),
      choiceField('organisation', { sv: 'Företräder', en: 'Represents' }, optionsOf(organisationKind), kind),
      choiceField('municipality', { sv: 'Kommun', en: 'Municipality' }, municipalities, municipality, {
        mayBeEmpty: true,
        hint: { sv: 'För den som företräder en kommun.', en: 'For one who represents a municipality.' },
      }),
      choiceField(
        'policeArea',
        { sv: 'Lokalpolisområde', en: 'Local police area' },
        policeAreas,
        policeArea,
        {
          mayBeEmpty: true,
          hint: { sv: 'För den som företräder polisen.', en: 'For one who represents the police.' },
        },
      ),
      wordsField(
        'asPrinted',
        { sv: 'Organisation, med dokumentets ord', en: 'Organisation, in its words' },
        asPrinted,
        { mayBeEmpty: true },
      ),
      choiceField(
        'capacity',
        { sv: 'Egenskap', en: 'Capacity' },
        optionsOf(capacity),
        now?.capacity ?? 'signed',
      ),
      textField('signatory', { sv: 'Personens id', en: 'Id of the person' }, now?.signatory ?? null, {
        mayBeEmpty: true,
        hint: {
          sv: 'Följer av namnet. Skriv -2 efter för en namne.',
          en: 'Follows from the name. Write -2 after it for a namesake.',
        },
      }),
    ]
  },
  correct: (record, { item }, answers) => ({
    ...record,
    signatures: record.signatures.map((each) => (each.id === item ? answered(answers, each.id) : each)),
  }),
  add: (record, _, answers, id) => ({
    ...record,
    signatures: [...record.signatures, answered(answers, id)],
  }),
  reject: (record, { item }) => ({
    ...record,
    signatures: record.signatures.filter(({ id }) => id !== item),
  }),
}
