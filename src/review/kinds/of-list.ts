import { agreementKind, relation as relationKind } from '../../datasets/vocabularies/agreements.ts'
import {
  dueTime as dueTimeNames,
  followUpFrequency,
  issueKind,
} from '../../datasets/vocabularies/situation.ts'
import { agreementSchema } from '../../records/agreement-schema.ts'
import { lists } from '../../records/lists.ts'
import { placesOf } from '../record/places.ts'
import type { Unfinished } from '../record/unfinished.ts'
import { inBoth, labelOf, type Option } from './fields.ts'
import { type Form, formOfField, nameOfField } from './form.ts'
import { type Kind, kindOfValue, type Own } from './kind.ts'
import { joinedTexts } from './says.ts'
import { signature } from './signature.ts'
import { listItem, type PlainList } from './slot.ts'

/** The specific properties of the items of lists. */
const own: { readonly [L in PlainList]?: Own<Omit<Unfinished[L][number], 'id'>> } = {
  signatures: signature,
  relations: {
    says: ({ relation, kind, years }) => {
      const span = years ? ` ${years.first}${years.last === years.first ? '' : `–${years.last ?? ''}`}` : ''
      const [how, what] = [labelOf(relationKind, relation), labelOf(agreementKind, kind)]
      return { sv: `${how.sv}: ${what.sv}${span}`, en: `${how.en}: ${what.en}${span}` }
    },
  },
  findings: { asks: ['text', 'kind', 'basis', 'basisText', 'agreement'] },
  followUps: {
    says: ({ frequency, dueOn, dueTimes }) => {
      const said = [
        ...(frequency === null ? [] : [labelOf(followUpFrequency, frequency)]),
        ...(dueOn === null ? [] : [{ sv: `senast ${dueOn}`, en: `due ${dueOn}` }]),
        ...dueTimes.map((time) => labelOf(dueTimeNames, time)),
      ]
      return said.length === 0 ? null : joinedTexts(said, '; ')
    },
  },
  issues: {
    // An editor's own wording is theirs, and published.
    forms: { record: aboutForm(), asks: { fields: () => [], read: () => null } },
    says: ({ kind, explanation }) => joinedTexts([labelOf(issueKind, kind), explanation], ': '),
  },
}

/** What an issue can be about: the items of the record, by the words that they are based on. */
function aboutForm(): Form<string | null> {
  const field = agreementSchema.shape.issues.element.shape.record
  const form = formOfField('record', field, { dataset: 'issues' })
  return {
    ...form,
    fields: (now, context) =>
      form
        .fields(now, context)
        .map((each) => ({ ...each, type: 'choice', options: itemOptions(context.record), value: now ?? '' })),
  }
}

function itemOptions(record: Unfinished): Option[] {
  return placesOf(record).flatMap(({ item, kind, value, quotes: [quote] }) => {
    if (item === null || kind === 'issue' || (value !== item && value !== `${item}.text`)) return []
    return [{ value: item, label: inBoth(`${item} ${quote?.words ?? ''}`) }]
  })
}

/** A list item that is decided about as a whole. */
export function kindOfList(list: PlainList): Kind {
  const { element } = agreementSchema.shape[list]
  const asked = Object.keys(element.shape).filter((name) => name !== 'id')
  const { dataset } = lists[list]
  const label = nameOfField(list, element, dataset)
  const stand = { name: list, label, field: element, dataset, slot: listItem(list) }
  return kindOfValue<unknown>(stand, { asks: asked, ...own[list] })
}
