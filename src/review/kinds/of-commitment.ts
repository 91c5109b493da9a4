import type { Text } from '../../datasets/dataset.ts'
import { actorBasis, targetPer } from '../../datasets/vocabularies/promises.ts'
import { agreementSchema } from '../../records/agreement-schema.ts'
import { type PartField, partFields, target } from '../../records/commitment-fields.ts'
import { elementOf, type Fields, shapeOf, unsaid } from '../../records/field.ts'
import { type FieldValue, keyedBy, kindOfField } from '../record/kind-names.ts'
import { commitmentOf, withCommitment } from '../record/places.ts'
import type { Commitment, Unfinished } from '../record/unfinished.ts'
import { labelOf } from './fields.ts'
import { type Form, formOf, formOfField, nameOfField, pickFields } from './form.ts'
import { type Kind, kindOfValue, type Own, withoutAdding } from './kind.ts'
import { links, nameOfPromise } from './links.ts'
import { optionName } from './reference.ts'
import { joinedTexts, saysByFields } from './says.ts'
import { itemField, keyed } from './slot.ts'

const { element: activity } = agreementSchema.shape.activities

/** The unit is one of the words that the target is based on. */
const unit: Form<string> = {
  ...formOfField('unit', target.shape.unit, { dataset: 'activities' }),
  read: (answers) => {
    const words = answers.words('words')?.words ?? ''
    const written = answers.text('unit') ?? answers.missing('unit') ?? ''
    if (words !== '' && !words.includes(written)) {
      const message = {
        sv: 'Enheten ska finnas i dokumentet och vara skriven på samma sätt.',
        en: 'The unit must occur in the document, spelt the same way.',
      }
      answers.wrong.push({ field: 'unit', message })
    }
    return written
  },
}

const OPERATOR = {
  at_least: { sv: 'minst', en: 'at least' },
  exactly: { sv: 'exakt', en: 'exactly' },
  at_most: { sv: 'högst', en: 'at most' },
  about: { sv: 'ungefär', en: 'about' },
  between: { sv: 'mellan', en: 'between' },
} as const

const SHORT_BASIS = {
  stated: { sv: 'enligt källan', en: 'stated' },
  by_topic: { sv: 'samma ämne', en: 'by topic' },
  whole_list: { sv: 'hela listan', en: 'whole list' },
} as const

/** The specific properties of the parts of a promise or an activity. */
const own: { readonly [F in PartField]?: Own<FieldValue<Commitment, F>> } = {
  actors: {
    says: ({ id, basis }, { actors }) => {
      const name = optionName(actors, id)
      if (basis === 'stated') return name
      const where = midSentence(firstSentence(labelOf(actorBasis, basis)))
      return { sv: `${name.sv} (${where.sv})`, en: `${name.en} (${where.en})` }
    },
  },
  target: {
    forms: { unit },
    says: ({ operator, value, valueTo, unit: counted, per }) => {
      const time = per === null ? { sv: '', en: '' } : midSentence(labelOf(targetPer, per), ' ')
      return {
        sv: `${OPERATOR[operator].sv} ${numberForms('sv-SE', 'och', value, valueTo)} ${counted}${time.sv}`,
        en: `${OPERATOR[operator].en} ${numberForms('en-GB', 'and', value, valueTo)} ${counted}${time.en}`,
      }
    },
  },
  topics: {
    says: (ids, { topics }) =>
      ids.length === 0
        ? { sv: 'inga', en: 'none' }
        : joinedTexts(
            ids.map((id) => optionName(topics, id)),
            ', ',
          ),
    rejected: [],
  },
  promises: {
    form: links,
    says: (now, _, record) => {
      if (now.length === 0) return { sv: 'inget', en: 'none' }
      const said = now.map(({ id, basis }) => {
        const [name, why] = [nameOfPromise(record, id), SHORT_BASIS[basis]]
        return { sv: `${name} (${why.sv})`, en: `${name} (${why.en})` }
      })
      return joinedTexts(said, '; ')
    },
    rejected: [],
  },
}

/** A number, or two as the bounds of a target. */
function numberForms(language: string, and: string, value: number, valueTo: number | null): string {
  const last = valueTo === null ? '' : ` ${and} ${valueTo.toLocaleString(language)}`
  return `${value.toLocaleString(language)}${last}`
}

/** The first part of a label; the rest is for readers of the data dictionary. */
function firstSentence({ sv, en }: Text): Text {
  return { sv: sv.replace(/\. .*$/s, ''), en: en.replace(/\. .*$/s, '') }
}

/** A label in the form it has within a sentence. */
function midSentence({ sv, en }: Text, before = ''): Text {
  const small = (label: string) => before + label.charAt(0).toLowerCase() + label.slice(1)
  return { sv: small(sv), en: small(en) }
}

/** Values that every promise or activity has, even if empty: none can be added. */
const ALWAYS = new Set<PartField>(['topics', 'promises'])

/** The kinds of values that belong to a promise or an activity. */
export const kindsOfParts = partFields.map((name): [name: string, kind: Kind] => {
  const whole = activity.shape[name]
  const key = keyedBy(name)?.key
  const stand = {
    name,
    label: nameOfField(name, whole, 'activities'),
    dataset: 'activities',
    field: (key && elementOf(whole)) ?? whole,
    slot: key ? keyed(itemField(name), key) : itemField(name),
  } as const
  const kind = { ofItem: true, ...kindOfValue<unknown>(stand, own[name]) } as const
  return [kindOfField(name), ALWAYS.has(name) ? withoutAdding(kind) : kind]
})

/** A promise or an activity: its form corrects its words; the form of a new one also asks for its topics and promises. */
export function kindOfCommitment(list: 'promises' | 'activities'): Kind {
  const { element } = agreementSchema.shape[list]
  const shape = shapeOf(element)
  const named = (...names: string[]) => names.filter((name) => name in shape)
  const wording = named('text', 'heading', 'gist', 'commitment')
  const forms = {
    now: formOf(pickFields(shape, wording), { dataset: list }),
    new: formOf(
      pickFields(shape, [...wording, ...named('topics', 'promises')]),
      { dataset: list },
      { promises: links },
    ),
  }
  const empty = Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, unsaid(field)]))
  return {
    label: nameOfField(list, element, list),
    says: (record, { item }, reference) =>
      shape.commitment
        ? saysByFields(shape.commitment, commitmentOf(record, item)?.commitment, reference)
        : null,
    fields: (record, at, reference) =>
      'marked' in at
        ? forms.new.fields(null, { record, reference, marked: at.marked })
        : forms.now.fields({ ...commitmentOf(record, at.item) }, { record, reference, marked: null }),
    correct: (record, { item }, answers) => withCommitment(record, item, forms.now.read(answers, record)),
    add: (record, _, answers, id) => {
      const made: Fields = { ...empty, id, ...forms.new.read(answers, record) }
      return { ...record, [list]: [...record[list], made] }
    },
    reject: (record, { item }) => withoutCommitment(record, item),
  }
}

function withoutCommitment(record: Unfinished, id: string | null): Unfinished {
  return {
    ...record,
    promises: record.promises.filter((each) => each.id !== id),
    activities: record.activities
      .filter((each) => each.id !== id)
      .map((each) => ({ ...each, promises: each.promises.filter((link) => link.id !== id) })),
  }
}
