import { slugOf } from '../../datasets/slug.ts'
import { organisationKind, role as roles } from '../../datasets/vocabularies/signatures.ts'
import { isIdOf } from '../../records/identifiers.ts'
import { signature as field } from '../../records/signature-fields.ts'
import type { Unfinished } from '../record/unfinished.ts'
import { labelOf } from './fields.ts'
import { type Form, formOfField } from './form.ts'
import type { Own } from './kind.ts'
import { optionName } from './reference.ts'
import { joinedTexts } from './says.ts'

type RecordSignature = Unfinished['signatures'][number]

/** The answer that makes the program remember which role a wording stands for. */
export const REMEMBER = 'remember'
const REMEMBER_LABEL = {
  sv: 'Minns att de orden står för den rollen',
  en: 'Remember that these words stand for this role',
}

const setting = { dataset: 'signatures' } as const
const nameForm = formOfField('name', field.shape.name, setting)
const idForm = formOfField('signatory', field.shape.signatory, setting)

/** The words of a name: those that were marked. */
const name: Form<RecordSignature['name']> = {
  ...nameForm,
  fields: (now, context) => nameForm.fields(context.marked ?? now, context),
}

/** The id of the person follows from the name, except for namesakes. */
const signatory: Form<string> = {
  fields: (now, context) => idForm.fields(now, context).map((each) => ({ ...each, mayBeEmpty: true })),
  read: (answers) => {
    const named = answers.words('name')?.words ?? ''
    const stem = slugOf(named)
    const id = answers.text('signatory') ?? stem
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

const printedForm = formOfField('roleAsPrinted', field.shape.roleAsPrinted, setting)

/** The words of a role, and whether to remember their meaning for documents that are read later. */
const roleAsPrinted: Form<RecordSignature['roleAsPrinted']> = {
  ...printedForm,
  fields: (now, context) => [
    ...printedForm.fields(now, context),
    { name: REMEMBER, type: 'yes', label: REMEMBER_LABEL, mayBeEmpty: true, value: false },
  ],
}

/** The specific properties of signatures. */
export const signature: Own<Omit<RecordSignature, 'id'>> = {
  asks: ['name', 'role', 'roleAsPrinted', 'acting', 'organisation', 'capacity', 'signatory'],
  forms: { name, signatory, roleAsPrinted },
  says: ({ role, acting, capacity, organisation: { kind, municipality, policeArea } }, reference) => {
    const whose =
      municipality !== null
        ? optionName(reference.municipalities, municipality)
        : policeArea !== null
          ? optionName(reference.policeAreas, policeArea)
          : labelOf(organisationKind, kind)
    const said = [
      labelOf(roles, role),
      whose,
      ...(acting ? [{ sv: 'tillförordnad', en: 'acting' }] : []),
      ...(capacity === 'presented' ? [{ sv: 'presenterar', en: 'presents' }] : []),
    ]
    return joinedTexts(said, ', ')
  },
}
