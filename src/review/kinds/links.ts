import { linkBasis } from '../../datasets/vocabularies/promises.ts'
import { labelled, maybe, oneOf } from '../../records/field.ts'
import type { Unfinished } from '../record/unfinished.ts'
import { type Form, formOfField } from './form.ts'

/** A question for each promise: whether the activity belongs to it, and why. */
export const links: Form<Unfinished['activities'][number]['promises']> = {
  fields: (now, context) =>
    context.record.promises.flatMap((promise) =>
      linkTo(context.record, promise.id).fields(
        now?.find(({ id }) => id === promise.id)?.basis ?? null,
        context,
      ),
    ),
  read: (answers, record) =>
    record.promises.flatMap(({ id }) => {
      const basis = linkTo(record, id).read(answers, record)
      return basis === null ? [] : [{ id, basis }]
    }),
}

function linkTo(record: Unfinished, id: string) {
  const promise = nameOfPromise(record, id)
  const label = { sv: `Hör till ${promise}`, en: `Belongs to ${promise}` }
  return formOfField(`promise.${id}`, labelled(maybe(oneOf(linkBasis)), label), { dataset: 'activities' })
}

const SHORT_LENGTH = 50

/** A promise by the end of its id, which is unique within a record, and the beginning of its words. */
export function nameOfPromise({ promises: all }: Pick<Unfinished, 'promises'>, id: string): string {
  const words = all.find((each) => each.id === id)?.text.words ?? ''
  const short = words.length > SHORT_LENGTH ? `${words.slice(0, SHORT_LENGTH).trimEnd()}…` : words
  return `${id.replace(/^.*-/, '')} ${short}`
}
